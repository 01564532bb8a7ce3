import { Box, TableCell, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { dayText, percentText } from '../kit/format'
import { WideTable } from '../kit/page'
import { ProgressBar } from '../kit/progress-bar'

interface Figure {
  readonly areaId: string | null
  readonly achieved: number
  readonly planned: number
}

interface Props {
  /** Null where the project does not publish its progress. */
  readonly progress: readonly Figure[] | null
  readonly areas: readonly { readonly id: string; readonly title: string | null }[]
  readonly day: string | null
}

/** How far a published project is, and each of its areas: several partners' pilots together. Nothing where nothing is told. */
export function PublicProgress({ progress, areas, day }: Props) {
  const translate = useTranslate()
  const whole = progress?.find(({ areaId }) => areaId === null)
  if (!progress || !whole) return null
  const rows = areas.flatMap((area) => progress.filter(({ areaId }) => areaId === area.id).map((figure) => ({ ...figure, title: area.title })))
  const text = { achieved: percentText(whole.achieved), planned: percentText(whole.planned), day: day ? dayText(day) : '' }
  return (
    <>
      <Typography variant="h2" sx={{ mt: 3 }}>
        {translate('public.progress')}
      </Typography>
      <p>{translate('stands.sentence', text)}</p>
      <Box sx={{ my: 1 }}>
        <ProgressBar {...whole} />
      </Box>
      {rows.length > 0 ? (
        <WideTable
          label={translate('public.progress')}
          head={[translate('resources.thematicAreas.name', { smart_count: 1 }), translate('public.achieved'), translate('public.planned')]}
        >
          {rows.map((row) => (
            <TableRow key={row.areaId}>
              <TableCell component="th" scope="row">
                {row.title}
              </TableCell>
              <TableCell sx={{ width: '35%' }}>
                {percentText(row.achieved)}
                <ProgressBar {...row} />
              </TableCell>
              <TableCell>{percentText(row.planned)}</TableCell>
            </TableRow>
          ))}
        </WideTable>
      ) : null}
      <Typography variant="body2" color="textSecondary" sx={{ fontSize: 12, mt: 1 }}>
        {translate('public.progressTogether')}
      </Typography>
    </>
  )
}

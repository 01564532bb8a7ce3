import { Link, TableCell, TableRow, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink, useSearchParams } from 'react-router-dom'
import type { AnswerOf } from '../api/document'
import { useProject } from '../api/session'
import type { Translate } from '../api/translate'
import { useAnswer } from '../api/use-answer'
import { ExportButton } from '../kit/export-button'
import { saveTable, type Table } from '../kit/export-table'
import { numberText, percentText } from '../kit/format'
import { lateAddress } from '../kit/late-list'
import { Failed, Loading } from '../kit/loading'
import { type Head, Page, PageHead, WideTable } from '../kit/page'
import { ProgressBar } from '../kit/progress-bar'
import { ProgressSentence } from '../kit/progress-sentence'
import { type Grouping, groupings, groupName, latePlaceOf } from './groups'
import { MonthChart } from './month-chart'
import { progressDocument } from './progress.graphql'
import { Standing } from './standing'

/** Progress of the open project by month, area, phase, work package, partner or pilot: the figures that reporting tools get. */
export default function ProgressPage() {
  const translate = useTranslate()
  const { current, asOf } = useProject()
  const [params, setParams] = useSearchParams()
  const by = groupings.find((grouping) => grouping === params.get('by')) ?? 'MONTH'
  const id = current?.project.id
  const { data, error, refetch } = useAnswer(progressDocument, id ? { id, ids: [id], asOf, by: [by] } : null, { keepsFormer: true })
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (!data) return <Loading />
  const groups = data.programmeProgress.nodes
  const rows = groups.map((group) => ({ ...group, name: groupName(group, by, data) ?? translate('progress.none') }))
  return (
    <Page>
      <PageHead
        title={translate('pages.progress')}
        sentence={<ProgressSentence whole={data.whole.nodes[0]} day={asOf} />}
        actions={<ExportButton onExport={(form) => saveTable(`progress-${by.toLowerCase()}`, tableOf(rows, by, translate), form)} />}
      />
      <ToggleButtonGroup
        size="small"
        exclusive
        value={by}
        onChange={(_, next: Grouping | null) => next && setParams({ by: next }, { replace: true })}
        aria-label={translate('progress.by')}
        sx={{ flexWrap: 'wrap', mb: 2 }}
      >
        {groupings.map((grouping) => (
          <ToggleButton key={grouping} value={grouping}>
            {translate(`enums.ProgressBy.${grouping}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {by === 'MONTH' ? <MonthChart groups={groups} /> : null}
      {rows.length === 0 ? (
        <Typography>{translate('progress.empty')}</Typography>
      ) : (
        <WideTable label={translate('pages.progress')} framed head={heads(by, translate).toSpliced(3, 0, { text: translate('progress.bar'), minWidth: 120 })}>
          {rows.map((row) => (
            <TableRow key={row.key}>
              <TableCell component="th" scope="row">
                {row.name}
              </TableCell>
              <TableCell align="right">{percentText(row.achieved)}</TableCell>
              <TableCell align="right">{percentText(row.planned)}</TableCell>
              <TableCell>{row.achieved === null ? null : <ProgressBar achieved={row.achieved} planned={row.planned} />}</TableCell>
              <TableCell>
                <Standing standing={row.standing} />
              </TableCell>
              <TableCell align="right">{percentText(row.coverage)}</TableCell>
              <TableCell align="right">{numberText(row.pilots)}</TableCell>
              <TableCell align="right">
                {row.late > 0 ? (
                  <Link
                    component={RouterLink}
                    to={lateAddress(latePlaceOf(row, by, asOf))}
                    aria-label={translate('late.of', { smart_count: row.late, name: row.name })}
                  >
                    {numberText(row.late)}
                  </Link>
                ) : (
                  numberText(row.late)
                )}
              </TableCell>
            </TableRow>
          ))}
        </WideTable>
      )}
    </Page>
  )
}

type Group = AnswerOf<typeof progressDocument>['programmeProgress']['nodes'][number]

/** The table as it is taken away: as it stands, fractions as such, with the codes behind the words at the end. */
const tableOf = (groups: readonly (Group & { readonly name: string })[], by: Grouping, translate: Translate): Table => ({
  head: [...heads(by, translate).map((one) => (typeof one === 'string' ? one : one.text)), 'month', 'standingCode', 'key'],
  rows: groups.map(({ name, achieved, planned, standing, coverage, pilots, late, month, key }) => [
    ...[name, achieved, planned, translate(`enums.Standing.${standing}`), coverage, pilots, late],
    ...[month, standing, key],
  ]),
})

/** Headings of the table without its bars, by what makes its groups. */
const heads = (by: Grouping, translate: Translate): Head[] => [
  translate(`enums.ProgressBy.${by}`),
  { text: translate('progress.achieved'), right: true },
  { text: translate('progress.planned'), right: true },
  translate('progress.standing'),
  { text: translate('progress.coverage'), right: true },
  { text: translate('resources.pilots.name', { smart_count: 2 }), right: true },
  { text: translate('enums.LateState.LATE'), right: true },
]

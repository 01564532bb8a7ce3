import { Box, Button, Link, TextField, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { Failed, Loading } from '../kit/loading'
import { Page, PageHead } from '../kit/page'
import { references } from './chosen'
import { ImportStatistics } from './import-statistics'
import { regionalPositionDocument } from './position.graphql'
import { type Choices, useChoices } from './position-data'
import { positionFinding } from './position-finding'
import { PositionView } from './position-view'
import { useChosen } from './use-chosen'

/** Where a region stands among those of the partnership, by divisions of the economy. */
export default function RegionalPositionPage() {
  const translate = useTranslate()
  const { current, adds } = useProject()
  const projectId = current?.project.id ?? ''
  const { choices, error, isLoading, refetch } = useChoices(projectId)
  const chosen = useChosen(choices, projectId)
  const { asked } = chosen
  const ready = asked.regionId !== '' && asked.fromYear < asked.year
  const position = useAnswer(regionalPositionDocument, ready ? asked : null, { keepsFormer: true })
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (isLoading || (ready && position.isPending)) return <Loading />
  const found = position.data?.regionalPosition
  return (
    <Page>
      <PageHead
        title={found ? translate('position.of', { region: found.name }) : translate('position.title')}
        sentence={found ? positionFinding(found, asked, translate) : translate(ready ? 'position.noFigures' : 'position.empty')}
        actions={
          adds('regionalStatistics') ? <ImportStatistics projectId={projectId} onDone={() => void Promise.all([refetch(), position.refetch()])} /> : null
        }
      />
      {choices.regions.length > 0 ? <Chooser choices={choices} chosen={chosen} /> : null}
      {position.error && !found ? <Typography role="alert">{(position.error as Error).message}</Typography> : null}
      {found ? <PositionView position={found} asked={asked} /> : null}
      {choices.regions.length > 0 ? (
        <Button component={RouterLink} to="/regionalStatistics" size="small">
          {translate('position.figures')}
        </Button>
      ) : (
        <Link href="/imports/regional-statistics/template.csv">{translate('imports.template', { form: 'CSV' })}</Link>
      )}
    </Page>
  )
}

function Chooser({ choices, chosen }: { choices: Choices; chosen: ReturnType<typeof useChosen> }) {
  const translate = useTranslate()
  const { asked, compared, measures, years, choose } = chosen
  const selects = [
    {
      name: 'region',
      label: translate('position.region'),
      value: asked.regionId,
      options: choices.regions.map(({ id, code, name }) => [id, `${code} ${name}`]),
    },
    {
      name: 'measure',
      label: translate('position.measure'),
      value: asked.measure,
      options: measures.map((measure) => [measure, translate(`enums.StatisticMeasure.${measure}`)]),
    },
    { name: 'from', label: translate('position.from'), value: asked.fromYear, options: years.filter((year) => year < asked.year).map((year) => [year, year]) },
    { name: 'year', label: translate('position.year'), value: asked.year, options: years.slice(1).map((year) => [year, year]) },
    {
      name: 'reference',
      label: translate('position.comparedWith'),
      value: compared,
      options: references.map((reference) => [reference, translate(`position.references.${reference}`)]),
    },
  ]
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 3 }}>
      {selects.map(({ name, label, value, options }) => (
        <TextField
          key={name}
          id={`position-${name}`}
          select
          label={label}
          value={value}
          onChange={(event) => choose(name, event.target.value)}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          sx={{ maxWidth: '100%' }}
        >
          {options.map(([id, text]) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </TextField>
      ))}
    </Box>
  )
}

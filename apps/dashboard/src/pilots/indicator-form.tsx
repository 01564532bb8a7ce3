import LockOutlined from '@mui/icons-material/LockOutlined'
import { Alert, Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { RadioButtonGroupInput, type RaRecord, useRecordContext, useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { enumValues, fieldOf, recordOf } from '../api/contract'
import { ask } from '../api/graphql'
import { useAnswer } from '../api/use-answer'
import RecordCreate from '../records/record-create'
import RecordEdit from '../records/record-edit'
import { FieldInput } from '../records/record-inputs'
import { example, exampleLevel } from './counting-example'
import { createSeatDocument, isMeasuredDocument, pilotPartnerDocument } from './pilot.graphql'
import { type IndicatorFacts, shownText } from './pilot-data'

const record = recordOf('indicators')

/** A new indicator; the pilot's own partner gets its first seat, and one is back at the pilot. */
export function IndicatorCreate() {
  const after = async (made: RaRecord) => {
    const { pilot } = await ask(pilotPartnerDocument, { id: String(made.pilot?.id) })
    if (!pilot?.partner) return
    await ask(createSeatDocument, { input: { projectId: made.project?.id, indicatorId: String(made.id), partnerId: pilot.partner.id } })
  }
  return (
    <RecordCreate after={after} next={({ pilot }) => pilot && `/pilots/${pilot.id}/show`}>
      <IndicatorInputs creating />
    </RecordCreate>
  )
}

export function IndicatorEdit() {
  return (
    <RecordEdit>
      <IndicatorInputs />
    </RecordEdit>
  )
}

/** The indicator's form in plain questions, with an example that changes as one answers. */
function IndicatorInputs({ creating = false }: { creating?: boolean }) {
  const translate = useTranslate()
  const frozen = useIsMeasured()
  const measure: unknown = useWatch({ name: 'measure' })
  const combinations = enumValues('Combination').filter((id) => (id === 'POOLED') === (measure === 'RATIO'))
  const aggregations = enumValues('Aggregation').filter((id) => id !== 'AVERAGE' || measure !== 'RATIO')
  return (
    <>
      {creating ? <Plain name="pilot" /> : null}
      {frozen ? (
        <Alert severity="info" icon={<LockOutlined />} sx={{ mb: 2, width: '100%' }}>
          {translate('indicator.frozen')}
        </Alert>
      ) : null}
      <Plain name="title" />
      <Plain name="definition" />
      <Ask name="measure" values={enumValues('Measure')} locked={frozen} />
      <Plain name="scaleMax" />
      {measure === 'RATIO' ? null : <Plain name="unit" />}
      <Ask name="aggregation" values={aggregations} locked={frozen} />
      <Ask name="combination" values={combinations} locked={frozen} />
      <Example />
      <Ask name="direction" values={enumValues('Direction')} locked={frozen} />
      <Plain name="bandLow" locked={frozen} />
      <Plain name="bandHigh" locked={frozen} />
      <Plain name="baseline" locked={frozen} />
      <Plain name="every" />
      <Plain name="weight" />
      <Plain name="position" />
    </>
  )
}

function Plain({ name, locked = false }: { name: string; locked?: boolean }) {
  const field = fieldOf(record, name)
  return field ? <FieldInput record={record} field={field} locked={locked} /> : null
}

/** How an indicator counts is fixed by its first measurement. */
function useIsMeasured(): boolean {
  const row = useRecordContext<RaRecord>()
  const { data } = useAnswer(isMeasuredDocument, row ? { id: String(row.id) } : null)
  return (data?.measurements.nodes.length ?? 0) > 0
}

interface AskProps {
  readonly name: 'measure' | 'aggregation' | 'combination' | 'direction'
  readonly values: readonly string[]
  readonly locked: boolean
}

function Ask({ name, values, locked }: AskProps) {
  const translate = useTranslate()
  const choices = fieldOf(record, name)?.choices ?? ''
  return (
    <RadioButtonGroupInput
      source={name}
      label={translate(`indicator.ask.${name}`)}
      choices={values.map((id) => ({ id, name: translate(`enums.${choices}.${id}`) }))}
      row={false}
      disabled={locked}
      isRequired
    />
  )
}

/** Two partners, three months, and what they come to by the answers so far. */
function Example() {
  const translate = useTranslate()
  const values = useWatch() as Partial<Pick<IndicatorFacts, 'measure'> & { aggregation: string; combination: string }>
  const { measure, aggregation, combination } = values
  if (!measure || !aggregation || !combination) return null
  const isRatio = measure === 'RATIO'
  const level = exampleLevel(aggregation, combination)
  if (level === null) return null
  return (
    <Box sx={{ bgcolor: 'var(--sunken)', borderRadius: 1, p: 2, mb: 2, width: '100%' }} role="status">
      <Typography variant="h2">{translate('indicator.example')}</Typography>
      <Table size="small" aria-label={translate('indicator.example')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('resources.partners.name', { smart_count: 1 })}</TableCell>
            {example.months.map((month, index) => (
              <TableCell key={month} align="right">
                {translate('indicator.month', { number: index + 1 })}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {(['A', 'B'] as const).map((partner) => (
            <TableRow key={partner}>
              <TableCell component="th" scope="row">
                {partner}
              </TableCell>
              {example.counted[partner].map((figure, index) => (
                <TableCell key={example.months[index]} align="right">
                  {isRatio ? translate('indicator.outOf', { counted: figure, whole: example.outOf[partner][index] ?? 0 }) : figure}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Typography sx={{ mt: 1 }}>{translate('indicator.result', { level: shownText({ measure }, isRatio ? level * 100 : level) })}</Typography>
    </Box>
  )
}

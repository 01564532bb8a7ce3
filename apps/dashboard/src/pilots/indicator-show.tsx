import { shifted } from '@clusterpolisee/values'
import { Box, Button, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocaleState, useTranslate } from 'react-admin'
import { allNodes } from '../api/all-nodes'
import { contract } from '../api/contract'
import type { AnswerOf } from '../api/document'
import { ask } from '../api/graphql'
import { useProject } from '../api/session'
import { keyOf, useAnswer } from '../api/use-answer'
import { figureOf } from '../kit/answers'
import { dayText, momentText, numberText, percentText } from '../kit/format'
import { Failed, Loading } from '../kit/loading'
import { Columns, Page, Section, WideTable } from '../kit/page'
import { type Answers, DialogForm, type Question } from '../kit/questions'
import { Children } from '../records/children'
import { History } from '../records/history'
import { Facts, RecordHead, RecordPage } from '../records/record-show'
import { mayAdd, mayUpdate } from '../records/refusal'
import type { PageProps } from '../records/room'
import { CorrectDialog } from './correct-dialog'
import { exactText } from './exactness'
import { IndicatorChart } from './indicator-chart'
import { Level } from './indicators'
import { indicatorDocument, recordingsDocument, setTargetDocument } from './pilot.graphql'
import { SHOWN_DAYS, shownPoints, shownText } from './pilot-data'

type WholeIndicator = NonNullable<AnswerOf<typeof indicatorDocument>['indicator']>
type Recorded = WholeIndicator['all']['nodes'][number]

/** An indicator's page: its level against its targets, who measures it, every measurement with what it was corrected from. */
export default function IndicatorShow() {
  return <RecordPage page={IndicatorPage} />
}

function IndicatorPage({ record, facts }: PageProps) {
  const translate = useTranslate()
  const { asOf } = useProject()
  const { data, error, refetch } = useAnswer(indicatorDocument, { id: String(record.id), asOf, days: SHOWN_DAYS })
  const indicator = data?.indicator
  const contributor = contract.records.Contributor
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (!indicator || !contributor) return <Loading />
  const may = mayUpdate(record)
  return (
    <Page>
      <RecordHead facts={facts} record={record} />
      <Columns
        main={
          <>
            <Box sx={{ maxWidth: 420, bgcolor: 'background.paper', border: '1px solid var(--line)', borderRadius: 2, p: 2, mb: 4 }}>
              <Level indicator={indicator} />
              <IndicatorChart indicator={indicator} day={asOf} />
            </Box>
            <Targets indicator={indicator} may={may} onDone={() => void refetch()} />
            <Recordings indicator={indicator} onDone={() => void refetch()} />
          </>
        }
        side={
          <>
            <Section title={translate('record.facts')}>
              <Facts facts={facts} record={record} without={['title', 'position']} />
            </Section>
            <Children child={contributor} by="indicator" parent={record} beside={['since', 'until']} adds={mayAdd(record, 'contributors')} />
            <History record={facts} id={String(record.id)} />
          </>
        }
      />
    </Page>
  )
}

function Targets({ indicator, may, onDone }: { indicator: WholeIndicator; may: boolean; onDone: () => void }) {
  const translate = useTranslate()
  const [asked, setAsked] = useState<{ dueOn: string; value: string } | null>(null)
  const isRatio = indicator.measure === 'RATIO'
  const label = (name: string) => translate(`resources.targets.fields.${name}`)
  const questions: Question<'dueOn' | 'value' | 'reason'>[] = [
    { name: 'dueOn', label: label('dueOn'), type: 'date', required: true, initial: asked?.dueOn ?? '' },
    {
      name: 'value',
      label: isRatio ? translate('indicator.perCent') : label('value'),
      type: 'number',
      initial: asked?.value ?? '',
      help: translate('indicator.emptyGivesUp'),
    },
    { name: 'reason', label: label('reason'), type: 'longText' },
  ]
  const save = async ({ dueOn, value, reason }: Answers<'dueOn' | 'value' | 'reason'>) => {
    const typed = figureOf(value)
    await ask(setTargetDocument, { indicatorId: indicator.id, dueOn, value: typed === null || !isRatio ? typed : shifted(typed, -2), reason: reason || null })
    setAsked(null)
    onDone()
  }
  const figure = (value: number | null) => (value === null ? '–' : isRatio ? percentText(value, 1) : numberText(value))
  return (
    <Section
      title={translate('resources.targets.name', { smart_count: 2 })}
      actions={
        may ? (
          <Button size="small" onClick={() => setAsked({ dueOn: '', value: '' })}>
            {translate('indicator.setTarget')}…
          </Button>
        ) : null
      }
    >
      {indicator.targets.nodes.length === 0 ? <Typography variant="body2">{translate('indicator.noTarget')}</Typography> : null}
      <Table size="small" aria-label={translate('resources.targets.name', { smart_count: 2 })}>
        <TableBody>
          {indicator.targets.nodes.map((target) => (
            <TableRow key={target.dueOn}>
              <TableCell component="th" scope="row">
                {dayText(target.dueOn)}
              </TableCell>
              <TableCell align="right">{figure(target.value)}</TableCell>
              <TableCell align="right">
                {may ? (
                  <Button
                    size="small"
                    aria-label={`${translate('indicator.change')}: ${dayText(target.dueOn)}`}
                    onClick={() =>
                      setAsked({ dueOn: target.dueOn, value: target.value === null ? '' : String(isRatio ? shifted(target.value, 2) : target.value) })
                    }
                  >
                    {translate('indicator.change')}
                  </Button>
                ) : null}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {asked ? (
        <DialogForm
          title={translate('indicator.setTarget')}
          questions={questions}
          deed={translate('ra.action.save')}
          onClose={() => setAsked(null)}
          onSubmit={save}
        />
      ) : null}
    </Section>
  )
}

/** Everything that was recorded of an indicator, once it is asked for. */
function useAllRecordings(id: string, enabled: boolean) {
  const [language] = useLocaleState()
  const asked = { id, language }
  const read = ({ signal }: { readonly signal: AbortSignal }) => allNodes(recordingsDocument, asked, ({ measurements }) => measurements, signal)
  return useQuery({ queryKey: keyOf(recordingsDocument, asked), queryFn: enabled ? read : skipToken })
}

/** Everything that was recorded, corrected and taken back, newest day first; what holds can be corrected and taken back. */
function Recordings({ indicator, onDone }: { indicator: WholeIndicator; onDone: () => void }) {
  const translate = useTranslate()
  const [correcting, setCorrecting] = useState<Recorded | null>(null)
  const [isAll, setAll] = useState(false)
  const all = useAllRecordings(indicator.id, isAll)
  const nodes: readonly Recorded[] = all.data ?? indicator.all.nodes
  const { totalCount } = indicator.all
  const totals = indicator.aggregation === 'SUM' ? new Map(shownPoints(indicator).map(({ day, value }) => [day, value])) : null
  const corrected = () => {
    setCorrecting(null)
    onDone()
    if (isAll) void all.refetch()
  }
  const label = (name: string) => translate(`resources.measurements.fields.${name}`)
  const plain = (item: Recorded) =>
    item.value === null ? translate('indicator.outOf', { counted: item.numerator ?? 0, whole: item.denominator ?? 0 }) : numberText(item.value)
  const figure = (item: Recorded) => exactText(plain(item), item.exactness, translate)
  const totalText = (day: string) => {
    const total = totals?.get(day)
    return total === undefined ? '' : shownText(indicator, total)
  }
  return (
    <Section title={translate('resources.measurements.name', { smart_count: 2 })}>
      {nodes.length === 0 ? <Typography variant="body2">{translate('indicator.noMeasurement')}</Typography> : null}
      {totalCount > nodes.length ? (
        <Typography variant="body2" color="textSecondary">
          {translate('indicator.newestOf', { shown: nodes.length, total: numberText(totalCount) })}{' '}
          <Button size="small" onClick={() => setAll(true)}>
            {translate('indicator.showAll')}
          </Button>
        </Typography>
      ) : null}
      <WideTable
        label={translate('resources.measurements.name', { smart_count: 2 })}
        head={[
          label('onDay'),
          translate('resources.partners.name', { smart_count: 1 }),
          { text: label('value'), right: true },
          ...(totals ? [{ text: translate('indicator.inAll'), right: true }] : []),
          label('source'),
          label('recordedAt'),
          translate('indicator.change'),
        ]}
      >
        {nodes.map((item) => (
          <TableRow key={item.id} sx={holds(item) ? undefined : { '& td, & th': { color: 'text.secondary' } }}>
            <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
              {dayText(item.onDay, 'short')}
            </TableCell>
            <TableCell>{item.contributor?.partner?.shortName}</TableCell>
            <TableCell align="right">{holds(item) ? figure(item) : <s>{figure(item)}</s>}</TableCell>
            {totals ? <TableCell align="right">{holds(item) ? totalText(item.onDay) : ''}</TableCell> : null}
            <TableCell>{[item.source, item.note, item.reason && translate('indicator.because', { reason: item.reason })].filter(Boolean).join('; ')}</TableCell>
            <TableCell>
              {momentText(item.recordedAt)} {item.retracted ? translate('indicator.retracted') : item.supersededAt ? translate('indicator.corrected') : ''}
            </TableCell>
            <TableCell>
              {holds(item) && item.can.correct.allowed ? (
                <Button
                  size="small"
                  aria-label={translate('entry.correct', { title: indicator.title, day: dayText(item.onDay), value: figure(item) })}
                  onClick={() => setCorrecting(item)}
                >
                  {translate('entry.correctDeed')}…
                </Button>
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </WideTable>
      {correcting ? <CorrectDialog indicator={indicator} point={correcting} onClose={() => setCorrecting(null)} onDone={corrected} /> : null}
    </Section>
  )
}

/** Neither corrected nor taken back. */
const holds = (item: Recorded): boolean => !item.supersededAt && !item.retracted

import { readQualifier, withQualifier } from '@clusterpolisee/values'
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined'
import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import { Alert, Box, Button, Link, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useNavigate, useParams } from 'react-router-dom'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { dayText, numberText, percentText } from '../kit/format'
import { Failed, Loading, NotThere } from '../kit/loading'
import { Page, PageHead, Section } from '../kit/page'
import { typedNumber } from '../kit/typed'
import { DayField } from '../kit/typed-field'
import { Refusal } from '../records/refusal'
import { DraftKept, DraftOffer } from '../records/use-draft'
import { CorrectDialog } from './correct-dialog'
import type { EntryFacts, Point } from './entry-data'
import { EntryGrid } from './entry-grid'
import { cellKey, columnsOf, type Entry, type EntryRow, earlierDays, rowsOf, targetText, totalOf, totalWith } from './entry-model'
import { figureOf, type Question } from './entry-questions'
import { exactText } from './exactness'
import { OneMeasurement } from './one-measurement'
import { DoubtQuestion, HomelessQuestion } from './paste-questions'
import { recordMeasurementsDocument } from './pilot.graphql'
import { useEntering } from './use-entering'
import { useEntry } from './use-entry'

/** Entry of a pilot's measurements: a row per seat, a column per day. */
export default function Measurements() {
  const { id = '' } = useParams()
  const { data: facts, error, isPending, refetch } = useEntry(id)
  if (isPending) return <Loading />
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  return facts.pilot ? <EntryPage key={id} facts={facts} pilot={facts.pilot} onCorrected={() => void refetch()} /> : <NotThere />
}

type Pilot = NonNullable<EntryFacts['pilot']>

interface PageProps {
  readonly pilot: Pilot
  readonly onCorrected: () => void
}

function EntryPage({ facts, pilot, onCorrected }: PageProps & { readonly facts: EntryFacts }) {
  const translate = useTranslate()
  const { asOf } = useProject()
  const [single, setSingle] = useState(false)
  const crumbs = [
    { text: translate('resources.pilots.name', { smart_count: 2 }), to: '/pilots' },
    { text: pilot.title, to: `/pilots/${pilot.id}/show` },
  ]
  const all = rowsOf(facts)
  const open = all.filter(({ until }) => until === null)
  const [withEnded, setWithEnded] = useState(open.length === 0)
  const rows = withEnded ? all : open
  if (all.length === 0) {
    const [others] = facts.seats.nodes
    return (
      <Page>
        <PageHead title={translate('pilot.enter')} crumbs={crumbs} sentence={others ? <Refusal move={others.can.measure} /> : translate('entry.noSeats')} />
      </Page>
    )
  }
  return (
    <Page>
      <PageHead
        title={translate('pilot.enter')}
        crumbs={crumbs}
        sentence={translate('entry.hint')}
        actions={
          <>
            {open.length > 0 && open.length < all.length ? (
              <Button aria-pressed={withEnded} onClick={() => setWithEnded(!withEnded)}>
                {translate(withEnded ? 'entry.withoutEnded' : 'entry.withEnded')}
              </Button>
            ) : null}
            <Button variant="outlined" onClick={() => setSingle(true)}>
              {translate('entry.single')}…
            </Button>
          </>
        }
      />
      <Entering pilot={pilot} rows={rows} today={asOf ?? ''} onCorrected={onCorrected} />
      {single ? <OneMeasurement rows={rows} day={asOf ?? ''} onClose={() => setSingle(false)} onDone={onCorrected} /> : null}
    </Page>
  )
}

interface EnteringProps extends PageProps {
  /** The seats that this person measures. */
  readonly rows: readonly EntryRow[]
  readonly today: string
}

function Entering({ pilot, rows, today, onCorrected }: EnteringProps) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [correcting, setCorrecting] = useState<{ row: EntryRow; point: Point } | null>(null)
  const entering = useEntering({ pilot, rows, today })
  const { columns, typed, type, entries, questions, draft, isDated } = entering
  return (
    <>
      <DraftOffer draft={draft} version={pilot.version} />
      <Days days={entering.days} onChange={entering.setDays} />
      <EntryGrid
        rows={rows}
        columns={columns}
        typed={typed}
        onType={type}
        onPaste={entering.paste}
        faults={entering.faults}
        questions={new Set(questions.map(({ key }) => key))}
        before={earlierDays(rows, entering.days)}
        renderBefore={(row, day) => {
          const point = row.points.find((candidate) => candidate.onDay === day)
          return point ? <Former point={point} row={row} onCorrect={() => setCorrecting({ row, point })} /> : '·'
        }}
        renderAbout={(row) => <About row={row} today={today} />}
        renderBelow={(row, column) => <Total row={row} of={entries} typed={typed[cellKey(row, column)]} />}
      />
      <HomelessQuestion asked={entering.asked} answerPaste={entering.answerPaste} />
      <DoubtQuestion doubts={entering.doubts} decide={entering.decide} />
      {questions.map((question) => (
        <QuestionLine
          key={question.key}
          question={question}
          onMeant={(value) => type({ ...typed, [question.key]: withQualifier(readQualifier(typed[question.key] ?? '').qualifier, typedNumber(value)) })}
          onRight={() => entering.accept(question.key)}
        />
      ))}
      <Box role="status" aria-live="polite" sx={{ minHeight: 24, mt: 1, fontSize: 13 }}>
        {entering.said}{' '}
        {entering.undoPaste ? (
          <Link component="button" type="button" onClick={entering.undoPaste}>
            {translate('entry.undoPaste')}
          </Link>
        ) : null}
      </Box>
      <Box sx={{ display: 'flex', gap: 1.5, mt: 1, flexWrap: 'wrap', alignItems: 'center', borderTop: '1px solid var(--line2)', pt: 2 }}>
        <Button variant="contained" disabled={entries.length === 0 || !isDated || entering.isSaving} onClick={entering.save}>
          {translate('entry.save', { smart_count: entries.length })}
        </Button>
        <Button onClick={() => navigate(`/pilots/${pilot.id}/show`)}>{translate('ra.action.cancel')}</Button>
        {questions.length > 0 ? <Typography variant="body2">{translate('entry.questions', { smart_count: questions.length })}</Typography> : null}
        <DraftKept at={draft.keptAt} />
      </Box>
      <Preview entries={entries} ready={isDated && entering.isNumbers} />
      {correcting ? (
        <CorrectDialog
          indicator={correcting.row.indicator}
          point={correcting.point}
          onClose={() => setCorrecting(null)}
          onDone={() => {
            setCorrecting(null)
            onCorrected()
          }}
        />
      ) : null}
    </>
  )
}

/** Where an indicator is on its way: what it adds up to so far, its next target; and until when the seat measured. */
function About({ row, today }: { row: EntryRow; today: string }) {
  const translate = useTranslate()
  const total = totalOf(row.indicator)
  const lines = [
    row.until && translate('entry.until', { day: dayText(row.until, 'short') }),
    total !== null && translate('entry.soFar', { total: numberText(total) }),
    targetText(row, today, translate),
  ]
  return lines.filter(Boolean).map((line) => <div key={String(line)}>{line}</div>)
}

/** What an indicator that adds up comes to with what is typed. */
function Total({ row, of, typed }: { row: EntryRow; of: readonly Entry[]; typed: string | undefined }) {
  const translate = useTranslate()
  const total = typed ? totalWith(row.indicator, of) : null
  return total === null ? null : translate('entry.inAll', { total: numberText(total) })
}

/** The days that are entered, each a column. */
function Days({ days, onChange }: { days: readonly string[]; onChange: (days: readonly string[]) => void }) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', my: 2 }}>
      {columnsOf(days, false).flatMap(({ key, day }, index) =>
        day === null ? (
          []
        ) : (
          <DayField
            key={key}
            label={days.length > 1 ? translate('entry.dayNumber', { number: index + 1 }) : translate('pilot.day')}
            day={day}
            onDay={(next) => onChange(days.map((known, at) => (at === index ? next : known)))}
          />
        ),
      )}
      <Button onClick={() => onChange([...days, ''])}>{translate('entry.addDay')}</Button>
    </Box>
  )
}

/** An earlier value is locked: it opens what corrects it. */
function Former({ point, row, onCorrect }: { point: Point; row: EntryRow; onCorrect: () => void }) {
  const translate = useTranslate()
  const figure = row.indicator.measure === 'RATIO' ? percentText(figureOf(point), 1) : numberText(figureOf(point))
  const text = exactText(figure, point.exactness, translate)
  return (
    <Link
      component="button"
      type="button"
      color="textPrimary"
      underline="hover"
      onClick={onCorrect}
      aria-label={translate('entry.correct', { title: row.indicator.title, day: dayText(point.onDay), value: text })}
    >
      {point.reason ? <HistoryOutlined aria-hidden sx={{ fontSize: 14, mr: 0.5 }} /> : null}
      {text}
    </Link>
  )
}

function QuestionLine({ question, onMeant, onRight }: { question: Question; onMeant: (value: number) => void; onRight: () => void }) {
  const translate = useTranslate()
  const { key, row, value, last, meant } = question
  const show = (figure: number) => (row.indicator.measure === 'RATIO' ? percentText(figure, 1) : numberText(figure))
  return (
    <Alert id={`question-${key}`} severity="warning" icon={<HelpOutlineOutlined />} sx={{ mt: 1, alignItems: 'center' }}>
      {translate('entry.odd', { title: row.indicator.title, value: show(value), last: show(last) })}{' '}
      {meant === null ? null : (
        <Button size="small" color="inherit" variant="outlined" onClick={() => onMeant(meant)}>
          {translate('entry.meant', { value: show(meant) })}
        </Button>
      )}{' '}
      <Button size="small" color="inherit" onClick={onRight}>
        {translate('entry.right', { value: show(value) })}
      </Button>
    </Alert>
  )
}

/** What saving will change, asked of the gateway without writing. */
function Preview({ entries, ready }: { entries: readonly Entry[]; ready: boolean }) {
  const translate = useTranslate()
  const input = entries.map((entry) => entry.input)
  const { data } = useAnswer(recordMeasurementsDocument, ready && input.length > 0 ? { input, dryRun: true } : null, { keepsFormer: true })
  const change = data?.recordMeasurements.changes[0]
  if (!change || input.length === 0) return null
  return (
    <Box sx={{ mt: 3 }}>
      <Section title={translate('entry.preview')}>
        <Typography>
          {translate('entry.previewLine', { before: percentText(change.before), after: percentText(change.after), planned: percentText(change.planned) })}
        </Typography>
      </Section>
    </Box>
  )
}

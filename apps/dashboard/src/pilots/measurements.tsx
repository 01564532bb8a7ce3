import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined'
import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import { Alert, Box, Button, Link, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useNavigate, useParams } from 'react-router-dom'
import { ask, GraphqlError } from '../api/graphql'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { dayText, numberText, percentText } from '../kit/format'
import { Failed, Loading, NotThere } from '../kit/loading'
import { Page, PageHead, Section } from '../kit/page'
import { useSaved } from '../kit/saved'
import { Refusal } from '../records/refusal'
import { DraftKept, DraftOffer, useDraft } from '../records/use-draft'
import { CorrectDialog } from './correct-dialog'
import type { EntryFacts, Point } from './entry-data'
import { EntryGrid } from './entry-grid'
import { columnsOf, type Entry, type EntryRow, earlierDays, entriesOf, faultsByCell, isNoNumber, rowsOf, type Typed, targetText } from './entry-model'
import { figureOf, type Question, questionsOf } from './entry-questions'
import { OneMeasurement } from './one-measurement'
import { recordMeasurementsDocument } from './pilot.graphql'
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
  const rows = rowsOf(facts)
  if (rows.length === 0) {
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
          <Button variant="outlined" onClick={() => setSingle(true)}>
            {translate('entry.single')}…
          </Button>
        }
      />
      <Entering pilot={pilot} rows={rows} today={asOf ?? ''} onCorrected={onCorrected} />
      {single ? <OneMeasurement rows={rows} day={asOf ?? ''} onClose={() => setSingle(false)} onDone={onCorrected} /> : null}
    </Page>
  )
}

interface Kept {
  readonly days: readonly string[]
  readonly typed: Typed
}

interface EnteringProps extends PageProps {
  /** The seats that this person measures. */
  readonly rows: readonly EntryRow[]
  readonly today: string
}

function Entering({ pilot, rows, today, onCorrected }: EnteringProps) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const saved = useSaved()
  const [days, setDays] = useState<readonly string[]>([today])
  const [typed, setTyped] = useState<Typed>({})
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [said, setSaid] = useState('')
  const [undo, setUndo] = useState<Typed | null>(null)
  const [correcting, setCorrecting] = useState<{ row: EntryRow; point: Point } | null>(null)
  const columns = columnsOf(
    days,
    rows.some((row) => row.indicator.measure === 'RATIO'),
  )
  const entries = entriesOf(rows, columns, typed)
  const questions = questionsOf(entries).filter(({ key }) => !answered.has(key))
  const isDirty = Object.values(typed).some((text) => text !== '')
  const draft = useDraft({
    what: `measurements/${pilot.id}`,
    version: pilot.version,
    values: isDirty ? { days, typed } : null,
    take: (values) => {
      const kept = values as unknown as Kept
      setDays(kept.days)
      setTyped(kept.typed)
    },
  })
  const before = earlierDays(rows, days)
  const type = (next: Typed) => {
    setTyped(next)
    setFaults({})
  }
  const save = async () => {
    const [first] = questions
    if (first) return document.getElementById(`question-${first.key}`)?.querySelector('button')?.focus()
    try {
      const { recordMeasurements } = await ask(recordMeasurementsDocument, { input: entries.map(({ input }) => input), dryRun: false })
      await draft.drop()
      saved(translate('entry.saved', { smart_count: recordMeasurements.recorded }))
      navigate(`/pilots/${pilot.id}/show`)
    } catch (error) {
      if (!(error instanceof GraphqlError)) throw error
      setFaults(faultsByCell(error.faults, entries))
      setSaid(error.message)
    }
  }
  return (
    <>
      <DraftOffer draft={draft} version={pilot.version} />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', my: 2 }}>
        {columnsOf(days, false).flatMap(({ key, day }, index) =>
          day === null ? (
            []
          ) : (
            <TextField
              key={key}
              type="date"
              label={days.length > 1 ? translate('entry.dayNumber', { number: index + 1 }) : translate('pilot.day')}
              value={day}
              onChange={(event) => setDays(days.map((known, at) => (at === index ? event.target.value : known)))}
              slotProps={{ inputLabel: { shrink: true } }}
            />
          ),
        )}
        <Button onClick={() => setDays([...days, ''])}>{translate('entry.addDay')}</Button>
      </Box>
      <EntryGrid
        rows={rows}
        columns={columns}
        typed={typed}
        onType={type}
        onPaste={(cells) => {
          setUndo(typed)
          setSaid(translate('entry.pasted', { smart_count: cells }))
        }}
        faults={faults}
        questions={new Set(questions.map(({ key }) => key))}
        before={before}
        renderBefore={(row, day) => {
          const point = row.points.find((candidate) => candidate.onDay === day)
          return point ? <Former point={point} row={row} onCorrect={() => setCorrecting({ row, point })} /> : '·'
        }}
        renderTarget={(row, day) => targetText(row, day, translate)}
      />
      {questions.map((question) => (
        <QuestionLine
          key={question.key}
          question={question}
          onMeant={(value) => type({ ...typed, [question.key]: String(value) })}
          onRight={() => setAnswered(new Set([...answered, question.key]))}
        />
      ))}
      <Box role="status" aria-live="polite" sx={{ minHeight: 24, mt: 1, fontSize: 13 }}>
        {said}{' '}
        {undo ? (
          <Link
            component="button"
            type="button"
            onClick={() => {
              setTyped(undo)
              setUndo(null)
              setSaid('')
            }}
          >
            {translate('entry.undoPaste')}
          </Link>
        ) : null}
      </Box>
      <Box sx={{ display: 'flex', gap: 1.5, mt: 1, flexWrap: 'wrap', alignItems: 'center', borderTop: '1px solid var(--line2)', pt: 2 }}>
        <Button variant="contained" disabled={entries.length === 0 || days.includes('')} onClick={save}>
          {translate('entry.save', { smart_count: entries.length })}
        </Button>
        <Button onClick={() => navigate(`/pilots/${pilot.id}/show`)}>{translate('ra.action.cancel')}</Button>
        {questions.length > 0 ? <Typography variant="body2">{translate('entry.questions', { smart_count: questions.length })}</Typography> : null}
        <DraftKept at={draft.keptAt} />
      </Box>
      <Preview
        entries={entries}
        ready={!days.includes('') && columns.every((column) => rows.every((row) => !isNoNumber(column, typed[`${row.seat} ${column.key}`] ?? '')))}
      />
      {correcting ? (
        <CorrectDialog
          row={correcting.row}
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

/** An earlier value is locked: it opens what corrects it. */
function Former({ point, row, onCorrect }: { point: Point; row: EntryRow; onCorrect: () => void }) {
  const translate = useTranslate()
  const text = row.indicator.measure === 'RATIO' ? percentText(figureOf(point), 1) : numberText(figureOf(point))
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

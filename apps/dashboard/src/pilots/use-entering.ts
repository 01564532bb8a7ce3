import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { ask, GraphqlError } from '../api/graphql'
import { useSaved } from '../kit/saved'
import { useDraft } from '../records/use-draft'
import { columnsOf, type EntryRow, entriesOf, faultsByCell, isNoNumber, type Typed } from './entry-model'
import { questionsOf } from './entry-questions'
import { recordMeasurementsDocument } from './pilot.graphql'

interface Kept {
  readonly days: readonly string[]
  readonly typed: Typed
}

interface Asked {
  readonly pilot: { readonly id: string; readonly version: number }
  /** The seats that this person measures. */
  readonly rows: readonly EntryRow[]
  readonly today: string
}

/** An open question is answered before anything is saved. */
const focusQuestion = (key: string) => document.getElementById(`question-${key}`)?.querySelector('button')?.focus()

/** What is typed for the days of a pilot, kept as a draft; what is odd in it; and saving it, all or nothing. */
export function useEntering({ pilot, rows, today }: Asked) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const saved = useSaved()
  const [days, setDays] = useState<readonly string[]>([today])
  const [typed, setTyped] = useState<Typed>({})
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [said, setSaid] = useState('')
  const [undo, setUndo] = useState<Typed | null>(null)
  const columns = columnsOf(
    days,
    rows.some((row) => row.indicator.measure === 'RATIO'),
  )
  const entries = entriesOf(rows, columns, typed)
  const questions = questionsOf(entries).filter(({ key }) => !answered.has(key))
  const draft = useDraft({
    what: `measurements/${pilot.id}`,
    version: pilot.version,
    values: Object.values(typed).some((text) => text !== '') ? { days, typed } : null,
    take: (values) => {
      const kept = values as unknown as Kept
      setDays(kept.days)
      setTyped(kept.typed)
    },
  })
  const type = (next: Typed) => {
    setTyped(next)
    setFaults({})
  }
  const save = async () => {
    const [first] = questions
    if (first) return focusQuestion(first.key)
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
  return {
    days,
    setDays,
    columns,
    typed,
    type,
    entries,
    questions,
    faults,
    said,
    draft,
    save,
    isDated: !days.includes(''),
    isNumbers: columns.every((column) => rows.every((row) => !isNoNumber(column, typed[`${row.seat} ${column.key}`] ?? ''))),
    accept: (key: string) => setAnswered(new Set([...answered, key])),
    notePaste: (cells: number) => {
      setUndo(typed)
      setSaid(translate('entry.pasted', { smart_count: cells }))
    },
    /** Takes a paste back; null while there is none. */
    undoPaste:
      undo &&
      (() => {
        setTyped(undo)
        setUndo(null)
        setSaid('')
      }),
  }
}

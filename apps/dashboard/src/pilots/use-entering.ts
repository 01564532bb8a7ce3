import type { DecimalMark } from '@clusterpolisee/values'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { ask, GraphqlError } from '../api/graphql'
import { useSaved } from '../kit/saved'
import { useDraft } from '../records/use-draft'
import { columnsOf, decided, doubtsOf, type EntryRow, entriesOf, faultsByCell, figureFault, type Typed } from './entry-model'
import type { Pasted } from './entry-paste'
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

/** So is what cannot be read. */
const focusFault = () => document.querySelector<HTMLElement>('[role=grid] [aria-invalid=true]')?.focus()

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
  const [asked, setAsked] = useState<Pasted | null>(null)
  const [isSaving, setSaving] = useState(false)
  const columns = columnsOf(
    days,
    rows.some((row) => row.indicator.measure === 'RATIO'),
  )
  const entries = entriesOf(rows, columns, typed)
  const doubts = doubtsOf(rows, columns, typed)
  const isNumbers = columns.every((column) => rows.every((row) => figureFault(column, typed[`${row.seat} ${column.key}`] ?? '') === undefined))
  const questions = questionsOf(entries).filter(({ key }) => !answered.has(key))
  useEffect(() => {
    if (Object.keys(faults).length > 0) focusFault()
  }, [faults])
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
    if (doubts.length > 0) return focusQuestion('doubt')
    if (!isNumbers) return focusFault()
    if (first) return focusQuestion(first.key)
    setSaving(true)
    try {
      const { recordMeasurements } = await ask(recordMeasurementsDocument, { input: entries.map(({ input }) => input), dryRun: false })
      await draft.drop()
      saved(translate('entry.saved', { smart_count: recordMeasurements.recorded }))
      navigate(`/pilots/${pilot.id}/show`)
    } catch (error) {
      if (!(error instanceof GraphqlError)) throw error
      setFaults(faultsByCell(error.faults, entries))
      setSaid(error.message)
    } finally {
      setSaving(false)
    }
  }
  const take = ({ cells }: Pasted) => {
    setAsked(null)
    setUndo(typed)
    type({ ...typed, ...cells })
    setSaid(translate('entry.pasted', { smart_count: Object.keys(cells).length }))
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
    isNumbers,
    isSaving,
    doubts,
    decide: (mark: DecimalMark) => type(decided(typed, doubts, mark)),
    accept: (key: string) => setAnswered(new Set([...answered, key])),
    /** A block of which something finds no cell is asked about before it is taken. */
    paste: (block: Pasted) => (block.homeless.length > 0 ? setAsked(block) : take(block)),
    asked,
    answerPaste: (isTaken: boolean) => (asked && isTaken ? take(asked) : setAsked(null)),
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

import { type FieldFacts, fieldOf, labelKey, nameFields, type RecordFacts, recordNamed } from '../api/contract'
import type { Translate } from '../api/translate'
import { dayText, partialDayText } from '../kit/format'
import type { Change, Deed } from './deeds'
import { valueText } from './value-text'

/** What sentences need beside the deed. */
export interface Speaking {
  readonly translate: Translate
  /** Names of records by their identity. */
  readonly names: ReadonlyMap<string, string>
  readonly currency: string
}

/** Above this a text is not repeated. */
const LONG = 80

/** What people do by deeds that no form asks for; the rest of such fields the product works out, and nobody did it. */
const byDeed = new Set(['choice', 'day', 'longText', 'flag'])

/** True: a person said it. How exactly a day is known is said with the day. */
const isTold = ({ name, kind, input }: FieldFacts): boolean => kind !== 'json' && !name.endsWith('Precision') && (input !== 'none' || byDeed.has(kind))

/** A deed as one sentence with the record's name; null where nothing was done that people speak of. */
export function deedText(deed: Deed, speaking: Speaking): string | null {
  const record = recordNamed(deed.record)
  const told = deed.changes.map((change) => partOf(record, change, deed, speaking)).filter((part) => part !== null)
  const [first, ...rest] = told.sort((one, other) => Number(other.isSaid) - Number(one.isSaid))
  if (!first) return null
  const name = speaking.names.get(deed.id) || speaking.translate(`resources.${record.plural}.name`, { smart_count: 1 })
  return [`${name}${first.isSaid ? ' ' : ': '}${first.text}`, ...rest.map(({ text }) => text)].join('; ')
}

interface Part {
  readonly text: string
  /** It goes on from the record's name, as "now ends 31 July". */
  readonly isSaid: boolean
}

function partOf(record: RecordFacts, change: Change, deed: Deed, speaking: Speaking): Part | null {
  const { translate } = speaking
  if (change.field === 'archivedAt') return { text: translate(change.after === null ? 'deed.restored' : 'deed.archived'), isSaid: true }
  const field = fieldOf(record, change.field ?? '')
  if (!field || !isTold(field)) return null
  const [before, after] = [textOf(field, change.before, 'before'), textOf(field, change.after, 'after')]
  return said(record, field, before, after, translate) ?? noted(record, field, before, after, translate)

  function textOf(of: FieldFacts, value: unknown, when: 'before' | 'after'): string | null {
    if (value === null || value === undefined || value === '') return null
    if (of.target) return speaking.names.get(String(value)) ?? translate('app.unknown')
    if (of.kind === 'day') return partialDayText(String(value), precisionOf(deed, of.name, when))
    const text = valueText(of, value, translate, speaking.currency)
    return of.kind === 'choice' ? inSentence(text) : text
  }
}

/** How exactly a day is known, where the same deed says so. */
const precisionOf = ({ changes }: Deed, day: string, when: 'before' | 'after'): string | null =>
  changes.find(({ field }) => field === `${day}Precision`)?.[when] as string | null

/** What goes on from the record's name: its state, its name, its days. */
function said(record: RecordFacts, field: FieldFacts, before: string | null, after: string | null, translate: Translate): Part | null {
  if (after === null) return null
  const isName = ['text', 'localised'].includes(field.kind) && nameFields(record.name).includes(field.name)
  const key = field.isState ? 'deed.state' : isName ? 'deed.called' : field.kind === 'day' ? `deed.days.${field.name}` : null
  const begun = key && translate(key, { after, _: '' })
  if (!begun) return null
  const quoted = before !== null && isName ? translate('deed.quoted', { text: before }) : before
  return { text: quoted === null ? begun : translate('deed.was', { now: begun, before: quoted }), isSaid: true }
}

/** Any other field, by its label. */
function noted(record: RecordFacts, field: FieldFacts, before: string | null, after: string | null, translate: Translate): Part {
  const label = inSentence(translate(labelKey(record, field.name)))
  const isLong = field.kind === 'longText' || [before, after].some((text) => (text?.length ?? 0) > LONG)
  if (isLong) return { text: translate(after === null ? 'deed.emptied' : before === null ? 'deed.written' : 'deed.rewritten', { label }), isSaid: false }
  const begun = translate(after === null ? 'deed.emptied' : 'deed.now', { label, after })
  return { text: before === null ? begun : translate('deed.was', { now: begun, before }), isSaid: false }
}

/** A word within a sentence begins small, save abbreviations. */
export const inSentence = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

/** Which of these days moved between two versions of something, each as it goes on from a name; empty where none did. */
export function movedText<Day extends string>(
  days: readonly Day[],
  former: Readonly<Record<Day, string | null>>,
  latter: Readonly<Record<Day, string | null>>,
  translate: Translate,
): string {
  const moved = days.filter((day) => former[day] !== latter[day])
  return moved.map((day) => dayMoved(day, former[day], latter[day], translate)).join('; ')
}

function dayMoved(day: string, before: string | null, after: string | null, translate: Translate): string {
  const now = translate(`deed.days.${day}`, { after: after ? dayText(after) : translate('deed.openDay') })
  return before ? translate('deed.was', { now, before: dayText(before) }) : now
}

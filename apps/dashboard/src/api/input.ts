import { type FieldFacts, type RecordFacts, sourceOf } from './contract'

/** What the gateway is given of a form's data: on an update what differs from the former data. What was emptied goes as null. */
export function inputOf(record: RecordFacts, mode: 'create' | 'update', data: Record<string, unknown>, former?: Record<string, unknown>) {
  const fields = record.fields.filter((field) => field.input === 'always' || (mode === 'create' && field.input === 'create'))
  const entries = fields.map((field) => {
    const name = sourceOf(field)
    return [field.inputName, given(field, data[name]), former?.[name]] as const
  })
  const changed = entries.filter(
    ([, value, before]) => value !== undefined && JSON.stringify(value ?? null) !== JSON.stringify(former ? (before ?? null) : undefined),
  )
  return Object.fromEntries(changed.map(([name, value]) => [name, value]))
}

/** What was typed; languages without a text are left out, and none at all is empty. */
function given({ kind }: FieldFacts, typed: unknown): unknown {
  if (typed === '') return null
  if (kind !== 'localised' || typeof typed !== 'object' || typed === null) return typed
  const texts = Object.entries(typed).filter(([, text]) => text !== null && text !== undefined && text !== '')
  return texts.length > 0 ? Object.fromEntries(texts) : null
}

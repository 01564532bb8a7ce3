import { type RecordFacts, sourceOf } from './contract'

/** What the gateway is given of a form's data: on an update what differs from the former data. What was emptied goes as null. */
export function inputOf(record: RecordFacts, mode: 'create' | 'update', data: Record<string, unknown>, former?: Record<string, unknown>) {
  const fields = record.fields.filter((field) => field.input === 'always' || (mode === 'create' && field.input === 'create'))
  const entries = fields.map((field) => {
    const name = sourceOf(field)
    return [field.inputName, data[name] === '' ? null : data[name], former?.[name]] as const
  })
  const changed = entries.filter(
    ([, value, before]) => value !== undefined && JSON.stringify(value ?? null) !== JSON.stringify(former ? (before ?? null) : undefined),
  )
  return Object.fromEntries(changed.map(([name, value]) => [name, value]))
}

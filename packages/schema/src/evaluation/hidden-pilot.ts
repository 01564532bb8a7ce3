import type { BusinessRules, Fault, RunSql } from '../model/registry.js'

/** What an evaluation draws on is read by its evaluators and readers: no pilot, or indicator of one, that only its own partner sees. */
export async function hiddenFaults(record: Parameters<BusinessRules>[0], names: readonly string[], run: RunSql): Promise<Fault[]> {
  const hidden = await run(
    `SELECT n.name FROM unnest($1::text[], $2::uuid[]) n (name, id)
     JOIN pilot p ON p.id = coalesce((SELECT i.pilot_id FROM indicator i WHERE i.id = n.id), n.id) WHERE p.audience = 'OWN'`,
    [names, names.map((name) => record[name] ?? null)],
  )
  return hidden.map(({ name }) => ({
    path: [`${name}Id`],
    code: 'SEEN_BY_OWN',
    message: 'Only its own partner sees this pilot: evaluators could not. Widen who may read it first.',
  }))
}

import { allRecords, factsOf, factsSql, type RecordMeta, viewerColumns } from './model/index.js'
import type { SqlFile } from './sql-files.js'

/** The audit trigger of every audited record, the notice of announced ones, and the one that rights changed, from the records' declarations. */
export function triggerFile(): SqlFile {
  const audited = allRecords()
    .filter((record) => record.audited)
    .map(
      ({ table, name, isProject }) =>
        `CREATE OR REPLACE TRIGGER ${table}_audit AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION write_audit('${name}', '${isProject ? 'id' : 'project_id'}');`,
    )
  const announced = allRecords()
    .filter((record) => record.announced)
    .map(
      ({ table, name }) =>
        `CREATE OR REPLACE TRIGGER ${table}_announced AFTER INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION tell_record_changed('${name}');`,
    )
  const access = allRecords()
    .filter((record) => record.makesViewers)
    .map(
      (record) =>
        `CREATE OR REPLACE TRIGGER ${record.table}_access_changed AFTER INSERT OR ${updateOf(record)} OR DELETE ON ${record.table} FOR EACH STATEMENT EXECUTE FUNCTION tell_access_changed();`,
    )
  return { name: 'access/90-triggers (from the records)', sql: [judgedFacts(), ...audited, ...announced, ...access].join('\n') }
}

/** Which updates of a record's rows make other viewers. */
function updateOf(record: RecordMeta): string {
  const columns = viewerColumns(record)
  return columns ? `UPDATE OF ${columns.join(', ')}` : 'UPDATE'
}

/** What the rules of reading look at in a record, given its row: kept with each change, which is read by the rights of its time too. */
function judgedFacts(): string {
  const at = { value: (column: string) => `r -> '${column}'`, key: (column: string) => `(r ->> '${column}')::uuid` }
  const cases = allRecords()
    .filter((record) => record.audited)
    .flatMap((record) => {
      const facts = factsOf(record)
      return facts ? [`WHEN '${record.name}' THEN RETURN ${factsSql(facts, at)};`] : []
    })
  return `CREATE OR REPLACE FUNCTION judged_facts(record text, r jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  CASE record
  ${cases.join('\n  ')}
  ELSE RETURN NULL;
  END CASE;
END
$$;`
}

import { allRecords } from './model/index.js'
import type { SqlFile } from './sql-files.js'

/** Tables whose rows make a viewer, and which of their changes do. */
const accessTables = {
  ...Object.fromEntries(['app_user', 'session', 'api_token', 'membership', 'leadership', 'evaluator'].map((table) => [table, 'UPDATE'])),
  project: 'UPDATE OF published, archived_at',
}

/** The audit trigger of every audited record, the notice of announced ones, and the one that rights changed, from the records' declarations. */
export function triggerFile(): SqlFile {
  const audited = allRecords()
    .filter((record) => record.audited)
    .map(
      ({ table, name }) =>
        `CREATE OR REPLACE TRIGGER ${table}_audit AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION write_audit('${name}');`,
    )
  const announced = allRecords()
    .filter((record) => record.announced)
    .map(
      ({ table, name }) =>
        `CREATE OR REPLACE TRIGGER ${table}_announced AFTER INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION tell_record_changed('${name}');`,
    )
  const access = Object.entries(accessTables).map(
    ([table, update]) =>
      `CREATE OR REPLACE TRIGGER ${table}_access_changed AFTER INSERT OR ${update} OR DELETE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION tell_access_changed();`,
  )
  return { name: 'access/90-triggers (from the records)', sql: [...audited, ...announced, ...access].join('\n') }
}

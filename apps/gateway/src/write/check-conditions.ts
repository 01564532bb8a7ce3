import { type Condition, type Fault, paramsSql, type RecordMeta, type RunSql } from '@clusterpolisee/schema'
import { badInput } from '../kernel/errors.js'

/** Refuses with the first condition that does not hold of the row, its figures in the sentence. */
export async function checkConditions(run: RunSql, record: RecordMeta, id: string, conditions: readonly Condition[], path: Fault['path'] = []): Promise<void> {
  for (const condition of conditions) {
    const [found] = await run(`SELECT ${condition.sql('t')} AS holds, ${paramsSql(condition, 't')} AS params FROM ${record.table} t WHERE t.id = $1`, [id])
    if (found?.holds !== true) throw badInput([faultOf(condition, path, (found?.params as Fault['params'] | null) ?? {})])
  }
}

function faultOf({ code, message }: Condition, path: Fault['path'], params: NonNullable<Fault['params']>): Fault {
  const sentence = message.replace(/%\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
  return { path, code, message: sentence, ...(Object.keys(params).length > 0 ? { params } : {}) }
}

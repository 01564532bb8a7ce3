import { EvaluationEffect, EvaluationPlan, fieldOf, type RecordMeta, type RunSql, recordMeta } from '@clusterpolisee/schema'
import { agreementOn, effectFigures } from '../evaluation/index.js'

/** What the product works out of the sample's marks and measurements, by the same means as of anybody's. */
export async function computeSample(run: RunSql): Promise<void> {
  for (const { id } of await run('SELECT id FROM evaluation_plan WHERE opened_at IS NOT NULL', [])) {
    await store(run, recordMeta(EvaluationPlan), id, { ...(await agreementOn(run, String(id))) })
  }
  const effects = await run(
    `SELECT id, design, indicator_id AS indicator, comparison_indicator_id AS "comparisonIndicator",
       before_from AS "beforeFrom", before_until AS "beforeUntil", after_from AS "afterFrom", after_until AS "afterUntil" FROM evaluation_effect`,
    [],
  )
  for (const effect of effects) await store(run, recordMeta(EvaluationEffect), effect.id, await effectFigures(run, effect))
  await run('UPDATE evaluation_effect SET computed_at = moment_of_write()', [])
}

async function store(run: RunSql, record: RecordMeta, id: unknown, values: Readonly<Record<string, unknown>>): Promise<void> {
  const sets = Object.keys(values).map((name, index) => `${fieldOf(record, name)?.column} = $${index + 2}`)
  await run(`UPDATE ${record.table} SET ${sets.join(', ')} WHERE id = $1`, [id, ...Object.values(values)])
}

import type { BusinessRules } from '../model/registry.js'

/** A criterion that a result names is one of its own evaluation. */
export const ofSamePlan: BusinessRules = async ({ criterion, plan }, _, run) => {
  if (!criterion) return []
  const [found] = await run('SELECT plan_id = $2 AS fits FROM criterion WHERE id = $1', [criterion, plan])
  return found?.fits === true ? [] : [{ path: ['criterionId'], code: 'OTHER_PLAN', message: 'This belongs to another evaluation.' }]
}

export { asksSchemaOnly } from './asks-schema-only.js'
export { type Asked, CostGate } from './cost-gate.js'
export { Costs } from './price.js'

import type { DocumentNode } from 'graphql'
import type { Plan } from './engine.js'

/** Most plans of one document: as many shapes of viewers and variables as are asked within reason. */
const MOST_PER_DOCUMENT = 200

/**
 * Plans by document and key. A document's plans go with it (whoever parses keeps documents, and bounds them); of one
 * document the plan that was made first goes when there are too many.
 */
export class PlanCache {
  private readonly byDocument = new WeakMap<DocumentNode, Map<string, Plan>>()
  hits = 0
  misses = 0

  /** The plan under a key, made when it is not there. */
  get(document: DocumentNode, key: string, make: () => Plan): Plan {
    const plans = this.byDocument.get(document) ?? new Map<string, Plan>()
    this.byDocument.set(document, plans)
    const known = plans.get(key)
    if (known) {
      this.hits += 1
      return known
    }
    this.misses += 1
    const plan = make()
    const [oldest] = plans.keys()
    if (plans.size >= MOST_PER_DOCUMENT && oldest !== undefined) plans.delete(oldest)
    plans.set(key, plan)
    return plan
  }
}

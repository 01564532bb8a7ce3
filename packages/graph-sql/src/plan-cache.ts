import type { DocumentNode } from 'graphql'
import { BoundedCache } from './bounded-cache.js'
import type { Plan } from './engine.js'

/** Bytes of all plans: the dashboard's, for every shape of viewer, are some 4 million. */
const MOST_BYTES = 24_000_000
/** What a recipe takes beside the text, about. */
const RECIPE_BYTES = 400

/** Plans by document and key; the plan that was not used for longest goes when together they take too much. */
export class PlanCache {
  private readonly plans: BoundedCache<Plan>
  private readonly names = new WeakMap<DocumentNode, number>()
  private named = 0
  hits = 0
  misses = 0

  constructor(mostBytes = MOST_BYTES) {
    this.plans = new BoundedCache(mostBytes)
  }

  /** The plan under a key, made when it is not there. */
  get(document: DocumentNode, key: string, make: () => Plan): Plan {
    const name = `${this.nameOf(document)} ${key}`
    const known = this.plans.get(name)
    if (known) {
      this.hits += 1
      return known
    }
    this.misses += 1
    const plan = make()
    this.plans.set(name, plan, name.length + bytesOf(plan))
    return plan
  }

  private nameOf(document: DocumentNode): number {
    const known = this.names.get(document)
    if (known !== undefined) return known
    this.named += 1
    this.names.set(document, this.named)
    return this.named
  }
}

const bytesOf = ({ text, recipes, checks, otherwise }: Plan): number =>
  text.length + (recipes.length + checks.length) * RECIPE_BYTES + (otherwise ? bytesOf(otherwise) : 0)

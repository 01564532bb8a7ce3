import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql'
import { holdTo, limits } from './limits.js'

/** What a selection set asks for: how much, with its fragments spread, and how many levels it has. */
export interface Weight {
  readonly cost: number
  readonly height: number
}

const NONE: Weight = { cost: 0, height: 0 }

/**
 * Weighs selection sets as they are executed: of the fragments that one set spreads, directly or through others, each counts
 * once. Each set's own fields are weighed once, however often fragments lead to it.
 */
export class Scale {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  private readonly weighed = new Map<SelectionSetNode, Weight>()

  constructor(document: DocumentNode) {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
  }

  /** Fields of a selection set with its fragments spread, each with the set that it stands in. */
  fieldsOf(set: SelectionSetNode): FieldNode[] {
    return [...this.spread(set)].flatMap(({ selections }) => selections.filter((selection) => selection.kind === Kind.FIELD))
  }

  /** Each field costs 1 and what stands below it. */
  weigh(set: SelectionSetNode | undefined, level: number): Weight {
    if (!set) return NONE
    const parts = [...this.spread(set)].map((part) => this.own(part, level))
    const weight = { cost: sum(parts.map(({ cost }) => cost)), height: Math.max(...parts.map(({ height }) => height)) }
    holdTo(limits.depth, level + weight.height)
    return weight
  }

  private own(set: SelectionSetNode, level: number): Weight {
    holdTo(limits.depth, level)
    const known = this.weighed.get(set)
    if (known) return known
    // A ring of fragments is refused when the document is validated; until then it weighs nothing.
    this.weighed.set(set, NONE)
    const inner = set.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [this.weigh(selection.selectionSet, level + 1)] : []))
    const weight = { cost: sum(inner.map(({ cost }) => 1 + cost)), height: Math.max(0, ...inner.map(({ height }) => 1 + height)) }
    this.weighed.set(set, weight)
    return weight
  }

  /** A selection set and those of its fragments, at the same level. */
  private spread(set: SelectionSetNode, found = new Set<SelectionSetNode>()): Set<SelectionSetNode> {
    if (found.has(set)) return found
    found.add(set)
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) continue
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : this.fragments.get(selection.name.value)?.selectionSet
      if (inner) this.spread(inner, found)
    }
    return found
  }
}

/** All of them together. */
export const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

import type { FieldKind } from './field.js'
import type { Rule } from './rule.js'

/** A named condition of a move: SQL over the row that must hold, else the move is refused with the code. */
export interface Condition {
  readonly code: string
  readonly message: string
  readonly sql: (alias: string) => string
  /** Figures and names of the message (`%{name}`), as SQL over the row. */
  readonly params?: Readonly<Record<string, (alias: string) => string>>
}

/** One move of a state machine. Its key is its stored identity; `to` is one state. */
export interface Transition {
  readonly key: string
  readonly label: string
  readonly from: readonly string[]
  readonly to: string
  readonly by: Rule
  readonly when: readonly Condition[]
  /** What whoever makes the move must say. */
  readonly asks: readonly { readonly name: string; readonly kind: FieldKind; readonly optional?: boolean }[]
  /** Never made by hand: it comes with something else, which the sentence names. */
  readonly through?: { readonly code: string; readonly message: string }
}

export interface Machine {
  readonly record: string
  /** The field that holds the state. */
  readonly field: string
  /** The record that keeps the moves made, and its relation to the one that moved; without it only the audit trail tells them. */
  readonly log?: { readonly record: string; readonly by: string }
  readonly transitions: readonly Transition[]
}

const machines = new Map<string, Machine>()

export function defineMachine(machine: Machine): Machine {
  machines.set(machine.record, machine)
  return machine
}

export const machineOf = (record: string): Machine | undefined => machines.get(record)
export const allMachines = (): readonly Machine[] => [...machines.values()]

import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from './product.js'

/** What a test met; `find-gaps.mjs` reads it at the end of a whole run. */
export type Note =
  /** A document, the move that it asked for, what of it was refused with which codes, and which fields were hidden where. */
  | { readonly asked: string; readonly refused: readonly string[]; readonly hidden: readonly (readonly [path: string, field: string])[] }
  /** Codes that came over plain HTTP. */
  | { readonly codes: readonly string[] }
  /** A row of a table went from one state to another. */
  | { readonly table: string; readonly column: string; readonly from: unknown; readonly to: unknown }

const written = new Set<string>()

/** Writes a note down, once. Tests that run without a template folder leave none. */
export function note(met: Note): void {
  const folder = process.env.TEST_TEMPLATE
  const line = JSON.stringify(met)
  if (!folder || written.has(line)) return
  written.add(line)
  appendFileSync(join(folder, `notes-${process.pid}.jsonl`), `${line}\n`)
}

/** Notes a document and its answer. */
export function noteAnswer(asked: string, { data, errors }: Answer): void {
  note({ asked, refused: errors?.flatMap(({ extensions }) => codesOf(extensions)) ?? [], hidden: hiddenIn(data, '') })
}

interface Refusal {
  readonly code?: unknown
  readonly reason?: unknown
  readonly faults?: readonly { readonly code: string }[]
}

/** Every code of a refusal: its own, its reason, those of its faults. */
export const codesOf = ({ code, reason, faults = [] }: Refusal): string[] =>
  [...new Set([code, reason, ...faults.map((fault) => fault.code)])].filter((text): text is string => typeof text === 'string')

/** Where an answer says that fields are hidden: the path without places in lists, and the field. */
function hiddenIn(value: unknown, path: string): (readonly [string, string])[] {
  if (Array.isArray(value)) return unique(value.flatMap((item) => hiddenIn(item, path)))
  if (typeof value !== 'object' || value === null) return []
  const own = 'hidden' in value && Array.isArray(value.hidden) ? value.hidden.map((field) => [path, String(field)] as const) : []
  return [...own, ...Object.entries(value).flatMap(([key, below]) => hiddenIn(below, path ? `${path}.${key}` : key))]
}

const unique = <T>(items: readonly T[]): T[] => [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]

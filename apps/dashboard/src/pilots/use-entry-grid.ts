import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { cellKey, type EntryColumn, type EntryRow, isOpen, type Typed } from './entry-model'
import { type Pasted, parseBlock, pasted } from './entry-paste'

/** A cell of the grid, counted from its upper left. */
export interface Place {
  readonly row: number
  readonly column: number
}

interface Grid {
  readonly rows: readonly EntryRow[]
  readonly columns: readonly EntryColumn[]
  readonly typed: Typed
  readonly onType: (typed: Typed) => void
  readonly onPaste: (block: Pasted) => void
}

/** What a cell's input does with what happens to it. */
export interface CellEvents {
  readonly isActive: boolean
  readonly onFocus: (input: HTMLInputElement) => void
  readonly onBlur: () => void
  readonly onEdit: () => void
  readonly onWrite: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly onPaste: (event: ClipboardEvent) => void
  /** Keeps the input, so that moves can focus it. */
  readonly keep: (input: HTMLInputElement | null) => void
}

const clamped = (value: number, length: number) => Math.max(0, Math.min(length - 1, value))

/** Where the cursor comes to on its way to a place: a locked cell is passed over. */
function placeAt({ rows, columns }: Grid, active: Place, { row, column }: Place): Place {
  const next = { row: clamped(row, rows.length), column: clamped(column, columns.length) }
  const target = rows[next.row]
  const to = columns[next.column]
  if (!target || !to || isOpen(target, to)) return next
  return { ...next, column: column > active.column ? Math.min(columns.length - 1, next.column + 1) : next.column - 1 }
}

/** Where each key leads from a place. */
const stepsFrom = (at: Place, columns: number): Readonly<Record<string, Place>> => ({
  ArrowUp: { row: at.row - 1, column: at.column },
  ArrowDown: { row: at.row + 1, column: at.column },
  ArrowLeft: { row: at.row, column: at.column - 1 },
  ArrowRight: { row: at.row, column: at.column + 1 },
  Home: { row: at.row, column: 0 },
  End: { row: at.row, column: columns - 1 },
})

/** Cursor, editing and pasting of a grid: one Tab stop; answers what each cell does. */
export function useEntryGrid(grid: Grid): (at: Place, key: string) => CellEvents {
  const { rows, columns, typed, onType, onPaste } = grid
  const [active, setActive] = useState<Place>({ row: 0, column: 0 })
  const [editing, setEditing] = useState<string | null>(null)
  const inputs = useRef(new Map<string, HTMLInputElement>())
  const write = (key: string, text: string) => onType({ ...typed, [key]: text })
  const go = (place: Place) => {
    const next = placeAt(grid, active, place)
    const [target, to] = [rows[next.row], columns[next.column]]
    setActive(next)
    setEditing(null)
    if (target && to) inputs.current.get(cellKey(target, to))?.focus()
  }
  const press = (event: KeyboardEvent<HTMLInputElement>, at: Place, key: string) => {
    const step = stepsFrom(at, columns.length)[event.key]
    if (event.key === 'Enter') go({ row: at.row + 1, column: at.column })
    else if (event.key === 'F2') setEditing(typed[key] ?? '')
    else if (event.key === 'Escape' && editing !== null) {
      write(key, editing)
      setEditing(null)
    } else if (step && (editing === null || event.key.endsWith('Up') || event.key.endsWith('Down'))) go(step)
    else return
    event.preventDefault()
  }
  const paste = (event: ClipboardEvent, at: Place) => {
    const block = parseBlock(event.clipboardData.getData('text'))
    if (block.length === 1 && block[0]?.length === 1) return
    event.preventDefault()
    onPaste(pasted(rows, columns, at, block))
  }
  return (at, key) => ({
    isActive: active.row === at.row && active.column === at.column,
    onFocus: (input) => {
      setActive(at)
      if (editing === null) input.select()
    },
    onBlur: () => setEditing(null),
    onEdit: () => setEditing(typed[key] ?? ''),
    onWrite: (text) => {
      if (editing === null) setEditing(typed[key] ?? '')
      write(key, text)
    },
    onKeyDown: (event) => press(event, at, key),
    onPaste: (event) => paste(event, at),
    keep: (input) => {
      if (input) inputs.current.set(key, input)
      else inputs.current.delete(key)
    },
  })
}

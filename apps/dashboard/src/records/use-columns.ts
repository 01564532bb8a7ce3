import { useStore } from 'react-admin'
import { isOfAxes } from '../api/axes'
import type { RecordFacts } from '../api/contract'
import { type Column, choosableColumns, columnsOf, shownColumns } from './list-columns'

/** The columns of a list that this person sees, kept in the browser, and all that can be chosen; of a matrix only those of its axes. */
export function useColumns(record: RecordFacts, axes?: Parameters<typeof isOfAxes>[1]) {
  const [kept, setKept] = useStore<unknown>(`${record.plural}.columns`, null)
  const isThere = ({ field }: Column) => !field || isOfAxes(field, axes)
  const columns = shownColumns(record, kept).filter(isThere)
  const toggle = ({ name }: Column) => {
    const names = columns.map((column) => column.name)
    setKept(names.includes(name) ? names.filter((one) => one !== name) : [...names, name])
  }
  return { columns, choices: choosableColumns(record).filter(isThere), toggle, reset: () => setKept(columnsOf(record).map(({ name }) => name)) }
}

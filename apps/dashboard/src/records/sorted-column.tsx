import { DataTable, type DataTableColumnProps, useDataTableRenderContext, useListContext } from 'react-admin'

const orders = { ASC: 'ascending', DESC: 'descending' } as const

/** A column whose heading says also to who does not see its arrow that rows are ordered by it. */
export function SortedColumn(props: DataTableColumnProps) {
  const { sort } = useListContext()
  const isSorted = useDataTableRenderContext() === 'header' && sort.field === props.source
  return <DataTable.Col {...props} {...(isSorted ? { 'aria-sort': orders[sort.order] } : {})} />
}

import { useEffect } from 'react'
import { useListContext, useStore } from 'react-admin'
import { isOrderable, type RecordFacts } from '../api/contract'
import { columnsOf, firstSort, type Sort } from './list-columns'

const storeKey = ({ plural }: RecordFacts): string => `${plural}.sort`

/** How a list is ordered when it is opened: as this person ordered it last, as far as that still fits. */
export function useKeptSort(record: RecordFacts): Sort {
  const [kept] = useStore<Sort | null>(storeKey(record), null)
  const fits = kept !== null && record.fields.some((field) => field.name === kept.field && isOrderable(field)) && /^(ASC|DESC)$/.test(kept.order)
  return fits ? kept : firstSort(record, columnsOf(record))
}

/** Keeps how the list around is ordered. */
export function useKeepSort(record: RecordFacts): void {
  const { sort } = useListContext()
  const [, keep] = useStore<Sort | null>(storeKey(record), null)
  useEffect(() => keep({ field: sort.field, order: sort.order }), [sort.field, sort.order, keep])
}

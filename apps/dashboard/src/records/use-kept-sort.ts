import { useEffect, useRef } from 'react'
import { useListContext, useStore } from 'react-admin'
import { isOrderable, type RecordFacts } from '../api/contract'
import { columnsOf, firstSort, type Sort } from './list-columns'

const storeKey = ({ plural }: RecordFacts): string => `${plural}.sort`

/** How a list is ordered when it is opened: as this person ordered it last, as far as that still fits. What is kept meanwhile is for the next time, so that Back leads to the order that was there. */
export function useKeptSort(record: RecordFacts): Sort {
  const [now] = useStore<Sort | null>(storeKey(record), null)
  const opened = useRef({ list: record.plural, kept: now })
  if (opened.current.list !== record.plural) opened.current = { list: record.plural, kept: now }
  const { kept } = opened.current
  const fits = kept !== null && record.fields.some((field) => field.name === kept.field && isOrderable(field)) && /^(ASC|DESC)$/.test(kept.order)
  return fits ? kept : firstSort(record, columnsOf(record))
}

/** Keeps how the list around is ordered. */
export function useKeepSort(record: RecordFacts): void {
  const { sort } = useListContext()
  const [, keep] = useStore<Sort | null>(storeKey(record), null)
  useEffect(() => keep({ field: sort.field, order: sort.order }), [sort.field, sort.order, keep])
}

import { Suspense } from 'react'
import { type PageProps, useRooms } from './room'

/** What other rooms show on a record's page. */
export function FromOtherRooms(page: PageProps) {
  const parts = useRooms().map(({ name, beside }) => {
    const Part = beside?.[page.facts.plural]
    return Part ? <Part key={name} {...page} /> : null
  })
  return <Suspense fallback={null}>{parts}</Suspense>
}

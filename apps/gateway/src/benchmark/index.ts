import type { Room } from '../room.js'
import { BenchmarkResolver } from './benchmark-resolver.js'
import { EditionChangesResolver } from './edition-changes-resolver.js'
import { editionJob } from './edition-job.js'
import { EntryImportResolver } from './entry-import-resolver.js'
import { entryImportRoute } from './entry-import-route.js'
import { PlacementResolver } from './placement-resolver.js'
import { publishedEditionRoute } from './published-edition-route.js'

export { computeEdition } from './compute-edition.js'
export { freezeEdition } from './freeze-edition.js'
export { asStored, readEditionInput, storeResult } from './store-result.js'

export const room: Room = {
  resolvers: [BenchmarkResolver, EntryImportResolver, PlacementResolver, EditionChangesResolver],
  routes: [
    { path: '/benchmarks', make: publishedEditionRoute },
    { path: '/imports/benchmark-entries', make: entryImportRoute },
  ],
  jobs: { BENCHMARK_EDITION: editionJob },
}

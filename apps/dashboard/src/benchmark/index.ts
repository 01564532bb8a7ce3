import { lazily } from '../kit/lazily'
import type { Room } from '../records/room'
import { english } from './words.en'

/** Regions and policies ranked against each other, in editions that stay. */
export const room: Room = {
  name: 'benchmark',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: { within: 'evaluation', pages: ['benchmarks'], filledBy: ['benchmarks'] },
  resources: {
    benchmarks: {
      show: lazily(() => import('./benchmark-show')),
      groups: {
        what: ['title', 'purpose', 'compares', 'status'],
        method: ['normalisation', 'aggregation', 'missingValues', 'outliers', 'weighting', 'weightsDecidedBy'],
        doubt: ['weightDoubt', 'normalisationDoubt', 'aggregationDoubt', 'missingDoubt', 'runs', 'seed'],
      },
    },
    benchmarkEditions: { show: lazily(() => import('./edition-show')) },
    benchmarkIndicators: {
      groups: {
        what: ['benchmark', 'title', 'definition', 'unit', 'source'],
        method: ['direction', 'bandLow', 'bandHigh', 'denominator', 'per', 'goalpostLow', 'goalpostHigh'],
        counts: ['pillar', 'weight', 'position'],
      },
    },
    benchmarkPillars: {},
    benchmarkEntries: {},
    benchmarkValues: {},
  },
  pages: [{ path: '/public/editions/:id', page: lazily(() => import('./public-edition')), bare: true }],
}

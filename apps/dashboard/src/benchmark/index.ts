import { lazy } from 'react'
import type { Room } from '../records/room'
import { english } from './words.en'

/** Regions and policies ranked against each other, in editions that stay. */
export const room: Room = {
  name: 'benchmark',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: { within: 'evaluation', pages: ['benchmarks'], filledBy: ['benchmarks'] },
  resources: {
    benchmarks: { show: lazy(() => import('./benchmark-show')) },
    benchmarkEditions: { show: lazy(() => import('./edition-show')) },
    benchmarkIndicators: {},
    benchmarkEntries: {},
    benchmarkValues: {},
  },
  pages: [{ path: '/public/editions/:id', page: lazy(() => import('./public-edition')), bare: true }],
}

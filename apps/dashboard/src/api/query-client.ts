import { QueryClient } from '@tanstack/react-query'
import { isUnreached } from './graphql'

/** A request is made also when the browser thinks that it is offline: the page says what came of it; only what was not reached is tried twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: (times, error) => times < 1 && isUnreached(error) },
    mutations: { networkMode: 'always' },
  },
})

import { useEffect } from 'react'
import { useNotify, useResourceContext, useStore } from 'react-admin'
import { useLocation, useNavigate } from 'react-router-dom'
import { GraphqlError } from '../api/graphql'
import { Failed } from '../kit/loading'

/** What a list was set to last, as the address says it, kept in this browser; whatever else is kept there is none. */
export function useKeptSearch(plural: string): readonly [kept: string, keep: (search: string) => void] {
  const [kept, keep] = useStore<unknown>(`${plural}.address`, '')
  return [typeof kept === 'string' ? kept : '', keep]
}

/** Drops what the list was set to, also what is kept of it, and says so. */
export function UnfitList() {
  const [, keep] = useKeptSearch(useResourceContext() ?? '')
  const navigate = useNavigate()
  const notify = useNotify()
  useEffect(() => {
    keep('')
    notify('list.unfit', { type: 'warning' })
    navigate({ search: '' }, { replace: true })
  }, [keep, navigate, notify])
  return null
}

/** A list that did not come; one of which the gateway does not take the settings is shown as usual. */
export function ListFailed({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { search } = useLocation()
  const isUnfit = search !== '' && error instanceof GraphqlError && error.code === 'BAD_USER_INPUT'
  return isUnfit ? <UnfitList /> : <Failed error={error} onAgain={onAgain} />
}

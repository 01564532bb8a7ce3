import { useEffect } from 'react'
import { useResourceContext } from 'react-admin'
import { Navigate, useLocation, useNavigationType } from 'react-router-dom'
import { recordOf } from '../api/contract'
import { isFitting } from './list-address'
import RecordList from './record-list'
import { UnfitList, useKeptSearch } from './unfit-list'

/**
 * A record's list as its address says: Back undoes a filter, and whoever comes by a link finds the list as they left it. What the browser
 * kept of it, or what stands in the address, is dropped when it does not fit any more.
 */
export default function AddressedList() {
  const record = recordOf(useResourceContext() ?? '')
  const { search } = useLocation()
  const came = useNavigationType()
  const [kept, keep] = useKeptSearch(record.plural)
  const fits = isFitting(record, search)
  useEffect(() => {
    if (search !== '' && fits) keep(search)
  }, [search, fits, keep])
  if (!fits) return <UnfitList />
  return search === '' && kept !== '' && came === 'PUSH' ? <Navigate to={{ search: kept }} replace /> : <RecordList />
}

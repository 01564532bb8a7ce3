import { useEffect } from 'react'
import { useNotify } from 'react-admin'
import { useLocation, useNavigate } from 'react-router-dom'
import { setAddress, useAddress } from '../api/address'

/** An id of a record, in capitals or not. */
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/** Puts right what the address says otherwise than this house does: a day that no page can speak of is said and left out, ids are written small. */
export function useTidyAddress(): void {
  const { oddDay } = useAddress()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const notify = useNotify()
  const small = pathname.replace(ID, (id) => id.toLowerCase())
  useEffect(() => {
    if (oddDay === null) return
    notify('app.oddDay', { type: 'warning', messageArgs: { day: oddDay.slice(0, 40) } })
    setAddress({ asOf: null })
  }, [oddDay, notify])
  useEffect(() => {
    if (small !== pathname) navigate({ pathname: small, search }, { replace: true })
  }, [small, pathname, search, navigate])
}

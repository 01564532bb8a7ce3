/** Under what name this browser keeps what is set here. */
export const APP = 'ClusterPoliSEE'

/** What the browser keeps under a name, before react-admin's store is there; null where there is nothing that can be read. */
export function stored(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`RaStore${APP}.${name}`) ?? 'null')
  } catch {
    return null
  }
}

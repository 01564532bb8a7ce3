import { skipToken, useQuery } from '@tanstack/react-query'
import { useLocaleState } from 'react-admin'
import { nameOf, recordNamed } from '../api/contract'
import { ask } from '../api/graphql'
import { namesDocument } from '../api/record-documents'
import type { RecordRef } from './deeds'

/** As many records as one request asks for their names. */
const AT_ONCE = 40

/** Names of records by their identity, one that this person cannot read has none. Undefined until they have come. */
export function useNames(refs: readonly RecordRef[]): ReadonlyMap<string, string> | undefined {
  const [language] = useLocaleState()
  const { data } = useQuery({
    queryKey: ['Names', language, refs.map(({ id }) => id)],
    queryFn: refs.length === 0 ? skipToken : ({ signal }) => askNames(refs, language, signal),
  })
  return refs.length === 0 ? new Map() : data
}

async function askNames(refs: readonly RecordRef[], language: string, signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const parts = Array.from({ length: Math.ceil(refs.length / AT_ONCE) }, (_, at) => refs.slice(at * AT_ONCE, (at + 1) * AT_ONCE))
  const names = await Promise.all(parts.map((part) => askSome(part, language, signal)))
  return new Map(names.flat())
}

async function askSome(refs: readonly RecordRef[], language: string, signal: AbortSignal): Promise<(readonly [id: string, name: string])[]> {
  const document = namesDocument(
    refs.map(({ record }) => recordNamed(record)),
    language,
  )
  const rows = await ask(document, Object.fromEntries(refs.map(({ id }, at) => [`n${at}`, id])), signal)
  return refs.flatMap(({ record, id }, at) => {
    const row = rows[`n${at}`]
    return row ? [[id, nameOf(record, row)] as const] : []
  })
}

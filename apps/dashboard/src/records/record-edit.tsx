import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { EditBase, type RaRecord, useEditContext, useNotify, useRedirect, useRefresh, useResourceContext, useTranslate } from 'react-admin'
import { useParams } from 'react-router-dom'
import { nameOf, recordOf } from '../api/contract'
import { dataProvider } from '../api/data-provider'
import { GraphqlError } from '../api/graphql'
import { Failed, Loading } from '../kit/loading'
import { Page, PageHead } from '../kit/page'
import { useSaved } from '../kit/saved'
import { stay } from '../kit/stay'
import { Conflict, type ConflictFacts } from './conflict'
import { RecordForm } from './record-form'

interface Props {
  readonly children?: ReactNode
  /** What is done once it is saved. */
  readonly after?: () => Promise<void>
}

/** Changes a record; a save that comes second is shown beside the first, field by field. */
export default function RecordEdit({ children, after }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const redirect = useRedirect()
  const refresh = useRefresh()
  const saved = useSaved()
  const record = recordOf(useResourceContext() ?? '')
  const { id } = useParams()
  const [clash, setClash] = useState<ConflictFacts | null>(null)
  const [mine, setMine] = useState<RaRecord | null>(null)
  const former = useRef<RaRecord | null>(null)
  const dropDraft = useRef<() => Promise<void>>(async () => undefined)
  const onSaved = async (next: RaRecord) => {
    const before = former.current
    await dropDraft.current()
    await after?.()
    redirect('show', record.plural, next.id)
    saved(translate('record.saved'), async () => {
      if (!before) return
      await dataProvider.update(record.plural, { id: next.id, data: { ...before, version: next.version }, previousData: next })
      refresh()
    })
  }
  const onError = (error: unknown) => {
    if (error instanceof GraphqlError && error.code === 'CONFLICT') setClash(error.extensions as unknown as ConflictFacts)
    else if (!(error instanceof GraphqlError && error.code === 'UNAUTHENTICATED')) notify((error as Error).message, { type: 'error' })
  }
  const transform = (data: RaRecord, options?: { previousData: RaRecord }) => {
    setMine(data)
    former.current = options?.previousData ?? null
    return data
  }
  return (
    <EditBase
      key={`${record.plural} ${id}`}
      redirect={false}
      queryOptions={{ onError: stay }}
      mutationMode="pessimistic"
      mutationOptions={{ onError, onSuccess: onSaved }}
      transform={transform as never}
    >
      <Body dropDraft={dropDraft}>{children}</Body>
      {clash && mine && former.current ? (
        <Conflict facts={clash} base={former.current} mine={mine} record={record} onClose={() => setClash(null)} onSaved={onSaved} />
      ) : null}
    </EditBase>
  )
}

function Body({ dropDraft, children }: { dropDraft: RefObject<() => Promise<void>>; children: ReactNode }) {
  const translate = useTranslate()
  const record = recordOf(useResourceContext() ?? '')
  const { record: row, error, isPending, refetch } = useEditContext()
  if (isPending) return <Loading />
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (!row) return null
  const name = nameOf(record.name, row) || translate(`resources.${record.plural}.name`, { smart_count: 1 })
  return (
    <Page>
      <PageHead
        title={translate('record.edit', { name })}
        crumbs={[
          { text: translate(`resources.${record.plural}.name`, { smart_count: 2 }), to: `/${record.plural}` },
          { text: name, to: `/${record.plural}/${row.id}/show` },
        ]}
      />
      <RecordForm record={record} mode="update" dropDraft={dropDraft}>
        {children}
      </RecordForm>
    </Page>
  )
}

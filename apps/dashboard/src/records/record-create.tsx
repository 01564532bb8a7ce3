import { type ReactNode, useRef } from 'react'
import { CreateBase, type RaRecord, useNotify, useRedirect, useResourceContext, useTranslate } from 'react-admin'
import { v7 as uuidv7 } from 'uuid'
import { recordOf } from '../api/contract'
import { useProject } from '../api/session'
import { Page, PageHead } from '../kit/page'
import { RecordForm } from './record-form'

interface Props {
  /** The inputs, where the contract's own order is not the best. */
  readonly children?: ReactNode
  /** What is done once the record stands, with what else was typed. */
  readonly after?: (made: RaRecord, typed: Readonly<Record<string, unknown>>) => Promise<void>
  /** Address of the page that follows; the record's own else. */
  readonly next?: (made: RaRecord) => string | undefined
}

/** A new record of the open project. */
export default function RecordCreate({ children, after, next }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const redirect = useRedirect()
  const record = recordOf(useResourceContext() ?? '')
  const { current } = useProject()
  const dropDraft = useRef<() => Promise<void>>(async () => undefined)
  // Made with the form: however often it is saved, it is one record.
  const id = useRef(uuidv7())
  const onSuccess = async (made: RaRecord, typed?: { readonly data?: Readonly<Record<string, unknown>> }) => {
    id.current = uuidv7()
    await dropDraft.current()
    await after?.(made, typed?.data ?? {})
    notify('record.created', { messageArgs: { name: translate(`resources.${record.plural}.name`, { smart_count: 1 }) } })
    const address = next?.(made)
    if (address) redirect(address)
    else redirect('show', record.plural, made.id)
  }
  return (
    <CreateBase
      key={record.plural}
      transform={(data: Record<string, unknown>) => ({ id: id.current, projectId: current?.project.id, ...data })}
      mutationOptions={{ onSuccess }}
    >
      <Page>
        <PageHead
          title={translate('record.new', { name: translate(`resources.${record.plural}.name`, { smart_count: 1 }) })}
          crumbs={[{ text: translate(`resources.${record.plural}.name`, { smart_count: 2 }), to: `/${record.plural}` }]}
        />
        <RecordForm record={record} mode="create" dropDraft={dropDraft}>
          {children}
        </RecordForm>
      </Page>
    </CreateBase>
  )
}

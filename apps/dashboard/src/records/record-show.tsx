import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import { Box, Button } from '@mui/material'
import type { ComponentType, ReactNode } from 'react'
import { type RaRecord, ShowBase, useNotify, useRedirect, useRefresh, useResourceContext, useShowContext, useTranslate } from 'react-admin'
import { Link as RouterLink, useParams } from 'react-router-dom'
import { isOfAxes } from '../api/axes'
import { type FieldFacts, fieldOf, labelKey, nameOf, plainFields, type RecordFacts, recordOf } from '../api/contract'
import { dataProvider, restore } from '../api/data-provider'
import { removal } from '../api/record-documents'
import { useProject } from '../api/session'
import { AskedButton } from '../kit/asked-button'
import { Failed, Loading } from '../kit/loading'
import { Markdown } from '../kit/markdown'
import { Columns, Page, PageHead, Section } from '../kit/page'
import { useSaved } from '../kit/saved'
import { stay } from '../kit/stay'
import { Children } from './children'
import { Citations } from './citations'
import { FieldValue, namedInWords } from './field-value'
import { FromOtherRooms } from './from-other-rooms'
import { History } from './history'
import { type Allowed, mayAdd, Refusal } from './refusal'
import { type PageProps, useResource, useRooms } from './room'
import { Standing } from './standing'

/** A record's page: its facts, what belongs to it, its history. */
export default function RecordShow() {
  return <RecordPage page={PlainPage} />
}

function PlainPage(page: PageProps) {
  const { record, facts } = page
  const translate = useTranslate()
  const Own = useResource(facts.plural)?.moves
  return (
    <Page>
      <RecordHead facts={facts} record={record} moves={Own ? <Own {...page} /> : null} />
      <Columns
        main={
          <>
            <Section title={translate('record.facts')}>
              <Facts facts={facts} record={record} />
            </Section>
            <Written facts={facts} record={record} />
            <Belongings facts={facts} record={record} />
          </>
        }
        side={
          <>
            <FromOtherRooms {...page} />
            <Citations record={facts} id={String(record.id)} />
            <History record={facts} id={String(record.id)} />
          </>
        }
      />
    </Page>
  )
}

/** Loads the record of the address for its page; says when it is not there or not reached. */
export function RecordPage({ page }: { page: ComponentType<PageProps> }) {
  const resource = useResourceContext()
  const { id } = useParams()
  return (
    <ShowBase key={`${resource} ${id}`} disableAuthentication queryOptions={{ onError: stay }}>
      <Loaded page={page} />
    </ShowBase>
  )
}

function Loaded({ page: Content }: { page: ComponentType<PageProps> }) {
  const facts = recordOf(useResourceContext() ?? '')
  const { record, error, isPending, refetch } = useShowContext()
  if (isPending) return <Loading />
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  return record ? <Content record={record} facts={facts} refetch={() => void refetch()} /> : null
}

/** Where, what, and the moves that every record has. */
export function RecordHead({ facts, record, moves }: { facts: RecordFacts; record: RaRecord; moves?: ReactNode }) {
  const translate = useTranslate()
  const own = nameOf(facts.name, namedInWords(facts, record, translate))
  const title = own === '' ? translate(`resources.${facts.plural}.name`, { smart_count: 1 }) : String(record.title ?? record.name ?? own)
  return (
    <PageHead
      title={title}
      crumbs={[{ text: translate(`resources.${facts.plural}.name`, { smart_count: 2 }), to: `/${facts.plural}` }]}
      sentence={record.archivedAt ? translate('record.archived') : <Standing facts={facts} record={record} />}
      actions={
        <>
          {moves}
          <PlainMoves facts={facts} record={record} />
        </>
      }
    />
  )
}

/** Edit and archive (or delete), where this person may; else who may. */
export function PlainMoves({ facts, record }: { facts: RecordFacts; record: RaRecord }) {
  const translate = useTranslate()
  const notify = useNotify()
  const redirect = useRedirect()
  const refresh = useRefresh()
  const saved = useSaved()
  const can = record.can as Readonly<Record<'update' | 'archive' | 'delete', Allowed | undefined>>
  const way = removal(facts)
  const goes = can[way]?.allowed === true && !record.archivedAt
  const refuse = (error: Error) => notify(error.message, { type: 'error' })
  const remove = async () => {
    await dataProvider.delete(facts.plural, { id: record.id, previousData: record })
    redirect('list', facts.plural)
    const back = async () => {
      await restore(facts, record.id)
      refresh()
    }
    saved(translate(`record.${way}d`), way === 'archive' ? back : undefined)
  }
  const bring = () => restore(facts, record.id).then(() => refresh(), refuse)
  return (
    <>
      {can.update?.allowed && !record.archivedAt ? (
        <Button component={RouterLink} to={`/${facts.plural}/${record.id}`} variant="outlined" startIcon={<EditOutlined />}>
          {translate('ra.action.edit')}
        </Button>
      ) : (
        <Refusal move={can.update} />
      )}
      {goes && way === 'archive' ? (
        <Button onClick={() => remove().catch(refuse)} startIcon={<ArchiveOutlined />}>
          {translate('record.archive')}
        </Button>
      ) : null}
      {goes && way === 'delete' ? (
        <AskedButton
          startIcon={<ArchiveOutlined />}
          deed={translate('record.delete')}
          title={translate('record.moveTitle', { move: translate('record.delete'), title: nameOf(facts.name, record) })}
          text={translate('record.deleteText')}
          onDeed={remove}
        />
      ) : null}
      {record.archivedAt && can.archive?.allowed ? (
        <Button onClick={bring} variant="outlined">
          {translate('record.restore')}
        </Button>
      ) : null}
    </>
  )
}

/** The lists of what belongs to a record: those of its own room first, then in the order of the rooms. */
export function Belongings({ facts, record }: { facts: RecordFacts; record: RaRecord }) {
  const lists = useRooms().map(({ resources }) => Object.keys(resources))
  const isOwn = (room: readonly string[]) => room.includes(facts.plural)
  const plurals = [...lists.filter(isOwn), ...lists.filter((room) => !isOwn(room))].flat()
  return plurals.map(recordOf).flatMap((child) =>
    Object.entries(child.beneath ?? {})
      .filter(([by]) => fieldOf(child, by)?.target === facts.name)
      .map(([by, beside]) => (
        <Children key={`${child.name} ${by}`} child={child} by={by} parent={record} beside={beside} adds={mayAdd(record, child.plural)} />
      )),
  )
}

/** Texts in Markdown, each in a section of its own. */
function Written({ facts, record }: { facts: RecordFacts; record: RaRecord }) {
  const translate = useTranslate()
  return facts.fields.filter(isWritten(record)).map(({ name }) => (
    <Section key={name} title={translate(labelKey(facts, name))}>
      <Markdown text={String(record[name])} />
    </Section>
  ))
}

const isWritten =
  (record: RaRecord) =>
  ({ markdown, name }: FieldFacts): boolean =>
    markdown === true && Boolean(record[name])

const unshown = new Set(['project', 'createdAt', 'updatedAt', 'archivedAt', 'demonstration'])

interface FactsProps {
  readonly facts: RecordFacts
  readonly record: RaRecord
  /** Fields that the page shows elsewhere. */
  readonly without?: readonly string[]
}

/** A record's fields as a list of terms; what this person may not see says so. */
export function Facts({ facts, record, without = [] }: FactsProps) {
  const translate = useTranslate()
  const { current } = useProject()
  const hidden = new Set((record.hidden as string[] | undefined) ?? [])
  const applies = (field: FieldFacts) => isOfAxes(field, current?.project.axes) && (!field.onlyWhere || record[field.onlyWhere[0]] === field.onlyWhere[1])
  const written = isWritten(record)
  const shown = plainFields(facts).filter(
    (field) => !unshown.has(field.name) && !without.includes(field.name) && !field.name.endsWith('Precision') && applies(field) && !written(field),
  )
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'fit-content(45%) 1fr', columnGap: 2, rowGap: 0.75, m: 0 }}>
      {shown.map((field) => (
        <Box key={field.name} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary', fontSize: 13 }}>
            {translate(labelKey(facts, field.name))}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
            {hidden.has(field.name) ? <em>{translate('record.hidden')}</em> : <FieldValue field={field} record={record} />}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

import { Box, Chip, Link, TableCell, TableRow, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { Link as RouterLink, useSearchParams } from 'react-router-dom'
import { allNodes } from '../api/all-nodes'
import type { AnswerOf } from '../api/document'
import { useProject } from '../api/session'
import type { Translate } from '../api/translate'
import { keyOf, useAnswer } from '../api/use-answer'
import { ExportButton } from '../kit/export-button'
import { saveTable, type Table } from '../kit/export-table'
import { dayText } from '../kit/format'
import { lateFilter, placeKinds } from '../kit/late-list'
import { Failed, Loading } from '../kit/loading'
import { Overdue } from '../kit/overdue'
import { Page, PageHead, WideTable } from '../kit/page'
import { useWaiting } from '../records/room'
import { lateListDocument, placeNamesDocument } from './late.graphql'

type Item = AnswerOf<typeof lateListDocument>['lateItems']['nodes'][number]
type Names = AnswerOf<typeof placeNamesDocument>

/** What is late and what is due next, for everybody alike: what, whose, since when; filtered by its address, which every number of late items opens. */
export default function LatePage() {
  const translate = useTranslate()
  const { current, asOf } = useProject()
  const [params] = useSearchParams()
  const day = params.get('day') ?? asOf
  const id = current?.project.id
  const { data: names } = useAnswer(placeNamesDocument, id ? { id } : null)
  const { data: items, error, refetch } = useItems(id, day, params)
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (!items || !names) return <Loading />
  return (
    <Page>
      <PageHead
        title={translate('pages.late')}
        sentence={translate('late.sentence', { smart_count: items.length, day: day ? dayText(day) : '' })}
        actions={items.length > 0 ? <ExportButton onExport={(form) => saveTable('late', tableOf(items, names, translate), form)} /> : null}
      />
      <Narrowed names={names} />
      {items.length === 0 ? (
        <Typography>{translate('late.empty')}</Typography>
      ) : (
        <WideTable label={translate('pages.late')} framed head={heads.map((key) => translate(`late.${key}`))}>
          {items.map((item) => (
            <ItemRow key={item.key} item={item} names={names} />
          ))}
        </WideTable>
      )}
    </Page>
  )
}

function useItems(id: string | undefined, day: string | null, params: URLSearchParams) {
  const asked = { ids: [id ?? ''], asOf: day, filter: lateFilter(params) }
  const read = ({ signal }: { readonly signal: AbortSignal }) => allNodes(lateListDocument, asked, ({ lateItems }) => lateItems, signal)
  return useQuery({ queryKey: keyOf(lateListDocument, asked), queryFn: id ? read : skipToken })
}

const heads = ['what', 'whose', 'package', 'dueOn', 'state'] as const

/** The list as it is taken away: as it stands, days as days, with days late, codes and ids at the end. */
const tableOf = (items: readonly Item[], names: Names, translate: Translate): Table => ({
  head: [...heads.map((key) => translate(`late.${key}`)), 'daysLate', 'kind', 'recordId', 'partnerId', 'workPackageId'],
  rows: items.map((item) => [
    translate(`waits.${item.kind}`, { title: item.title }),
    whoseOf(item, names, translate),
    nameIn(names.package, item.workPackageId),
    new Date(item.dueOn),
    translate(`enums.LateState.${item.state}`),
    ...[item.daysLate, item.kind, item.recordId, item.partnerId, item.workPackageId],
  ]),
})

/** Whom an item waits for; nothing where that is not known. */
const whoseOf = ({ kind, partnerId }: Item, names: Names, translate: Translate): string | undefined =>
  nameIn(names.partner, partnerId) ?? (kind === 'MARKS' ? translate('late.evaluator') : undefined)

/** The list of each kind of place. */
const listOf = { area: 'thematicAreas', phase: 'phases', package: 'workPackages', partner: 'partners', pilot: 'pilots' } as const

const nameIn = (list: Names['pilot'], id: string | null): string | undefined => list.nodes.find((node) => node.id === id)?.name

function ItemRow({ item, names }: { item: Item; names: Names }) {
  const translate = useTranslate()
  const { icon: Icon, to } = useWaiting()[item.kind]
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        <Box component="span" sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
          <Icon aria-hidden sx={{ fontSize: 18, color: 'text.secondary' }} />
          <Link component={RouterLink} to={to(item)} color="textPrimary">
            {translate(`waits.${item.kind}`, { title: item.title })}
          </Link>
        </Box>
      </TableCell>
      <TableCell>{whoseOf(item, names, translate) ?? <em>{translate('app.unknown')}</em>}</TableCell>
      <TableCell>{nameIn(names.package, item.workPackageId) ?? '–'}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{dayText(item.dueOn)}</TableCell>
      <TableCell>{item.state === 'LATE' ? <Overdue days={item.daysLate} /> : translate('enums.LateState.DUE')}</TableCell>
    </TableRow>
  )
}

/** Late, due or both, mine or everybody's; and in which place, with a way to leave it. */
function Narrowed({ names }: { names: Names }) {
  const translate = useTranslate()
  const [params, setParams] = useSearchParams()
  const change = (name: string, value: string | null) => {
    const next = new URLSearchParams(params)
    if (value) next.set(name, value)
    else next.delete(name)
    setParams(next)
  }
  const places = placeKinds.flatMap((kind) => {
    const value = params.get(kind)
    return value === null
      ? []
      : [{ kind, text: nameIn(names[kind], value) ?? translate('late.nowhere', { kind: translate(`resources.${listOf[kind]}.name`, { smart_count: 1 }) }) }]
  })
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 2 }}>
      <ToggleButtonGroup
        size="small"
        exclusive
        value={params.get('state') ?? ''}
        onChange={(_, next: string | null) => next !== null && change('state', next)}
        aria-label={translate('late.state')}
      >
        <ToggleButton value="">{translate('late.all')}</ToggleButton>
        <ToggleButton value="LATE">{translate('enums.LateState.LATE')}</ToggleButton>
        <ToggleButton value="DUE">{translate('enums.LateState.DUE')}</ToggleButton>
      </ToggleButtonGroup>
      <ToggleButton size="small" value="mine" selected={params.get('mine') === 'yes'} onChange={() => change('mine', params.get('mine') ? null : 'yes')}>
        {translate('late.mine')}
      </ToggleButton>
      {places.map(({ kind, text }) => (
        <Chip key={kind} label={text} onDelete={() => change(kind, null)} />
      ))}
    </Box>
  )
}

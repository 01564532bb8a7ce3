import AddOutlined from '@mui/icons-material/AddOutlined'
import Straighten from '@mui/icons-material/Straighten'
import { Box, Button, Link, TableCell, TableRow, Typography } from '@mui/material'
import { useRefresh, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { contract, nameOf, recordOf } from '../api/contract'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { dayText, momentText } from '../kit/format'
import { Failed, Loading } from '../kit/loading'
import { Columns, Page, PageHead, Section, WideTable } from '../kit/page'
import { Children } from '../records/children'
import { CitationList } from '../records/citations'
import { FromOtherRooms } from '../records/from-other-rooms'
import { Facts, PlainMoves, RecordPage } from '../records/record-show'
import type { PageProps } from '../records/room'
import { Indicators } from './indicators'
import { Moves, PilotTrack } from './moves'
import { pilotDocument } from './pilot.graphql'
import { type PilotFacts, SHOWN_DAYS } from './pilot-data'
import { PilotHistory } from './pilot-history'

/** A pilot's page: where it stands, its moves, indicators, risks, facts and history. */
export default function PilotShow() {
  return <RecordPage page={PilotPage} />
}

function PilotPage(page: PageProps) {
  const { record, facts } = page
  const translate = useTranslate()
  const refresh = useRefresh()
  const { asOf } = useProject()
  const { data, error, refetch } = useAnswer(pilotDocument, { id: String(record.id), cited: String(record.id), asOf, days: SHOWN_DAYS })
  const pilot = data?.pilot
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (!pilot) return <Loading />
  const done = () => {
    void refetch()
    refresh()
  }
  const cell = [record.thematicArea && nameOf('ThematicArea', record.thematicArea), record.phase?.title].filter(Boolean).join(' × ')
  const furtherAreas = contract.records.PilotArea
  const seats = pilot.indicators.nodes.flatMap(({ contributors }) => contributors.nodes)
  const enters = seats.some((seat) => seat.can.measure.allowed)
  return (
    <Page>
      <PageHead
        title={pilot.title}
        crumbs={[{ text: translate('resources.pilots.name', { smart_count: 2 }), to: '/pilots' }, ...(cell ? [{ text: cell }] : [])]}
        sentence={record.summary}
        actions={
          <>
            {enters ? (
              <Button component={RouterLink} to={`/pilots/${pilot.id}/measurements`} variant="contained" startIcon={<Straighten />}>
                {translate('pilot.enter')}
              </Button>
            ) : null}
            <Moves pilot={pilot} day={asOf} onDone={done} />
            <PlainMoves facts={facts} record={record} />
          </>
        }
      />
      <PilotTrack pilot={pilot} />
      <Columns
        main={
          <>
            <Indicators pilot={pilot} day={asOf} />
            <Risks pilot={pilot} />
          </>
        }
        side={
          <>
            <Section title={translate('record.facts')}>
              <Facts
                facts={facts}
                record={record}
                without={['title', 'summary', 'status', 'weight', ...(record.endedOn || !record.status ? [] : ['endedOn'])]}
              />
            </Section>
            {furtherAreas ? (
              <Children child={furtherAreas} by="pilot" parent={record} beside={[]} adds={pilot.adds.includes('pilotAreas')} known={data.areas.nodes} />
            ) : null}
            <Children
              child={recordOf('pilotPartners')}
              by="pilot"
              parent={record}
              beside={[]}
              adds={pilot.adds.includes('pilotPartners')}
              known={data.partners.nodes}
            />
            <FromOtherRooms {...page} />
            <Plans pilot={pilot} />
            <CitationList record={facts} citations={data.citations.nodes} />
            <PilotHistory pilot={pilot} corrections={data.corrections} />
          </>
        }
      />
    </Page>
  )
}

/** What was planned, and what was planned before. */
function Plans({ pilot }: { pilot: PilotFacts }) {
  const translate = useTranslate()
  const day = (value: string | null) => (value ? dayText(value, 'short') : translate('app.unknown'))
  return (
    <Section title={translate('resources.pilotPlans.name', { smart_count: 2 })}>
      {pilot.plans.nodes.length === 0 ? <Typography variant="body2">{translate('pilot.noPlan')}</Typography> : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {[...pilot.plans.nodes].reverse().map((plan) => (
          <Box
            component="li"
            key={plan.id}
            sx={{ py: 1, borderBottom: '1px solid var(--line)', fontSize: 13, color: plan.supersededAt ? 'text.secondary' : 'text.primary' }}
          >
            {day(plan.startsOn)} – {day(plan.endsOn)} {plan.supersededAt ? `(${translate('pilot.formerPlan')})` : null}
            <Typography variant="body2" color="textSecondary" sx={{ fontSize: 12 }}>
              {[plan.reason, momentText(plan.recordedAt)].filter(Boolean).join(' · ')}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  )
}

/** Likelihood times impact: 12 and more is high, 6 and more medium. */
const levelOf = (product: number) => (product >= 12 ? 'high' : product >= 6 ? 'medium' : 'low')
const colours = { high: 'error.main', medium: 'warning.main', low: 'text.secondary' } as const

function Risks({ pilot }: { pilot: PilotFacts }) {
  const translate = useTranslate()
  const given = new URLSearchParams({ source: JSON.stringify({ pilotId: pilot.id }) })
  const head = ['likelihoodImpact', 'risk', 'mitigation', 'owner'] as const
  const risks = [...pilot.risks.nodes].sort((a, b) => b.likelihood * b.impact - a.likelihood * a.impact)
  return (
    <Section
      title={translate('resources.risks.name', { smart_count: 2 })}
      actions={
        pilot.adds.includes('risks') ? (
          <Button component={RouterLink} to={`/risks/create?${given}`} size="small" startIcon={<AddOutlined />}>
            {translate('list.add', { name: translate('resources.risks.name', { smart_count: 1 }) })}
          </Button>
        ) : null
      }
    >
      {risks.length === 0 ? (
        <Typography variant="body2">{translate('pilot.noRisks')}</Typography>
      ) : (
        <WideTable label={translate('resources.risks.name', { smart_count: 2 })} head={head.map((name) => translate(`pilot.risk.${name}`))}>
          {risks.map((risk) => {
            const level = levelOf(risk.likelihood * risk.impact)
            return (
              <TableRow key={risk.id}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  <Box component="span" sx={{ color: colours[level], fontWeight: 650 }}>
                    {risk.likelihood * risk.impact} {translate(`pilot.risk.${level}`)}
                  </Box>{' '}
                  {risk.likelihood} × {risk.impact}
                </TableCell>
                <TableCell component="th" scope="row">
                  <Link component={RouterLink} to={`/risks/${risk.id}/show`}>
                    {risk.title}
                  </Link>
                </TableCell>
                <TableCell>{risk.mitigation ?? <em>{translate('app.unknown')}</em>}</TableCell>
                <TableCell>{risk.owner?.shortName ?? <em>{translate('app.unknown')}</em>}</TableCell>
              </TableRow>
            )
          })}
        </WideTable>
      )}
    </Section>
  )
}

import { Box, Button, Checkbox, FormControlLabel, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Translate } from '../api/translate'
import { ChartMark, ChartMarks } from '../kit/chart-mark'
import { ChartRow } from '../kit/chart-row'
import { ChartWithTable } from '../kit/chart-with-table'
import { againstPeers, type Compared } from './against-peers'
import { comparedValueOf, type Edition, indicatorOf, rankedUnits, type Unit, type UnitDetails } from './edition-data'
import { SourceButton } from './source-button'
import { unitText } from './unit-text'
import { useUnits } from './use-units'

interface Props {
  readonly edition: Edition
  readonly unit: Unit
  readonly details: UnitDetails
}

/** One initiative beside its peers: like ones of like regions, and not only the best. */
export function Profile({ edition, unit, details }: Props) {
  const translate = useTranslate()
  const [chosen, setChosen] = useState<readonly string[]>(() => details.peers.map(({ entryId }) => entryId))
  const [choosing, setChoosing] = useState(false)
  const others = rankedUnits(edition.result).filter(({ entryId }) => entryId !== unit.entryId)
  const peers = useUnits(
    edition.id,
    others.filter(({ entryId }) => chosen.includes(entryId)).map(({ title }) => title),
  )
  const compared = againstPeers(details, [...(peers?.values() ?? [])])
  const toggle = (id: string) => setChosen((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]))
  const titleOf = (id: string) => indicatorOf(edition, id)?.title ?? ''
  const figures = {
    columns: [
      { text: translate('edition.indicator') },
      { text: translate('edition.own'), as: 'number' as const },
      { text: translate('edition.ownScale'), as: 'number' as const },
      { text: translate('edition.middleOfPeers'), as: 'number' as const },
      { text: translate('edition.beside') },
    ],
    rows: compared.map((row) => [
      titleOf(row.indicatorId),
      row.own.value,
      row.own.value === null ? null : row.own.normalised,
      row.middle,
      besideText(row, translate),
    ]),
  }
  return (
    <ChartWithTable
      title={translate('edition.againstPeers', { title: unit.title })}
      file={`profile-${unit.title}`}
      figures={figures}
      sentence={
        <>
          {translate('edition.peers', { smart_count: chosen.length })}{' '}
          <Button size="small" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            {translate('edition.changePeers')}
          </Button>
          {choosing ? (
            <Box role="group" aria-label={translate('edition.changePeers')} sx={{ display: 'flex', flexWrap: 'wrap', maxHeight: 220, overflowY: 'auto' }}>
              {others.map(({ entryId, title }) => (
                <FormControlLabel
                  key={entryId}
                  control={<Checkbox size="small" checked={chosen.includes(entryId)} onChange={() => toggle(entryId)} />}
                  label={title}
                  slotProps={{ typography: { variant: 'body2' } }}
                />
              ))}
            </Box>
          ) : null}
        </>
      }
    >
      <Legend />
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {compared.map((row) => (
          <ProfileRow key={row.indicatorId} edition={edition} unit={unit} details={details} row={row} title={titleOf(row.indicatorId)} />
        ))}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {translate('edition.scale')}
      </Typography>
    </ChartWithTable>
  )
}

/** How one stands beside its peers, in words. */
function besideText({ own, peers, betterThan }: Compared, translate: Translate): string {
  if (own.value === null) return translate('app.unknown')
  if (peers.length === 0) return translate('edition.noPeer')
  return translate('edition.aboveOf', { count: betterThan, smart_count: peers.length })
}

const at = (share: number) => `${4 + Math.min(Math.max(share, -0.03), 1.03) * 92}%`

function ProfileRow({ edition, unit, details, row, title }: Props & { row: Compared; title: string }) {
  const translate = useTranslate()
  const indicator = indicatorOf(edition, row.indicatorId)
  return (
    <ChartRow label={title} widths={{ label: 150, figure: 'minmax(0, 150px)', phone: 'auto' }} ruled>
      <svg width="100%" height="30" aria-hidden="true">
        {[0, 0.5, 1].map((share) => (
          <line key={share} x1={at(share)} x2={at(share)} y1="0" y2="30" stroke="var(--line)" />
        ))}
        {row.peers.map((peer) => (
          <svg key={peer.title} x={at(peer.normalised)} y="22" overflow="visible" aria-hidden="true">
            <rect x="-3.5" y="-3.5" width="7" height="7" fill="none" stroke="var(--ink2)" strokeWidth="1.5" />
          </svg>
        ))}
        {row.middle === null ? null : <line x1={at(row.middle)} x2={at(row.middle)} y1="15" y2="29" stroke="var(--ink)" strokeWidth="2" />}
        {row.own.value === null || row.own.normalised === null ? null : <OwnMark planned={unit.planned} x={at(row.own.normalised)} />}
      </svg>
      <span>
        <strong>
          {indicator ? <SourceButton title={unit.title} indicator={indicator} value={comparedValueOf(details, row.indicatorId)} /> : null}{' '}
          {row.own.value === null || !indicator ? '' : unitText(indicator, translate)}
        </strong>{' '}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {row.own.value === null ? '' : besideText(row, translate)}
        </Box>
      </span>
    </ChartRow>
  )
}

const OwnMark = ({ planned, x }: { planned: boolean; x: string }) =>
  planned ? (
    <svg x={x} y="8" overflow="visible" aria-hidden="true">
      <rect x="-5" y="-5" width="10" height="10" fill="var(--violet)" transform="rotate(45)" />
    </svg>
  ) : (
    <circle cx={x} cy="8" r="5.5" fill="var(--data)" />
  )

function Legend() {
  const translate = useTranslate()
  return (
    <ChartMarks>
      <ChartMark text={translate('edition.own')}>
        <circle cx="12" cy="6" r="5" fill="var(--data)" />
      </ChartMark>
      <ChartMark text={translate('edition.peerMark')}>
        <rect x="8.5" y="2.5" width="7" height="7" fill="none" stroke="var(--ink2)" strokeWidth="1.5" />
      </ChartMark>
      <ChartMark text={translate('edition.middleOfPeers')}>
        <line x1="12" x2="12" y1="0" y2="12" stroke="var(--ink)" strokeWidth="2" />
      </ChartMark>
    </ChartMarks>
  )
}

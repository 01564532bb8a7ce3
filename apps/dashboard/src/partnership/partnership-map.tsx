import { Box, Link, TableCell, TableRow, Typography } from '@mui/material'
import { geoAzimuthalEqualArea, geoPath } from 'd3-geo'
import type { FeatureCollection, Geometry } from 'geojson'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { recordOf } from '../api/contract'
import type { AnswerOf } from '../api/document'
import type { PartnerFilter } from '../api/documents.generated'
import { presentOn } from '../api/present'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { countryText } from '../kit/format'
import { Section, WideTable } from '../kit/page'
import boundaries from './nuts2.json'
import { partnersOnMapDocument } from './partnership.graphql'

/**
 * Regions of NUTS level 2, 2021, from GISCO's boundaries at 1:10 million, without what lies overseas and simplified for
 * a small map. Bosnia and Herzegovina, Kosovo, Moldova and Ukraine are not in it: what lies there is listed beside.
 */
const topology = boundaries as unknown as Topology<{ nuts2: GeometryCollection }>
const regions = feature(topology, topology.objects.nuts2) as FeatureCollection<Geometry>

type PartnerOnMap = Omit<AnswerOf<typeof partnersOnMapDocument>['partners']['nodes'][number], 'city' | 'role'>

/** Whom the map shows. */
export interface MapProps {
  readonly partners: readonly PartnerOnMap[]
  /** Without links, for who reads no partner's page. */
  readonly unlinked?: boolean
}

const [WIDTH, HEIGHT] = [520, 360] as const

/** Where the partners sit who are there on the day spoken of. */
export default function PartnershipMap() {
  const { current, asOf } = useProject()
  const present = presentOn(recordOf('partners'), asOf) as PartnerFilter
  const { data } = useAnswer(partnersOnMapDocument, current ? { id: current.project.id, present } : null)
  return <MapOfPartners partners={data?.partners.nodes ?? []} />
}

/** Partners as a map and as a list of regions. Nothing where no region of theirs is on the map. */
export function MapOfPartners({ partners, unlinked = false }: MapProps) {
  const translate = useTranslate()
  const byRegion = new Map<string, PartnerOnMap[]>()
  for (const partner of partners) if (partner.region) byRegion.set(partner.region.code, [...(byRegion.get(partner.region.code) ?? []), partner])
  const filled = regions.features.filter(({ id }) => byRegion.has(String(id)))
  if (filled.length === 0) return null
  const onMap = new Set(filled.map(({ id }) => String(id)))
  const projection = geoAzimuthalEqualArea().rotate([-18, -45])
  projection.fitExtent(
    [
      [16, 16],
      [WIDTH - 16, HEIGHT - 16],
    ],
    { type: 'FeatureCollection', features: filled },
  )
  const path = geoPath(projection)
  const elsewhere = partners.filter((partner) => !partner.region || !onMap.has(partner.region.code))
  return (
    <Section title={translate('map.title')}>
      <Box sx={{ display: 'flex', flexDirection: { xs: 'column', lg: 'row' }, gap: 3 }}>
        <Box sx={{ flex: '1 1 55%', minWidth: 0 }}>
          <svg
            role="img"
            aria-label={translate('map.finding', { partners: partners.length - elsewhere.length, smart_count: filled.length })}
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            style={{ width: '100%', background: 'var(--sunken)', borderRadius: 8 }}
          >
            {regions.features.map((region) => {
              const isFilled = onMap.has(String(region.id))
              return (
                <path
                  key={region.id}
                  d={path(region) ?? ''}
                  fill={isFilled ? 'var(--data)' : 'var(--surface)'}
                  stroke="var(--line2)"
                  strokeWidth={isFilled ? 0.8 : 0.3}
                />
              )
            })}
            {filled.map((region) => {
              const [x, y] = path.centroid(region)
              const count = byRegion.get(String(region.id))?.length ?? 0
              return (
                <g key={region.id}>
                  <circle cx={x} cy={y} r={8} fill="var(--surface)" stroke="var(--ink)" />
                  <text x={x} y={y + 4} textAnchor="middle" fontSize={11} fontWeight={650} fill="var(--ink)">
                    {count}
                  </text>
                </g>
              )
            })}
          </svg>
          <Typography variant="body2" color="textSecondary" sx={{ fontSize: 12 }}>
            {translate('map.notice')}
          </Typography>
        </Box>
        <Box sx={{ flex: '1 1 45%', minWidth: 0 }}>
          <WideTable
            label={translate('map.title')}
            head={[translate('resources.regions.name', { smart_count: 1 }), translate('resources.partners.name', { smart_count: 2 })]}
          >
            {[...byRegion]
              .filter(([code]) => onMap.has(code))
              .sort(([a], [b]) => a.localeCompare(b))
              .map(([code, inRegion]) => (
                <TableRow key={code}>
                  <TableCell component="th" scope="row">
                    <strong>{code}</strong> {inRegion[0]?.region?.name}
                  </TableCell>
                  <TableCell>
                    <Names partners={inRegion} unlinked={unlinked} />
                  </TableCell>
                </TableRow>
              ))}
            {elsewhere.length > 0 ? (
              <TableRow>
                <TableCell component="th" scope="row">
                  {translate('map.elsewhere')}
                </TableCell>
                <TableCell>
                  <Names partners={elsewhere} withCountry unlinked={unlinked} />
                </TableCell>
              </TableRow>
            ) : null}
          </WideTable>
        </Box>
      </Box>
    </Section>
  )
}

function Names({ partners, unlinked = false, withCountry = false }: MapProps & { readonly withCountry?: boolean }) {
  return (
    <>
      {partners.map(({ id, shortName, country }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          {unlinked ? (
            shortName
          ) : (
            <Link component={RouterLink} to={`/partners/${id}/show`}>
              {shortName}
            </Link>
          )}
          {withCountry && country ? ` (${countryText(country)})` : ''}
        </span>
      ))}
    </>
  )
}

import EditOutlined from '@mui/icons-material/EditOutlined'
import { Box, IconButton, Link, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { Section } from '../kit/page'
import { type Actor, isTied, type Tie } from './collaboration-data'
import { ActorMark } from './network-drawing'

interface Props {
  readonly actors: readonly Actor[]
  readonly ties: readonly Tie[]
  readonly from: number
  /** Opens an actor's pairs; null for who may not change them. */
  readonly onEdit: ((id: string) => void) | null
}

/** The actors by their number, with how many others each works with. */
export function Actors({ actors, ties, from, onEdit }: Props) {
  const translate = useTranslate()
  const name = translate('resources.collaborationActors.name', { smart_count: 2 })
  const count = (id: string, time: 'before' | 'after') => ties.filter((tie) => (tie.actorId === id || tie.otherId === id) && isTied(tie, time, from)).length
  return (
    <Section title={name}>
      {actors.length === 0 ? <Typography variant="body2">{translate('collaboration.noActors')}</Typography> : null}
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {actors.map((actor, index) => (
          <Box component="li" key={actor.id} sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.75, borderBottom: '1px solid var(--line)' }}>
            <svg aria-hidden="true" width="32" height="32" style={{ fontSize: 12, flexShrink: 0 }}>
              <ActorMark x={16} y={16} kind={actor.kind} text={String(index + 1)} />
            </svg>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Link component={RouterLink} to={`/collaborationActors/${actor.id}/show`}>
                {actor.name}
              </Link>
              <Typography variant="body2" color="textSecondary" sx={{ fontSize: 12 }}>
                {translate(`enums.ActorKind.${actor.kind}`)} ·{' '}
                {translate('collaboration.degree', { before: count(actor.id, 'before'), after: count(actor.id, 'after') })}
              </Typography>
            </Box>
            {onEdit ? (
              <IconButton size="small" onClick={() => onEdit(actor.id)} aria-label={translate('collaboration.enterOf', { name: actor.name })}>
                <EditOutlined fontSize="small" />
              </IconButton>
            ) : null}
          </Box>
        ))}
      </Box>
    </Section>
  )
}

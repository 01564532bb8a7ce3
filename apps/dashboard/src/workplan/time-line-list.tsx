import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import { itemSentence } from './item-sentence'
import type { Group, Item } from './time-line-data'
import { GroupHead } from './time-line-group'

/** Plain rows: a name, what it is, and its days; below each other where it is narrow. */
const looks = {
  listStyle: 'none',
  m: 0,
  p: 0,
  fontSize: 13,
  '& li': {
    display: 'grid',
    gridTemplateColumns: { xs: '1fr', md: 'minmax(200px, 2fr) 120px 3fr' },
    columnGap: 16,
    py: 0.75,
    pl: { sm: 4 },
    borderBottom: '1px solid var(--line)',
    overflowWrap: 'anywhere',
  },
  '& a': { color: 'var(--accent)', display: 'inline-flex', alignItems: 'center', minHeight: 24 },
  '& span': { color: 'var(--ink2)' },
} as const

interface Props {
  readonly groups: readonly Group[]
  /** Keys of the groups that are folded. */
  readonly folded: ReadonlySet<string>
  readonly onToggle: (key: string) => void
}

/** The time line in words: the same groups and rows as the drawing, in the same order. */
export function TimeLineList({ groups, folded, onToggle }: Props) {
  return groups.map((group) => (
    <Box key={group.key} component="section" sx={{ mb: 2 }}>
      <Typography component="h2" variant="body2" sx={{ bgcolor: 'var(--sunken)', py: 0.5, pr: 1 }}>
        <GroupHead group={group} open={!folded.has(group.key)} onToggle={() => onToggle(group.key)} />
      </Typography>
      {folded.has(group.key) || group.items.length === 0 ? null : (
        <Box component="ul" sx={looks}>
          {group.items.map((item) => (
            <ItemRow key={item.id} item={item} />
          ))}
        </Box>
      )}
    </Box>
  ))
}

function ItemRow({ item }: { item: Item }) {
  const translate = useTranslate()
  return (
    <li>
      <Link to={`/${item.list}/${item.id}/show`}>{item.name}</Link>
      <span>{translate(`resources.${item.list}.name`, { smart_count: 1 })}</span>
      <div style={item.late ? { color: 'var(--late)', fontWeight: 600 } : undefined}>{itemSentence(item, translate)}</div>
    </li>
  )
}

import ExpandMore from '@mui/icons-material/ExpandMore'
import { Box, IconButton, Link } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { Translate } from '../api/translate'
import { percentText } from '../kit/format'
import { Late } from '../kit/late'
import { ProgressBar } from '../kit/progress-bar'
import { type Group, shownLists } from './time-line-data'

interface Props {
  readonly group: Group
  readonly open: boolean
  readonly onToggle: () => void
}

/** What a group is called: a work package by number and title, the rest by what it is. */
export function groupName({ key, package: one }: Group, translate: Translate): string {
  if (one) return `${one.number} ${one.title}`
  return key === 'noPackage' ? translate('timeline.noPackage') : translate(`resources.${key}.name`, { smart_count: 2 })
}

/** A work package's head: its name and leader, what is in it, how it stands, what is late; and the way to fold it. */
export function GroupHead({ group, open, onToggle }: Props) {
  const translate = useTranslate()
  const name = groupName(group, translate)
  const { package: one, progress } = group
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.25 }}>
      <IconButton size="small" aria-expanded={open} aria-label={translate('timeline.fold', { name })} onClick={onToggle}>
        <ExpandMore sx={{ fontSize: 18, transform: open ? 'none' : 'rotate(-90deg)' }} />
      </IconButton>
      {one ? (
        <Link component={RouterLink} to={`/workPackages/${one.id}/show`} sx={{ fontWeight: 650 }}>
          {name}
        </Link>
      ) : (
        <Box component="span" sx={{ fontWeight: 650 }}>
          {name}
        </Box>
      )}
      {one?.leadingPartner ? <span>{one.leadingPartner.shortName}</span> : null}
      <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
        {whatIsIn(group, translate)}
      </Box>
      {progress?.achieved != null ? (
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, fontWeight: 400 }}>
          <Box component="span" sx={{ width: 80, display: 'flex' }}>
            <ProgressBar achieved={progress.achieved} planned={progress.planned} />
          </Box>
          {translate('timeline.achieved', { achieved: percentText(progress.achieved), planned: percentText(progress.planned) })}
        </Box>
      ) : null}
      {one && progress && progress.late > 0 ? <Late count={progress.late} at={{ package: one.id }} /> : null}
    </Box>
  )
}

/** How many of each kind are in a group, as 3 deliverables, 8 activities. */
function whatIsIn({ items }: Group, translate: Translate): string {
  if (items.length === 0) return translate('timeline.empty')
  return shownLists
    .map((list) => ({ list, count: items.filter((item) => item.list === list).length }))
    .filter(({ count }) => count > 0)
    .map(({ list, count }) => `${translate(`resources.${list}.name`, { smart_count: count })}: ${count}`)
    .join(', ')
}

import AlarmOutlined from '@mui/icons-material/AlarmOutlined'
import { Box, Button, Link, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dayText } from '../kit/format'
import { Section } from '../kit/page'
import { useWaiting } from '../records/room'
import type { LateItem } from './matrix-data'
import { useAllWork } from './use-matrix'

/** What waits for this person: to deliver, to measure, to decide; what is late first. */
export function MyWork({ first, total }: { first: readonly LateItem[]; total: number }) {
  const translate = useTranslate()
  const [all, setAll] = useState(false)
  const items = useAllWork(all) ?? first
  const late = items.filter((item) => item.state === 'LATE')
  const due = items.filter((item) => item.state === 'DUE')
  return (
    <Section title={translate('home.myWork')} actions={<Typography variant="body2">{translate('home.open', { smart_count: total })}</Typography>}>
      {items.length === 0 ? <Typography variant="body2">{translate('home.nothing')}</Typography> : null}
      {late.length > 0 ? (
        <Typography variant="body2" sx={{ color: 'error.main', fontWeight: 600, display: 'flex', gap: 0.5, alignItems: 'center', mt: 1 }}>
          <AlarmOutlined aria-hidden sx={{ fontSize: 16 }} /> {translate('enums.LateState.LATE')}
        </Typography>
      ) : null}
      <Items items={late} />
      {due.length > 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ fontWeight: 600, mt: 1.5 }}>
          {translate('home.next')}
        </Typography>
      ) : null}
      <Items items={due} />
      {items.length < total ? (
        <Button size="small" onClick={() => setAll(true)} sx={{ mt: 0.5, px: 0 }}>
          {translate('home.showAll', { smart_count: total })}
        </Button>
      ) : null}
    </Section>
  )
}

function Items({ items }: { items: readonly LateItem[] }) {
  const translate = useTranslate()
  const kinds = useWaiting()
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {items.map((item) => {
        const { icon: Icon, to } = kinds[item.kind]
        const late = item.state === 'LATE'
        return (
          <Box component="li" key={item.key} sx={{ py: 1, borderBottom: '1px solid var(--line)', display: 'flex', gap: 1, alignItems: 'flex-start' }}>
            <Icon aria-hidden sx={{ fontSize: 18, color: late ? 'error.main' : 'text.secondary', mt: 0.25 }} />
            <Link component={RouterLink} to={to(item)} color="textPrimary" sx={{ flex: 1 }}>
              {translate(`waits.${item.kind}`, { title: item.title })}
            </Link>
            <Typography variant="body2" sx={{ color: late ? 'error.main' : 'text.secondary', fontWeight: late ? 600 : 400, whiteSpace: 'nowrap' }}>
              {late ? translate('home.daysLate', { smart_count: item.daysLate }) : dayText(item.dueOn, 'short')}
            </Typography>
          </Box>
        )
      })}
    </Box>
  )
}

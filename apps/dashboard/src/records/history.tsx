import { Box, Button, Typography } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { RecordFacts } from '../api/contract'
import type { ChangesFragment } from '../api/documents.generated'
import { historyDocument } from '../api/record-documents'
import { useCurrency } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { momentText } from '../kit/format'
import { Section } from '../kit/page'
import { deedText } from './deed-text'
import { type Deed, deedsOf, refsOf } from './deeds'
import { useNames } from './use-names'

/** One line of a history: what happened, who did it, when. */
export interface HistoryItem {
  readonly id: string
  readonly at: string
  readonly by: string | null
  readonly text: ReactNode
}

/** Deeds as lines of a history, each a sentence; undefined until the names in them have come. */
export function useDeeds(deeds: readonly Deed[], currencyOf?: string): HistoryItem[] | undefined {
  const translate = useTranslate()
  const currency = useCurrency(currencyOf)
  const names = useNames(refsOf(deeds))
  return (
    names &&
    deeds.flatMap((deed) => {
      const text = deedText(deed, { translate, names, currency })
      return text === null ? [] : [{ id: deed.key, at: deed.at, by: deed.by, text }]
    })
  )
}

/** What was done to a record, in sentences, newest first. */
export function History({ record, id }: { record: RecordFacts; id: string }) {
  const history = useAnswer(historyDocument(record), record.audited ? { id } : null).data?.found?.history
  return history ? <Deeds history={history} /> : null
}

function Deeds({ history }: { history: ChangesFragment }) {
  const items = useDeeds(deedsOf(history.nodes))
  return items ? <HistoryList items={items} isCut={history.totalCount > history.nodes.length} /> : null
}

/** As many lines as stand there before more are asked for. */
const AT_FIRST = 10

/** Lines of a history, newest first, the older ones once they are asked for; `isCut`: there are more than these. */
export function HistoryList({ items, isCut }: { items: readonly HistoryItem[]; isCut: boolean }) {
  const translate = useTranslate()
  const [all, setAll] = useState(false)
  if (items.length === 0) return null
  const shown = all ? items : items.slice(0, AT_FIRST)
  return (
    <Section title={translate('record.history')}>
      <HistoryLines items={shown} />
      {shown.length < items.length ? (
        <Button size="small" onClick={() => setAll(true)} sx={{ mt: 0.5, px: 0 }}>
          {translate('record.earlier')}
        </Button>
      ) : isCut ? (
        <Typography variant="body2">{translate('record.newestOnly')}</Typography>
      ) : null}
    </Section>
  )
}

/** Each what happened, and below it by whom and when. */
export function HistoryLines({ items }: { items: readonly HistoryItem[] }) {
  const translate = useTranslate()
  return (
    <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {items.map((item) => (
        <Box component="li" key={item.id} sx={{ py: 1, borderBottom: '1px solid var(--line)', fontSize: 13, overflowWrap: 'anywhere' }}>
          {item.text}
          <Typography variant="body2" color="textSecondary" sx={{ fontSize: 12 }}>
            {item.by ?? translate('record.someone')} · {momentText(item.at)}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}

import { Button, TableCell, TableRow, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { AnswerOf } from '../api/document'
import type { Translate } from '../api/translate'
import { useAnswer } from '../api/use-answer'
import { numberText } from '../kit/format'
import { Section, WideTable } from '../kit/page'
import { editionChangesDocument } from './edition.graphql'
import type { Edition } from './edition-data'

const AT_ONCE = 25

type Change = AnswerOf<typeof editionChangesDocument>['benchmarkEditionChanges']['nodes'][number]

/** What the edition did to which values before it compared them, a page at a time, and how that takes part in the doubt; nothing where it does nothing to any. */
export function EditionChanges({ edition }: { edition: Edition }) {
  const { outliers, missingValues } = edition.settings
  const isDivided = edition.data.indicators.length < edition.allIndicators.length
  return outliers === 'NONE' && missingValues === 'LEAVE_OUT' && !isDivided ? null : <Changes edition={edition} />
}

function Changes({ edition }: { edition: Edition }) {
  const translate = useTranslate()
  const [skip, setSkip] = useState(0)
  const { data } = useAnswer(editionChangesDocument, { id: edition.id, first: AT_ONCE, skip }, { staleTime: Number.POSITIVE_INFINITY })
  const title = translate('edition.changes')
  const all = data?.benchmarkEditionChanges.totalCount ?? 0
  const heads = ['indicator', 'changed', 'step', 'before', 'after', 'why'] as const
  const turn = (step: number, word: string, isThere: boolean) => (
    <Button size="small" disabled={!isThere} onClick={() => setSkip(skip + step)}>
      {translate(word)}
    </Button>
  )
  return (
    <Section title={title}>
      <Typography variant="body2" sx={{ mb: 1 }}>
        {data ? translate(all === 0 ? 'edition.nothingChanged' : 'edition.changesCount', { smart_count: all }) : '…'} {doubtText(edition, translate)}
      </Typography>
      {all === 0 ? null : (
        <WideTable label={title} head={heads.map((head) => ({ text: translate(`edition.${head}`), right: head === 'before' || head === 'after' }))}>
          {(data?.benchmarkEditionChanges.nodes ?? []).map((change) => (
            <ChangeRow key={`${change.step} ${change.indicatorId} ${change.entryId}`} change={change} edition={edition} />
          ))}
        </WideTable>
      )}
      {all > AT_ONCE ? (
        <nav aria-label={title}>
          {turn(-AT_ONCE, 'ra.navigation.previous', skip > 0)}
          {translate('edition.changesPage', { from: skip + 1, to: Math.min(all, skip + AT_ONCE), all })}
          {turn(AT_ONCE, 'ra.navigation.next', skip + AT_ONCE < all)}
        </nav>
      ) : null}
    </Section>
  )
}

function ChangeRow({ change, edition }: { change: Change; edition: Edition }) {
  const translate = useTranslate()
  const { before, after, step } = change
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {change.indicatorTitle}
      </TableCell>
      <TableCell>{change.entryTitle}</TableCell>
      <TableCell>{translate(`enums.EditionStep.${step}`)}</TableCell>
      <TableCell align="right">{before === null ? translate('app.unknown') : numberText(before)}</TableCell>
      <TableCell align="right">{after === null ? translate('app.unknown') : numberText(after)}</TableCell>
      <TableCell>
        {whyText(change, edition, translate)} {change.ofDistance ? translate('edition.ofDistance') : null}
      </TableCell>
    </TableRow>
  )
}

function whyText({ skewness, kurtosis, divisorTitle, divisor, per }: Change, { settings }: Edition, translate: Translate): string {
  if (divisorTitle !== null) {
    const said = { title: divisorTitle, per: numberText(per ?? 1), divisor: divisor === null ? translate('app.unknown') : numberText(divisor) }
    return translate('edition.whyDivided', said)
  }
  if (skewness === null || kurtosis === null) return translate('edition.whyFilled', { by: translate(`enums.MissingValues.${settings.missingValues}`) })
  return translate('edition.whyDrawnIn', { skewness: numberText(skewness), kurtosis: numberText(kurtosis) })
}

/** What of this recomputations choose anew. */
function doubtText({ settings }: Edition, translate: Translate): string {
  const drawnIn = settings.outliers === 'NONE' ? [] : [translate('edition.drawnInAlways')]
  if (settings.missingValues === 'LEAVE_OUT') return drawnIn.join(' ')
  return [...drawnIn, translate(settings.missingDoubt === false ? 'edition.filledAlways' : 'edition.filledDoubt')].join(' ')
}

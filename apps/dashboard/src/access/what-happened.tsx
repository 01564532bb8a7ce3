import { Alert, TableCell, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { AnswerOf } from '../api/document'
import { momentText } from '../kit/format'
import { Section, WideTable } from '../kit/page'
import type { accountDocument } from './access.graphql'

interface Props {
  /** Newest first. */
  readonly events: AnswerOf<typeof accountDocument>['securityLog']['nodes']
}

const fields = ['at', 'kind', 'network', 'byName', 'times']

/** What the security log tells of one's own account, and a word of a link that somebody else took for it. */
export function WhatHappened({ events }: Props) {
  const translate = useTranslate()
  const taken = events.find(({ kind }) => kind === 'RESET_LINK_TAKEN')
  const title = translate('account.happened')
  return (
    <Section title={title}>
      {taken ? (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('account.linkTaken', { at: momentText(taken.at), name: taken.byName ?? translate('account.operator') })}
        </Alert>
      ) : null}
      <Typography variant="body2" sx={{ mb: 1 }}>
        {translate('account.happenedText')}
      </Typography>
      <WideTable label={title} head={fields.map((field) => translate(`resources.securityLog.fields.${field}`))}>
        {events.map(({ id, at, kind, network, byName, times }) => (
          <TableRow key={id}>
            <TableCell sx={{ whiteSpace: { sm: 'nowrap' } }}>{momentText(at)}</TableCell>
            <TableCell component="th" scope="row">
              {translate(`enums.SecurityEventKind.${kind}`)}
            </TableCell>
            <TableCell>{network}</TableCell>
            <TableCell>{byName}</TableCell>
            <TableCell>{times}</TableCell>
          </TableRow>
        ))}
      </WideTable>
    </Section>
  )
}

import { Box, TableCell, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useAnswer } from '../api/use-answer'
import { Failed, Loading } from '../kit/loading'
import { Section, WideTable } from '../kit/page'
import { PlainPage } from '../kit/plain-page'
import { personalDataDocument } from './access.graphql'
import { type KeptLine, linesByPurpose } from './kept-lines'
import { fieldWord, readersText, tableWord, untilText } from './kept-words'

const notes = ['text', 'account', 'texts', 'browser'] as const

/** What is kept of people: why, until when, who may read it, and how much of whoever looks. For anyone, who signs in or was invited. */
export default function PersonalData() {
  const translate = useTranslate()
  const { data, error, refetch } = useAnswer(personalDataDocument, {})
  return (
    <PlainPage title={translate('kept.title')} wide="page">
      {notes.map((note) => (
        <Typography key={note} sx={{ mb: 1, maxWidth: 860 }}>
          {translate(`kept.${note}`)}
        </Typography>
      ))}
      {error ? <Failed error={error} onAgain={() => void refetch()} /> : null}
      {data ? (
        <Box sx={{ mt: 4 }}>
          {linesByPurpose(data.personalData).map(({ purpose, lines }) => (
            <Purpose key={purpose} title={translate(`enums.PersonalPurpose.${purpose}`)} lines={lines} />
          ))}
        </Box>
      ) : error ? null : (
        <Loading />
      )}
    </PlainPage>
  )
}

function Purpose({ title, lines }: { title: string; lines: readonly KeptLine[] }) {
  const translate = useTranslate()
  const isCounted = lines.some(({ mine }) => mine !== null)
  const head = ['what', 'until', 'readBy', 'erased', ...(isCounted ? ['mine'] : [])].map((column) => translate(`kept.columns.${column}`))
  return (
    <Section title={title}>
      <WideTable label={title} head={head}>
        {lines.map(({ key, table, record, fields, facts, mine }) => (
          <TableRow key={key} sx={{ verticalAlign: 'top' }}>
            <TableCell component="th" scope="row">
              <strong>{tableWord(table, record, translate)}</strong>
              {record ? `: ${fields.map((field) => fieldWord(record, field, translate)).join(', ')}` : null}
            </TableCell>
            <TableCell>{untilText(facts, translate)}</TableCell>
            <TableCell>{readersText(facts.readBy, translate)}</TableCell>
            <TableCell>{translate(`enums.OnErasure.${facts.erase}`)}</TableCell>
            {isCounted ? <TableCell>{mine ?? null}</TableCell> : null}
          </TableRow>
        ))}
      </WideTable>
    </Section>
  )
}

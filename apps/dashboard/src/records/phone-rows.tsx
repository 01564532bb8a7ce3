import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { type RaRecord, RecordContextProvider, useListContext, useTranslate } from 'react-admin'
import type { RecordFacts } from '../api/contract'
import { type Column, columnLabel } from './list-columns'

interface Props {
  readonly record: RecordFacts
  readonly columns: readonly Column[]
  /** The column that opens the record. */
  readonly main: Column | undefined
  /** One value of the row that stands in the context. */
  readonly renderValue: (column: Column) => ReactNode
}

/** A list's rows on a phone: the name, and below it what the other columns say. */
export function PhoneRows({ record, columns, main, renderValue }: Props) {
  const translate = useTranslate()
  const { data = [] } = useListContext<RaRecord>()
  if (data.length === 0) return <Typography sx={{ py: 2 }}>{translate('list.noneFits')}</Typography>
  const others = columns.filter((column) => column !== main)
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, borderTop: '1px solid var(--line2)' }}>
      {data.map((row) => (
        <RecordContextProvider key={row.id} value={row}>
          <Box component="li" sx={{ py: 1.25, borderBottom: '1px solid var(--line)', overflowWrap: 'anywhere' }}>
            <Box sx={{ '& a': { display: 'inline-flex', alignItems: 'center', minHeight: 28 } }}>{main ? renderValue(main) : null}</Box>
            <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'fit-content(40%) 1fr', columnGap: 1.5, rowGap: 0.25, m: 0, fontSize: 13 }}>
              {others.map((column) => (
                <Box key={column.name} sx={{ display: 'contents' }}>
                  <Box component="dt" sx={{ color: 'text.secondary' }}>
                    {columnLabel(record, column, translate)}
                  </Box>
                  <Box component="dd" sx={{ m: 0 }}>
                    {renderValue(column)}
                  </Box>
                </Box>
              ))}
            </Box>
          </Box>
        </RecordContextProvider>
      ))}
    </Box>
  )
}

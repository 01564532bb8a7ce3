import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material'
import { type ClipboardEvent, useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { percentText } from '../app/format'
import { ask, GraphqlError } from '../app/graphql'
import type { IndicatorFacts, PilotFacts } from './pilot-data'

interface Row {
  readonly contributorId: string
  readonly indicator: IndicatorFacts
  readonly partner: string
  readonly value: string
  readonly counted: string
  readonly outOf: string
  readonly source: string
}

interface Outcome {
  readonly recorded: number
  readonly changes: readonly { readonly before: number | null; readonly after: number | null; readonly planned: number | null }[]
}

const document =
  'mutation ($input: [MeasurementInput!]!, $dryRun: Boolean!) { recordMeasurements(input: $input, dryRun: $dryRun) { recorded changes { before after planned } } }'

const columns = ['value', 'counted', 'outOf', 'source'] as const
type Column = (typeof columns)[number]

/** A number as people write it: 8,3 and 8.3 alike. */
const parse = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim().replace(/\s/g, '').replace(',', '.')))

const rowsOf = (pilot: PilotFacts): Row[] =>
  pilot.indicators.nodes.flatMap((indicator) =>
    indicator.contributors.nodes
      .filter((seat) => !seat.until)
      .map((seat) => ({
        contributorId: seat.id,
        indicator,
        partner: seat.partner?.shortName ?? '',
        value: '',
        counted: '',
        outOf: '',
        source: '',
      })),
  )

const isFilled = (row: Row) => (row.indicator.measure === 'RATIO' ? row.counted !== '' || row.outOf !== '' : row.value !== '')

function inputOf(row: Row, onDay: string) {
  const figures = row.indicator.measure === 'RATIO' ? { numerator: parse(row.counted), denominator: parse(row.outOf) } : { value: parse(row.value) }
  return { contributorId: row.contributorId, onDay, ...figures, source: row.source || null }
}

/** Entry of a day's measurements, a row per seat; a block from a spreadsheet can be pasted. All are saved or none. */
export function MeasurementEntry({ pilot, onDone }: { pilot: PilotFacts; onDone: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const [day, setDay] = useState('')
  const [rows, setRows] = useState(() => rowsOf(pilot))
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [preview, setPreview] = useState<Outcome | null>(null)
  const filled = rows.filter(isFilled)
  const change = (index: number, column: Column, text: string) =>
    setRows((before) => before.map((row, at) => (at === index ? { ...row, [column]: text } : row)))

  const paste = (event: ClipboardEvent, index: number, column: Column) => {
    const block = event.clipboardData
      .getData('text')
      .replace(/\r/g, '')
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.split('\t'))
    if (block.length === 1 && block[0]?.length === 1) return
    event.preventDefault()
    const from = columns.indexOf(column)
    setRows((before) =>
      before.map((row, at) => ({ ...row, ...Object.fromEntries((block[at - index] ?? []).map((text, offset) => [columns[from + offset] ?? 'source', text])) })),
    )
    notify('pilot.pasted', { messageArgs: { count: block.flat().length } })
  }

  const send = async (dryRun: boolean) => {
    setFaults({})
    try {
      const { recordMeasurements } = await ask<{ recordMeasurements: Outcome }>(document, { input: filled.map((row) => inputOf(row, day)), dryRun })
      if (dryRun) return setPreview(recordMeasurements)
      notify('pilot.saved', { messageArgs: { count: recordMeasurements.recorded } })
      onDone()
    } catch (error) {
      if (!(error instanceof GraphqlError)) throw error
      setFaults(
        Object.fromEntries(
          error.faults.map((fault) => [fault.path[1] === undefined ? 'day' : `${filled[Number(fault.path[1])]?.contributorId}`, fault.message]),
        ),
      )
      if (error.faults.length === 0) notify(error.message, { type: 'error' })
    }
  }

  return (
    <Box component="section" sx={{ my: 2 }} aria-label={translate('pilot.enter')}>
      <Typography variant="body2">{translate('pilot.hint')}</Typography>
      <TextField
        label={translate('pilot.day')}
        type="date"
        value={day}
        onChange={(event) => setDay(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
        sx={{ my: 2 }}
      />
      <Box sx={{ overflowX: 'auto' }}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {['indicators', 'seat', 'value', 'counted', 'outOf', 'source'].map((name) => (
                <TableCell key={name}>{translate(`pilot.${name}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row, index) => (
              <TableRow key={row.contributorId}>
                <TableCell component="th" scope="row">
                  {row.indicator.title}
                  {faults[row.contributorId] ? (
                    <Typography role="alert" variant="body2" color="error">
                      {faults[row.contributorId]}
                    </Typography>
                  ) : null}
                </TableCell>
                <TableCell>{row.partner}</TableCell>
                {columns.map((column) => (
                  <TableCell key={column}>
                    {(column === 'value') === (row.indicator.measure !== 'RATIO') || column === 'source' ? (
                      <TextField
                        value={row[column]}
                        onChange={(event) => change(index, column, event.target.value)}
                        onPaste={(event) => paste(event, index, column)}
                        slotProps={{
                          htmlInput: {
                            'aria-label': `${row.indicator.title}, ${row.partner}, ${translate(`pilot.${column}`)}`,
                            inputMode: column === 'source' ? 'text' : 'decimal',
                          },
                        }}
                        sx={{ minWidth: 90 }}
                      />
                    ) : null}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {preview?.changes.map((item) => (
        <Typography key={String(item.before)} sx={{ mt: 1 }}>
          {translate('pilot.previewLine', { before: percentText(item.before), after: percentText(item.after), planned: percentText(item.planned) })}
        </Typography>
      ))}
      <Box sx={{ display: 'flex', gap: 1, mt: 2, flexWrap: 'wrap' }}>
        <Button variant="contained" disabled={filled.length === 0 || day === ''} onClick={() => send(false)}>
          {translate('pilot.save', { count: filled.length })}
        </Button>
        <Button variant="outlined" disabled={filled.length === 0 || day === ''} onClick={() => send(true)}>
          {translate('pilot.preview')}
        </Button>
        <Button onClick={onDone}>{translate('pilot.cancel')}</Button>
      </Box>
    </Box>
  )
}

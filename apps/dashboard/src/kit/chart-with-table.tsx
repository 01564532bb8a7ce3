import { Box, TableCell, TableRow, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { useTranslate } from 'react-admin'
import { ExportButton } from './export-button'
import { saveTable } from './export-table'
import { numberText, percentText } from './format'
import { Section, WideTable } from './page'

/** A column of figures: what heads it, and how its cells read. */
export interface Column {
  readonly text: string
  readonly as?: 'text' | 'number' | 'percent'
}

export type Cell = string | number | null

/** The figures of a chart: the same for its table and its file. */
export interface Figures {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

interface Props {
  readonly title: string
  /** Name of the file. */
  readonly file: string
  readonly figures: Figures
  /** What the chart finds, in a sentence; it stands above chart and table alike. */
  readonly sentence?: ReactNode
  readonly children: ReactNode
}

/** A chart under its heading, that can be read as a table and taken away as a file. */
export function ChartWithTable({ title, file, figures, sentence, children }: Props) {
  const translate = useTranslate()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const table = { head: figures.columns.map(({ text }) => text), rows: figures.rows }
  return (
    <Section
      title={title}
      actions={
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <ToggleButtonGroup size="small" exclusive value={view} onChange={(_, next) => next && setView(next)} aria-label={translate('chart.view', { title })}>
            <ToggleButton value="chart">{translate('chart.chart')}</ToggleButton>
            <ToggleButton value="table">{translate('chart.table')}</ToggleButton>
          </ToggleButtonGroup>
          <ExportButton size="small" variant="text" of={title} onExport={(form) => saveTable(file, table, form)} />
        </Box>
      }
    >
      {sentence ? <Box sx={{ mb: 1 }}>{sentence}</Box> : null}
      {view === 'chart' ? children : <FigureTable label={title} figures={figures} />}
    </Section>
  )
}

/** Figures as a table; what is not known reads so. */
export function FigureTable({ label, figures: { columns, rows } }: { label: string; figures: Figures }) {
  const isRight = (column: Column | undefined) => column?.as === 'number' || column?.as === 'percent'
  return (
    <WideTable label={label} head={columns.map((column) => ({ text: column.text, right: isRight(column) }))}>
      {rows.map((cells) => (
        <TableRow key={cells.slice(0, 2).join(' ')}>
          {cells.map((cell, index) => (
            <TableCell
              key={columns[index]?.text}
              align={isRight(columns[index]) ? 'right' : 'left'}
              {...(index === 0 ? { component: 'th' as const, scope: 'row' } : {})}
            >
              <CellText column={columns[index]} cell={cell} />
            </TableCell>
          ))}
        </TableRow>
      ))}
    </WideTable>
  )
}

function CellText({ column, cell }: { column: Column | undefined; cell: Cell }) {
  const translate = useTranslate()
  if (cell === null) return <em>{translate('app.unknown')}</em>
  if (typeof cell === 'string') return <>{cell}</>
  return <>{column?.as === 'percent' ? percentText(cell, 1) : numberText(cell)}</>
}

import { Box, Button, TableCell, TableRow, TextField, Typography } from '@mui/material'
import { useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import {
  type Asked,
  CONSTANT,
  choiceOf,
  choosable,
  columnChoice,
  type FileAsRead,
  type FileReading,
  type FoundColumn,
  type FoundFile,
  NOWHERE,
  withChoice,
  withConstant,
  withOnly,
  YEARS,
} from './file-reading'
import { WideTable } from './page'

interface Props {
  readonly file: FileAsRead
  readonly asked: readonly Asked[]
  readonly onRead: (reading: FileReading) => void
}

/** Which column of a file is what: its first rows as they stand, a choice for each thing that the import asks for, and which rows are taken. */
export function ReadingStep({ file: { found, readAs }, asked, onRead }: Props) {
  const translate = useTranslate()
  const [reading, setReading] = useState(readAs.reading)
  return (
    <Box component="section" aria-labelledby="reading-title" sx={{ my: 1 }}>
      <Typography id="reading-title" component="h3" sx={{ fontWeight: 650, mb: 1 }}>
        {translate('imports.reading.title')}
      </Typography>
      <FirstRows found={found} />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1.5, my: 2 }}>
        {asked.map((one) => (
          <AskedColumn key={one.name} asked={one} found={found} reading={reading} onChange={setReading} />
        ))}
      </Box>
      <ChosenRows found={found} reading={reading} onChange={setReading} />
      <Button variant="outlined" onClick={() => onRead(reading)}>
        {translate('imports.reading.read')}
      </Button>
    </Box>
  )
}

function FirstRows({ found }: { found: FoundFile }) {
  const translate = useTranslate()
  const { sheet, head, remarks, columns, first } = found
  return (
    <>
      <Typography variant="body2" sx={{ mb: 0.5 }}>
        {[
          sheet === null ? '' : translate('imports.reading.sheet', { sheet }),
          translate('imports.reading.head', { row: head }),
          remarks > 0 ? translate('imports.reading.remarks', { smart_count: remarks }) : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </Typography>
      <WideTable label={translate('imports.reading.first')} head={columns.map(({ name }) => name)}>
        {first.map((cells) => (
          <TableRow key={cells.join('\u0000')}>
            {cells.map((cell, place) => (
              <TableCell key={columns[place]?.name} sx={{ whiteSpace: 'nowrap' }}>
                {cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </WideTable>
    </>
  )
}

type Option = readonly [value: string, text: string]

/** A column with the first things that stand in it. */
const columnOption = ({ name, values }: FoundColumn): Option => [
  columnChoice(name),
  [name, values.slice(0, 2).join(', ')].filter(Boolean).join(': ').slice(0, 60),
]

interface ColumnProps {
  readonly asked: Asked
  readonly found: FoundFile
  readonly reading: FileReading
  readonly onChange: (reading: FileReading) => void
}

function AskedColumn({ asked: { name, label, needed, constant }, found, reading, onChange }: ColumnProps) {
  const translate = useTranslate()
  const choice = choiceOf(reading, name)
  const hasYears = (name === 'year' || name === 'value') && found.columns.some(({ isYear }) => isYear)
  const options: Option[] = [
    [NOWHERE, translate('imports.reading.nowhere')],
    ...found.columns.map(columnOption),
    ...(constant ? [[CONSTANT, translate('imports.reading.constant')] as const] : []),
    ...(hasYears ? [[YEARS, translate('imports.reading.years')] as const] : []),
  ]
  const shown = needed ? label : translate('imports.reading.optional', { label })
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Choice label={shown} value={choice} options={options} onChoose={(next) => onChange(withChoice(reading, name, next))} />
      {choice === CONSTANT ? <Constant asked={{ name, label, ...(constant ? { constant } : {}) }} reading={reading} onChange={onChange} /> : null}
    </Box>
  )
}

function Constant({ asked: { name, label, constant }, reading, onChange }: Omit<ColumnProps, 'found'>) {
  const translate = useTranslate()
  const text = reading.constants.find(({ as }) => as === name)?.text ?? ''
  const id = useId()
  const own = { label: translate('imports.reading.forAll', { label }), value: text }
  const set = (next: string) => onChange(withConstant(reading, name, next))
  if (Array.isArray(constant)) return <Choice {...own} options={[['', ''], ...constant]} onChoose={set} />
  return <TextField {...own} id={id} size="small" fullWidth onChange={(event) => set(event.target.value)} />
}

/** Rows may be chosen by columns that are not read: a file often holds several breakdowns of the same figures. */
function ChosenRows({ found, reading, onChange }: Omit<ColumnProps, 'asked'>) {
  const translate = useTranslate()
  const columns = choosable(found, reading)
  if (columns.length === 0) return null
  return (
    <>
      <Typography variant="body2">{translate('imports.reading.only')}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1.5, my: 1.5 }}>
        {columns.map(({ name, values }) => (
          <Choice
            key={name}
            label={name}
            value={reading.only.find(({ column }) => column === name)?.value ?? ''}
            options={[['', translate('imports.reading.all')], ...values.map((value) => [value, value] as const)]}
            onChoose={(value) => onChange(withOnly(reading, name, value))}
          />
        ))}
      </Box>
    </>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChoose: (value: string) => void
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId()
  return (
    <TextField
      id={id}
      label={label}
      select
      size="small"
      fullWidth
      value={value}
      onChange={(event) => onChoose(event.target.value)}
      slotProps={{ inputLabel: { shrink: true }, select: { native: true } }}
    >
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </TextField>
  )
}

import { decimalMark } from '@clusterpolisee/values'
import {
  Alert,
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  TableCell,
  TableRow,
  Typography,
} from '@mui/material'
import { type ChangeEvent, type ComponentType, type MouseEvent, type ReactNode, Suspense, useState } from 'react'
import { useTranslate } from 'react-admin'
import { errorText } from '../api/graphql'
import type { FileQuestion, RowFault } from './file-faults'
import type { Asked, FileAsRead, FileReading } from './file-reading'
import { locale } from './format'
import { WideTable } from './page'
import { ReadingStep } from './reading-step'
import { useSaved } from './saved'

/** What the gateway says of a file: what it would bring, how its first rows were read, or what is wrong. */
export interface Checked {
  readonly text: string
  readonly faults: readonly RowFault[]
  /** What has to be known before it can be read. */
  readonly question: FileQuestion | null
  readonly head: readonly string[]
  readonly preview: readonly (readonly string[])[]
  /** What was found in it, and how that was read. */
  readonly file: FileAsRead
}

/** How a file is to be taken. */
export interface Taking {
  readonly replace: boolean
  readonly dryRun: boolean
  /** Which mark stands before decimals, where that was asked. */
  readonly decimals: 'POINT' | 'COMMA' | null
  /** Which column is what; null: as the gateway finds it. */
  readonly reading: FileReading | null
}

/** What a remedy is given: all faults of the file, and what to do when it has helped. */
export interface RemedyProps {
  readonly faults: readonly RowFault[]
  readonly onMended: () => void
}

interface Props {
  readonly title: string
  readonly text: string
  /** File types that are offered. */
  readonly accept: string
  /** Links to templates. */
  readonly templates: ReactNode
  /** All that the import asks a file for. */
  readonly asked: readonly Asked[]
  /** What may be done here about faults of some kinds. */
  readonly remedy: ComponentType<RemedyProps>
  /** Sends the file: only to be looked at, or to be taken over. */
  readonly send: (file: File, taking: Taking) => Promise<Checked>
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Opens the import of a file. */
export function ImportButton({ variant, ...dialog }: Omit<Props, 'onClose'> & { readonly variant: 'contained' | 'outlined' }) {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        {translate('imports.open')}…
      </Button>
      {open ? <ImportDialog {...dialog} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** Imports a file: it is looked at when chosen, faults stand at their rows, and only a faultless one can be taken over. */
function ImportDialog({ title, text, accept, templates, asked, remedy: Remedy, send, onClose, onDone }: Props) {
  const translate = useTranslate()
  const saved = useSaved()
  const [file, setFile] = useState<File | null>(null)
  const [taking, setTaking] = useState<Taking>({ replace: false, dryRun: true, decimals: null, reading: null })
  const [checked, setChecked] = useState<Checked | null>(null)
  const [other, setOther] = useState('')
  const [busy, setBusy] = useState(false)
  const run = async (chosen: File, how: Taking) => {
    setBusy(true)
    setOther('')
    setTaking({ ...how, dryRun: true })
    try {
      const found = await send(chosen, how)
      setChecked(found)
      if (how.dryRun || !isFine(found)) return
      saved(found.text)
      onDone()
      onClose()
    } catch (error) {
      setChecked(null)
      setOther(errorText(error, translate))
    } finally {
      setBusy(false)
    }
  }
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? []
    if (!chosen) return
    setFile(chosen)
    void run(chosen, { ...taking, decimals: null, reading: null })
  }
  const change = (part: Partial<Taking>) => {
    const next = { ...taking, ...part }
    setTaking(next)
    if (file) void run(file, next)
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby="import-title" fullWidth maxWidth="md">
      <DialogTitle id="import-title">{title}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 1.5 }}>{text}</Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
          <FileInput accept={accept} onChange={choose} />
          {templates}
        </Box>
        <FormControlLabel
          control={<Checkbox checked={taking.replace} onChange={() => change({ replace: !taking.replace })} />}
          label={translate('imports.replace')}
        />
        <Box role="status">
          {busy ? translate('imports.looking') : null}
          {file && !busy ? <Typography variant="body2">{translate('imports.file', { name: file.name })}</Typography> : null}
          {checked?.question && !busy ? <MarkQuestion question={checked.question} onAnswer={(decimals) => change({ decimals })} /> : null}
          {checked && !busy ? <Outcome checked={checked} asked={asked} /> : null}
        </Box>
        {checked && !busy && checked.faults.length > 0 ? (
          <Suspense fallback={null}>
            <Remedy faults={checked.faults} onMended={() => change({})} />
          </Suspense>
        ) : null}
        {checked && !busy ? (
          <HowRead key={JSON.stringify(checked.file.readAs)} checked={checked} asked={asked} onRead={(reading) => change({ reading })} />
        ) : null}
        {checked && !busy && isFine(checked) && checked.preview.length > 0 ? <Preview checked={checked} /> : null}
        {other ? (
          <Typography role="alert" color="error">
            {other}
          </Typography>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('app.back')}</Button>
        <Button
          variant="contained"
          disabled={busy || !file || !checked || !isFine(checked)}
          onClick={() => file && void run(file, { ...taking, dryRun: false })}
        >
          {translate('imports.take')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function FileInput({ accept, onChange }: { accept: string; onChange: (event: ChangeEvent<HTMLInputElement>) => void }) {
  const translate = useTranslate()
  return (
    <Box component="label" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', fontSize: 14 }}>
      {translate('imports.choose')}
      <input
        type="file"
        accept={accept}
        onClick={chooseAnew}
        onChange={onChange}
        style={{ font: 'inherit', maxWidth: '100%', minHeight: 28, color: 'inherit' }}
      />
    </Box>
  )
}

/** A corrected file bears the name of the one before it, which a browser would take for no change. */
const chooseAnew = ({ currentTarget }: MouseEvent<HTMLInputElement>) => {
  currentTarget.value = ''
}

const isFine = ({ faults, question, file }: Checked): boolean => faults.length === 0 && question === null && file.lacking.length === 0

/** How the file was read: shown where something is lacking, else when it is asked for. */
function HowRead({ checked: { file, faults }, asked, onRead }: { checked: Checked; asked: readonly Asked[]; onRead: (reading: FileReading) => void }) {
  const translate = useTranslate()
  const isUnsure = file.lacking.length > 0 || (faults.length > 0 && file.readAs.by === 'GIVEN')
  const [open, setOpen] = useState(isUnsure)
  if (open) return <ReadingStep file={file} asked={asked} onRead={onRead} />
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', my: 1 }}>
      {file.readAs.by === 'REMEMBERED' ? <Typography variant="body2">{translate('imports.reading.remembered')}</Typography> : null}
      <Button size="small" onClick={() => setOpen(true)}>
        {translate('imports.reading.change')}
      </Button>
    </Box>
  )
}

/** One question for all numbers of a file that can be read in two ways. */
function MarkQuestion({ question, onAnswer }: { question: FileQuestion; onAnswer: (decimals: 'POINT' | 'COMMA') => void }) {
  const translate = useTranslate()
  const shown = (value: number) => String(value).replace('.', decimalMark(locale()))
  return (
    <Alert
      severity="warning"
      sx={{ my: 1 }}
      action={
        <>
          <Button onClick={() => onAnswer('POINT')}>{shown(question.byPoint)}</Button>
          <Button onClick={() => onAnswer('COMMA')}>{shown(question.byComma)}</Button>
        </>
      }
    >
      {translate('imports.doubt', { text: question.text, smart_count: question.count })}
    </Alert>
  )
}

function Outcome({ checked: { faults, text, question, file }, asked }: { checked: Checked; asked: readonly Asked[] }) {
  const translate = useTranslate()
  if (file.lacking.length > 0) {
    const labels = file.lacking.map((name) => asked.find((one) => one.name === name)?.label ?? name)
    return <Alert severity="warning">{translate('imports.reading.lacking', { columns: labels.join(', ') })}</Alert>
  }
  if (question && faults.length === 0) return null
  if (faults.length === 0) return <Alert severity="info">{text}</Alert>
  return (
    <>
      <Alert severity="error" sx={{ mb: 1 }}>
        {translate('imports.faults', { smart_count: faults.length })}
      </Alert>
      <WideTable
        label={translate('imports.faultTable')}
        head={[{ text: translate('imports.row'), right: true }, translate('imports.column'), translate('imports.why')]}
      >
        {faults.map((fault) => (
          <TableRow key={`${fault.row} ${fault.column} ${fault.text}`}>
            <TableCell align="right">{fault.row}</TableCell>
            <TableCell>{fault.column || '–'}</TableCell>
            <TableCell>{fault.text}</TableCell>
          </TableRow>
        ))}
      </WideTable>
    </>
  )
}

function Preview({ checked: { head, preview } }: { checked: Checked }) {
  const translate = useTranslate()
  return (
    <Box sx={{ mt: 1 }}>
      <WideTable label={translate('imports.preview')} head={head.length > 0 ? head : [translate('imports.preview')]}>
        {preview.map((cells) => (
          <TableRow key={cells.join('\u0000')}>
            {cells.map((cell, index) => (
              <TableCell key={head[index] ?? 'line'} sx={{ whiteSpace: 'nowrap' }}>
                {cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </WideTable>
    </Box>
  )
}

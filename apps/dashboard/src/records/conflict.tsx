import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material'
import { useState } from 'react'
import { type RaRecord, useNotify, useRedirect, useTranslate } from 'react-admin'
import type { RecordFacts } from '../app/contract'
import { dataProvider } from '../app/data-provider'

/** What the gateway tells of a save that came second. */
export interface ConflictFacts {
  readonly current: RaRecord
  readonly fields: readonly string[]
  readonly by: string | null
}

interface Props {
  readonly facts: ConflictFacts
  readonly mine: RaRecord
  readonly record: RecordFacts
  readonly onClose: (saved: boolean) => void
}

/** Mine and theirs, field by field; nothing is chosen beforehand, and nothing is lost on going back. */
export function Conflict({ facts, mine, record, onClose }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const redirect = useRedirect()
  const [choices, setChoices] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  const save = async () => {
    const chosen = Object.fromEntries(facts.fields.map((name) => [name, choices[name] === 'mine' ? mine[name] : facts.current[name]]))
    try {
      await dataProvider.update(record.plural, {
        id: mine.id,
        data: { ...facts.current, ...chosen, version: facts.current.version },
        previousData: facts.current,
      })
      onClose(true)
      redirect('show', record.plural, mine.id)
    } catch (error) {
      notify((error as Error).message, { type: 'error' })
    }
  }
  return (
    <Dialog open onClose={() => onClose(false)} aria-labelledby="conflict-title" maxWidth="md" fullWidth>
      <DialogTitle id="conflict-title">{translate('conflict.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{translate('conflict.text', { name: facts.by ?? translate('pilot.someone') })}</Typography>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('conflict.field')}</TableCell>
              <TableCell>
                {translate('conflict.mine')} / {translate('conflict.theirs')}
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {facts.fields.map((name) => {
              const label = record.fields.find((field) => field.inputName === name)?.label ?? name
              return (
                <TableRow key={name}>
                  <TableCell component="th" scope="row">
                    {label}
                  </TableCell>
                  <TableCell>
                    <RadioGroup
                      aria-label={label}
                      value={choices[name] ?? ''}
                      onChange={(_, value) => setChoices({ ...choices, [name]: value as 'mine' | 'theirs' })}
                    >
                      <FormControlLabel value="mine" control={<Radio size="small" />} label={`${translate('conflict.mine')}: ${String(mine[name] ?? '–')}`} />
                      <FormControlLabel
                        value="theirs"
                        control={<Radio size="small" />}
                        label={`${translate('conflict.theirs')}: ${String(facts.current[name] ?? '–')}`}
                      />
                    </RadioGroup>
                  </TableCell>
                </TableRow>
              )
            })}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => onClose(false)}>{translate('conflict.back')}</Button>
        <Button variant="contained" disabled={facts.fields.some((name) => !choices[name])} onClick={save}>
          {translate('conflict.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

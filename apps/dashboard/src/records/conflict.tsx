import CheckOutlined from '@mui/icons-material/CheckOutlined'
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { type RaRecord, useNotify, useTranslate } from 'react-admin'
import { labelKey, type RecordFacts } from '../api/contract'
import { dataProvider } from '../api/data-provider'
import { GraphqlError } from '../api/graphql'
import { momentText } from '../kit/format'
import { InputValue } from './field-value'
import { asFormData, type Change, compare, merged, writeTogether } from './merge'

/** What the gateway tells of a save that came second. */
export interface ConflictFacts {
  readonly current: RaRecord
  readonly by: string | null
  readonly at: string | null
}

interface Props {
  readonly facts: ConflictFacts
  readonly base: RaRecord
  readonly mine: RaRecord
  readonly record: RecordFacts
  readonly onClose: () => void
  readonly onSaved: (next: RaRecord) => void
}

type Choice = 'mine' | 'theirs' | 'together'

/** Mine and theirs: what fits is taken by itself, only true clashes are asked; nothing is chosen beforehand, nothing lost on going back. */
export function Conflict({ facts: first, base, mine, record, onClose, onSaved }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const [facts, setFacts] = useState(first)
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const { clashes, fits } = compare(record, base, mine, facts.current)
  const name = facts.by ?? translate('record.someone')
  const label = ({ field }: Change) => translate(labelKey(record, field.name))
  const together = (change: Change) => texts[change.source] ?? writeTogether(change.base, change.mine, change.theirs)
  const chosen = (change: Change) => {
    const choice = choices[change.source]
    return choice === 'together' ? together(change) : choice === 'mine' ? change.mine : change.theirs
  }
  const save = async () => {
    const former = { ...asFormData(record, facts.current), id: base.id, version: facts.current.version }
    const data = merged(former, { clashes, fits }, chosen)
    try {
      const saved = await dataProvider.update(record.plural, {
        id: base.id,
        data,
        previousData: former,
      })
      onClose()
      onSaved(saved.data as RaRecord)
    } catch (error) {
      if (error instanceof GraphqlError && error.code === 'CONFLICT') setFacts(error.extensions as unknown as ConflictFacts)
      else notify((error as Error).message, { type: 'error' })
    }
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby="conflict-title" maxWidth="md" fullWidth>
      <DialogTitle id="conflict-title" tabIndex={-1}>
        {translate('conflict.title', { name })}
      </DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }} color="textSecondary">
          {facts.at ? translate('conflict.saved', { at: momentText(facts.at) }) : null} {translate('conflict.nothingLost')}
        </Typography>
        {fits.length > 0 ? (
          <Box sx={{ display: 'flex', gap: 1, bgcolor: 'var(--sunken)', borderRadius: 1, p: 1, mb: 2 }}>
            <CheckOutlined aria-hidden sx={{ fontSize: 18 }} />
            <Typography variant="body2">
              <strong>{translate('conflict.fit', { smart_count: fits.length })}</strong>{' '}
              {fits
                .map((change) => translate(change.by === 'mine' ? 'conflict.youChanged' : 'conflict.theyChanged', { field: label(change), name }))
                .join('; ')}
            </Typography>
          </Box>
        ) : null}
        {clashes.map((change) => (
          <Box key={change.source} sx={{ borderTop: '1px solid var(--line2)', py: 1.5 }}>
            <Typography id={`clash-${change.source}`} sx={{ fontWeight: 650 }}>
              {label(change)}
            </Typography>
            <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
              {translate('conflict.was')} <InputValue field={change.field} value={change.base} />
            </Typography>
            <RadioGroup
              sx={{ '& .MuiFormControlLabel-root': { alignItems: 'flex-start', py: 0.5 }, '& .MuiRadio-root': { p: 0, pr: 1, ml: 1.375 } }}
              aria-labelledby={`clash-${change.source}`}
              value={choices[change.source] ?? ''}
              onChange={(_, value) => setChoices({ ...choices, [change.source]: value as Choice })}
            >
              <FormControlLabel
                value="mine"
                control={<Radio size="small" />}
                label={<Side title={translate('conflict.mine')} change={change} value={change.mine} />}
              />
              <FormControlLabel
                value="theirs"
                control={<Radio size="small" />}
                label={<Side title={translate('conflict.theirs', { name })} change={change} value={change.theirs} />}
              />
              {change.field.kind === 'longText' ? (
                <FormControlLabel value="together" control={<Radio size="small" />} label={translate('conflict.together')} />
              ) : null}
            </RadioGroup>
            {choices[change.source] === 'together' ? (
              <TextField
                multiline
                fullWidth
                label={translate('conflict.together')}
                value={together(change)}
                onChange={(event) => setTexts({ ...texts, [change.source]: event.target.value })}
                sx={{ mt: 1 }}
              />
            ) : null}
          </Box>
        ))}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', px: 3, pb: 2 }}>
        <Typography variant="body2" color="textSecondary" sx={{ flex: '1 1 200px' }}>
          {translate('conflict.history')}
        </Typography>
        <Button onClick={onClose}>{translate('conflict.back')}</Button>
        <Button variant="contained" disabled={clashes.some(({ source }) => !choices[source])} onClick={save}>
          {translate('conflict.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

const Side = ({ title, change, value }: { title: string; change: Change; value: unknown }) => (
  <span>
    <strong>{title}:</strong> <InputValue field={change.field} value={value} />
  </span>
)

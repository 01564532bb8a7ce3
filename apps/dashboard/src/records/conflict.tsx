import CheckOutlined from '@mui/icons-material/CheckOutlined'
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useState } from 'react'
import { type RaRecord, useNotify, useTranslate } from 'react-admin'
import { labelKey, type RecordFacts } from '../api/contract'
import { dataProvider } from '../api/data-provider'
import { GraphqlError } from '../api/graphql'
import { momentText } from '../kit/format'
import { type Choice, Clash } from './clash'
import { asFormData, type Change, compare, type Merged, merged, writeTogether } from './merge'

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
        <Fits fits={fits} label={label} name={name} />
        {clashes.map((change) => (
          <Clash
            key={change.source}
            change={change}
            label={label(change)}
            name={name}
            choice={choices[change.source]}
            text={together(change)}
            onChoose={(choice) => setChoices({ ...choices, [change.source]: choice })}
            onWrite={(text) => setTexts({ ...texts, [change.source]: text })}
          />
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

/** What fits together is taken by itself, and told. */
function Fits({ fits, label, name }: { fits: Merged['fits']; label: (change: Change) => string; name: string }) {
  const translate = useTranslate()
  if (fits.length === 0) return null
  return (
    <Box sx={{ display: 'flex', gap: 1, bgcolor: 'var(--sunken)', borderRadius: 1, p: 1, mb: 2 }}>
      <CheckOutlined aria-hidden sx={{ fontSize: 18 }} />
      <Typography variant="body2">
        <strong>{translate('conflict.fit', { smart_count: fits.length })}</strong>{' '}
        {fits.map((change) => translate(change.by === 'mine' ? 'conflict.youChanged' : 'conflict.theyChanged', { field: label(change), name })).join('; ')}
      </Typography>
    </Box>
  )
}

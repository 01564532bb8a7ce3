import {
  Box,
  Button,
  type ButtonProps,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  TextField,
  Typography,
} from '@mui/material'
import { useDeferredValue, useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { AnswerOf } from '../api/document'
import { errorText } from '../api/graphql'
import { useAnswer } from '../api/use-answer'
import { officialRegionsDocument } from './partnership.graphql'
import { type AddingRegions, useAddingRegions } from './use-adding-regions'

type Found = AnswerOf<typeof officialRegionsDocument>['officialRegions'][number]

/** Adding official regions, beside the list of regions, for whoever may. */
export const AddRegionsMove = () => <OpensAddRegions words="region.add" variant="contained" />

interface OpenerProps extends Pick<ButtonProps, 'size' | 'variant'> {
  /** Key of what the button says. */
  readonly words: string
}

/** A button that opens the search in the official lists, for whoever may add a region. */
export function OpensAddRegions({ words, ...button }: OpenerProps) {
  const translate = useTranslate()
  const adding = useAddingRegions()
  const [open, setOpen] = useState(false)
  if (!adding.move?.allowed) return null
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {translate(words)}…
      </Button>
      {open ? <AddRegions adding={adding} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** Regions of the official lists by a search; those that are chosen are added. */
function AddRegions({ adding, onClose }: { adding: AddingRegions; onClose: () => void }) {
  const translate = useTranslate()
  const titleId = useId()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [refused, setRefused] = useState('')
  const save = () => adding.add(chosen).then(onClose, (error: unknown) => setRefused(errorText(error, translate)))
  const toggle = (code: string) => setChosen((before) => (before.includes(code) ? before.filter((one) => one !== code) : [...before, code]))
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>{translate('region.add')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Typography>{translate('region.addText')}</Typography>
        <FoundRegions chosen={chosen} onToggle={toggle} />
        {refused ? (
          <Typography role="alert" color="error">
            {refused}
          </Typography>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('app.back')}</Button>
        <Button variant="contained" disabled={chosen.length === 0} onClick={() => void save()}>
          {chosen.length > 0 ? translate('region.addChosen', { smart_count: chosen.length }) : translate('region.add')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function FoundRegions({ chosen, onToggle }: { chosen: readonly string[]; onToggle: (code: string) => void }) {
  const translate = useTranslate()
  const [text, setText] = useState('')
  const search = useDeferredValue(text.trim())
  const { data, isFetching } = useAnswer(officialRegionsDocument, search ? { search } : null, { keepsFormer: true })
  const found = search ? (data?.officialRegions ?? []) : []
  return (
    <>
      <TextField
        autoFocus
        fullWidth
        type="search"
        size="small"
        label={translate('region.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Box role="status" sx={{ fontSize: 13, color: 'text.secondary' }}>
        {search && !isFetching ? translate(found.length > 0 ? 'region.found' : 'region.noneFound', { smart_count: found.length }) : null}
      </Box>
      <Box sx={{ display: 'grid', maxHeight: 320, overflowY: 'auto' }}>
        {found.map((region) => (
          <FoundRegion key={region.code} region={region} chosen={chosen.includes(region.code)} onToggle={onToggle} />
        ))}
      </Box>
    </>
  )
}

function FoundRegion({ region, chosen, onToggle }: { region: Found; chosen: boolean; onToggle: (code: string) => void }) {
  const translate = useTranslate()
  const { code, name, level, nutsVersion, isThere } = region
  return (
    <FormControlLabel
      disabled={isThere}
      control={<Checkbox checked={isThere || chosen} onChange={() => onToggle(code)} />}
      label={
        <>
          {`${code} ${name} `}
          <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
            {translate(isThere ? 'region.there' : 'region.list', { level, year: nutsVersion })}
          </Typography>
        </>
      }
    />
  )
}

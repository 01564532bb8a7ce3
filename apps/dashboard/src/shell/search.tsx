import { Box, Dialog, DialogContent, DialogTitle, Link, TextField, Typography } from '@mui/material'
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react'
import { useLocaleState, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { nameOf } from '../api/contract'
import { searchDocument } from '../api/record-documents'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { useRooms } from '../records/room'
import { contextOf, foundIn, isSearched, searchedRecords } from './searched'

/** Search over everything in the open project that this person may read. */
export default function Search({ onClose }: { onClose: () => void }) {
  const translate = useTranslate()
  const { current } = useProject()
  const records = searchedRecords(useRooms().flatMap(({ resources }) => Object.keys(resources)))
  const [language] = useLocaleState()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const id = current?.project.id
  const { data, isFetching } = useAnswer(searchDocument(records, language), isSearched(wanted) && id ? { text: wanted, id } : null)
  const found = foundIn(records, data)
  const { ref, walk } = useWalk()
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="search-title" sx={{ '.MuiDialog-container': { alignItems: 'flex-start' } }}>
      <DialogTitle id="search-title">{translate('search.title')}</DialogTitle>
      <DialogContent ref={ref} onKeyDown={walk}>
        <TextField
          autoFocus
          fullWidth
          type="search"
          label={translate('search.label')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          sx={{ my: 1 }}
        />
        <Box role="status" sx={{ minHeight: 24, fontSize: 13, color: 'text.secondary' }}>
          {isSearched(wanted) && !isFetching && found.length === 0 ? translate('search.nothing', { text: wanted }) : null}
        </Box>
        {found.map((record) => (
          <Box key={record.plural} component="section" sx={{ mb: 2 }}>
            <Typography variant="h2">{translate(`resources.${record.plural}.name`, { smart_count: 2 })}</Typography>
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {data?.[record.plural]?.nodes.map((node) => (
                <li key={node.id}>
                  <Link component={RouterLink} to={`/${record.plural}/${node.id}/show`} onClick={onClose}>
                    {nameOf(record.name, node)}
                  </Link>
                  <Typography variant="body2" color="textSecondary">
                    {contextOf(record, node, wanted)}
                  </Typography>
                </li>
              ))}
            </Box>
          </Box>
        ))}
      </DialogContent>
    </Dialog>
  )
}

/** Arrows walk from the words through the hits and back; Enter at the words opens the first hit. */
function useWalk() {
  const ref = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent) => {
    const stops = [...(ref.current?.querySelectorAll<HTMLElement>('input, a') ?? [])]
    const at = stops.findIndex((stop) => stop.matches(':focus'))
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
    if (next !== undefined) stops[Math.min(Math.max(next, 0), stops.length - 1)]?.focus()
    else if (event.key === 'Enter' && at === 0) stops[1]?.click()
    else return
    event.preventDefault()
  }
  return { ref, walk }
}

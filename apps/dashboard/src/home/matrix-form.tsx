import { Box, Button, TextField } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { dataProvider } from '../api/data-provider'
import { useProject } from '../api/session'
import { axisWords } from '../kit/own-words'
import type { Axis, Project } from './matrix-data'

interface Props {
  readonly project: Project
  readonly onChange: () => void
}

const cellSx = { p: 1.5, borderBottom: '1px solid var(--line)', borderLeft: { sm: '1px solid var(--line)' }, minWidth: 0 } as const

/** The matrix before it stands: its rows and columns are typed where they will be. */
export function MatrixForm({ project, onChange }: Props) {
  const { area: row, phase: column } = axisWords(useTranslate())
  const areas = project.thematicAreas.nodes
  const phases = project.axes === 'ROWS' ? [] : project.phases.nodes
  const blanks = Array.from({ length: phases.length + 1 }, (_, place) => place)
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: `repeat(${blanks.length + 1}, minmax(0, 1fr))` },
        border: '1px dashed var(--line2)',
        borderRadius: 2,
        bgcolor: 'background.paper',
        overflow: 'hidden',
      }}
    >
      <Box sx={{ ...cellSx, borderLeft: 'none', color: 'text.secondary', fontSize: 13 }}>{project.axes === 'COLUMNS' ? null : row}</Box>
      {phases.map((phase) => (
        <Name key={phase.id} axis={phase} />
      ))}
      <Box sx={cellSx}>{project.axes === 'ROWS' ? null : <NameForm resource="phases" label={column} known={phases.length} onChange={onChange} />}</Box>
      {project.axes === 'COLUMNS' ? null : (
        <>
          {areas.map((area) => (
            <Box key={area.id} sx={{ display: 'contents' }}>
              <Name axis={area} first />
              {blanks.map((place) => (
                <Blank key={place} />
              ))}
            </Box>
          ))}
          <Box sx={{ ...cellSx, borderLeft: 'none', borderBottom: 'none' }}>
            <NameForm resource="thematicAreas" label={row} known={areas.length} onChange={onChange} />
          </Box>
          {blanks.map((place) => (
            <Blank key={place} last />
          ))}
        </>
      )}
    </Box>
  )
}

const Name = ({ axis, first = false }: { axis: Axis; first?: boolean }) => (
  <Box sx={{ ...cellSx, borderLeft: first ? 'none' : cellSx.borderLeft, fontWeight: 600, display: 'flex', gap: 1, overflowWrap: 'anywhere' }}>
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {axis.number}
    </Box>
    <span>{axis.title}</span>
  </Box>
)

/** A cell to come. */
const Blank = ({ last = false }: { last?: boolean }) => (
  <Box aria-hidden sx={{ ...cellSx, ...(last ? { borderBottom: 'none' } : {}), display: { xs: 'none', sm: 'block' } }}>
    <Box sx={{ height: 8, maxWidth: 130, mt: 1, bgcolor: 'var(--track)', borderRadius: 0.5 }} />
  </Box>
)

interface NameProps {
  readonly resource: 'thematicAreas' | 'phases'
  readonly label: string
  readonly known: number
  readonly onChange: () => void
}

/** Names of one axis: type one, or paste a column of them. */
function NameForm({ resource, label, known, onChange }: NameProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const { current } = useProject()
  const [text, setText] = useState('')
  const add = async (event: FormEvent) => {
    event.preventDefault()
    try {
      for (const [index, title] of namesOf(text).entries()) {
        const data = { projectId: current?.project.id, number: known + index + 1, titleTranslations: { [document.documentElement.lang]: title } }
        await dataProvider.create(resource, { data })
      }
      setText('')
    } catch (error) {
      notify((error as Error).message, { type: 'error' })
    }
    onChange()
  }
  return (
    <Box component="form" onSubmit={add} sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <TextField
        label={`${known + 1}. ${label}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        multiline
        fullWidth
        helperText={translate('empty.paste')}
      />
      <Button type="submit" size="small" variant="outlined" disabled={text.trim() === ''} aria-label={`${translate('ra.action.add')}: ${label}`}>
        {translate('ra.action.add')}
      </Button>
    </Box>
  )
}

const namesOf = (typed: string) =>
  typed
    .split(/\r?\n/)
    .map((name) => name.trim())
    .filter(Boolean)

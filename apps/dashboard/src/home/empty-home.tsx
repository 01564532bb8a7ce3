import LockOutlined from '@mui/icons-material/LockOutlined'
import { Box, Button, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dataProvider } from '../app/data-provider'
import { Columns, Page, PageHead, Section } from '../app/page'
import { useProject } from '../app/session'
import type { Axis } from './matrix-data'

interface Props {
  readonly areas: readonly Axis[]
  readonly phases: readonly Axis[]
  readonly lead: boolean
  readonly onChange: () => void
}

/** A project in which nothing stands yet: the matrix itself is the form. */
export function EmptyHome({ areas, phases, lead, onChange }: Props) {
  const translate = useTranslate()
  const { current } = useProject()
  const named = areas.length > 0 && phases.length > 0
  if (!lead) {
    return (
      <Page>
        <PageHead title={current?.project.acronym ?? ''} sentence={translate('home.notPlanned')} />
      </Page>
    )
  }
  return (
    <Page>
      <PageHead title={translate('empty.title')} sentence={translate('empty.sentence')} />
      <Columns
        main={
          <Section title={translate('empty.matrix')}>
            <Typography variant="body2" sx={{ mb: 2 }}>
              {translate('empty.hint')}
            </Typography>
            <Names resource="thematicAreas" label={translate('empty.area')} known={areas} onChange={onChange} />
            <Names resource="phases" label={translate('empty.phase')} known={phases} onChange={onChange} />
          </Section>
        }
        side={
          <Box component="ol" sx={{ pl: 2.5, '& > li': { pb: 2.5 } }}>
            <li>
              <Typography variant="h2">{translate('empty.who')}</Typography>
              <Typography variant="body2" sx={{ mb: 1 }}>
                {translate('empty.whoText')}
              </Typography>
              <Button component={RouterLink} to="/partners/create" variant="contained">
                {translate('empty.addPartner')}
              </Button>
            </li>
            <li>
              <Typography variant="h2">{translate('empty.axes')}</Typography>
              <Typography variant="body2">{translate('empty.axesText')}</Typography>
            </li>
            <li>
              <Typography variant="h2">{translate('empty.work')}</Typography>
              <Typography variant="body2">{translate('empty.workText')}</Typography>
              {named ? null : (
                <Typography variant="body2" color="text.secondary" sx={{ display: 'flex', gap: 0.5, mt: 1 }}>
                  <LockOutlined aria-hidden sx={{ fontSize: 16 }} /> {translate('empty.locked')}
                </Typography>
              )}
            </li>
          </Box>
        }
      />
    </Page>
  )
}

/** Names of one axis: type one, or paste a column of them. */
function Names({ resource, label, known, onChange }: { resource: 'thematicAreas' | 'phases'; label: string; known: readonly Axis[]; onChange: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { current } = useProject()
  const [text, setText] = useState('')
  const add = async (names: readonly string[]) => {
    try {
      for (const [index, title] of names.entries()) {
        const data = { projectId: current?.project.id, number: known.length + index + 1, titleTranslations: { [document.documentElement.lang]: title } }
        await dataProvider.create(resource, { data })
      }
      setText('')
    } catch (error) {
      notify((error as Error).message, { type: 'error' })
    }
    onChange()
  }
  const namesOf = (typed: string) =>
    typed
      .split(/\r?\n/)
      .map((name) => name.trim())
      .filter(Boolean)
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        void add(namesOf(text))
      }}
      sx={{ mb: 3 }}
    >
      <Box component="ol" sx={{ pl: 2.5, my: 1 }}>
        {known.map((axis) => (
          <li key={axis.id}>{axis.title}</li>
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <TextField
          label={`${known.length + 1}. ${label}`}
          value={text}
          onChange={(event) => setText(event.target.value)}
          multiline
          fullWidth
          helperText={translate('empty.paste')}
        />
        <Button type="submit" variant="outlined" disabled={text.trim() === ''}>
          {translate('ra.action.add')}
        </Button>
      </Box>
    </Box>
  )
}

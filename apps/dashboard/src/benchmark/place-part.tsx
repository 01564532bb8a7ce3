import DriveFileMoveOutlined from '@mui/icons-material/DriveFileMoveOutlined'
import { IconButton, Tooltip } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { type Answers, DialogForm, type Question } from '../kit/questions'
import { placeIndicatorDocument, placePillarDocument } from './benchmark.graphql'
import type { Indicator, Pillar } from './benchmark-data'
import { placesFor } from './level-tree'

interface Props {
  readonly part: Indicator | Pillar
  readonly isIndicator: boolean
  readonly pillars: readonly Pillar[]
  /** Weights count. */
  readonly isGiven: boolean
  readonly onDone: () => void
}

/** Moves an indicator or a pillar to another pillar, and weighs it beside the others there. */
export function PlacePart({ part, isIndicator, pillars, isGiven, onDone }: Props) {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  const above = isIndicator ? 'pillarId' : 'aboveId'
  const label = (field: string) => translate(`resources.benchmark${isIndicator ? 'Indicators' : 'Pillars'}.fields.${field}`)
  const places = [{ id: '', name: translate('benchmark.theIndex') }, ...placesFor(part, pillars).map(({ id, title }) => ({ id, name: title }))]
  const weight: Question = {
    ...{ name: 'weight', label: label('weight'), type: 'number', initial: String(part.weight), required: true },
    help: translate('resources.benchmarkPillars.help.weight'),
  }
  const questions: Question[] = [
    { name: above, label: label(isIndicator ? 'pillar' : 'above'), initial: part.aboveId ?? '', choices: places },
    ...(isGiven ? [weight] : []),
  ]
  const place = async (answers: Answers<string>) => {
    const shared = { id: part.id, version: part.version }
    const weighed = isGiven ? { weight: Number(answers.weight) } : {}
    const into = answers[above] || null
    if (isIndicator) await ask(placeIndicatorDocument, { ...shared, input: { pillarId: into, ...weighed } })
    else await ask(placePillarDocument, { ...shared, input: { aboveId: into, ...weighed } })
    setOpen(false)
    onDone()
  }
  const name = translate('benchmark.place', { title: part.title })
  return (
    <>
      <Tooltip title={name}>
        <IconButton size="small" aria-label={name} onClick={() => setOpen(true)}>
          <DriveFileMoveOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
      {open ? <DialogForm title={name} questions={questions} deed={translate('benchmark.placeDeed')} onClose={() => setOpen(false)} onSubmit={place} /> : null}
    </>
  )
}

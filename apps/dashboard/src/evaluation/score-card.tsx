import CheckOutlined from '@mui/icons-material/CheckOutlined'
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined'
import { Box, FormControl, FormControlLabel, FormHelperText, FormLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material'
import { type RefObject, useEffect } from 'react'
import { useTranslate } from 'react-admin'
import { enumValues } from '../api/contract'
import { momentText, percentText } from '../kit/format'
import { DraftOffer } from '../records/use-draft'
import { type CriterionFacts, type PlanFacts, rubricOf, type Seat } from './evaluation-data'
import { useScore } from './use-score'

/** What the page asks of each criterion: to save what is not saved, and to show what is wrong. */
export interface CardHandle {
  readonly flush: () => Promise<boolean>
  readonly tell: (fault: string) => void
}

interface Props {
  readonly plan: PlanFacts
  readonly seat: Seat
  readonly criterion: CriterionFacts
  readonly cards: RefObject<Map<string, CardHandle>>
}

/** One criterion: its question, what each mark means, the mark or why there is none, a reason, and evidence. */
export function ScoreCard({ plan, seat, criterion, cards }: Props) {
  const translate = useTranslate()
  const score = useScore({ plan, seat, criterion })
  const { given, set, faults, draft } = score
  const label = (name: string) => translate(`resources.scores.fields.${name}`)
  useEffect(() => {
    cards.current.set(criterion.id, { flush: score.flush, tell: (fault) => score.setFaults({ mark: fault }) })
  })
  const text = (name: 'reason' | 'evidence') => ({
    id: `${name}-${criterion.id}`,
    label: label(name),
    value: given[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    error: faults[name] !== undefined,
    helperText: faults[name] ?? translate(`resources.scores.help.${name}`),
    multiline: true,
    minRows: 2,
    fullWidth: true,
  })
  return (
    <Box component="section" aria-labelledby={`title-${criterion.id}`} id={`card-${criterion.id}`} sx={{ py: 2.5, borderTop: '1px solid var(--line2)' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline' }}>
        <Typography variant="h2" id={`title-${criterion.id}`}>
          {criterion.title}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {translate('scoring.weight', { weight: percentText(criterion.weight, 1) })}
        </Typography>
      </Box>
      <DraftOffer draft={draft} version={0} />
      <FormControl component="fieldset" error={faults.mark !== undefined} sx={{ my: 1, width: '100%' }}>
        <FormLabel component="legend" sx={{ color: 'text.primary', whiteSpace: 'normal' }}>
          {criterion.question}
        </FormLabel>
        <Marks criterion={criterion} value={given.value} onChange={(value) => set({ value })} fault={faults.mark} />
      </FormControl>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <TextField {...text('reason')} required />
        <TextField {...text('evidence')} />
      </Box>
      <Kept score={score} />
    </Box>
  )
}

interface MarksProps {
  readonly criterion: CriterionFacts
  readonly value: string
  readonly onChange: (value: string) => void
  readonly fault: string | undefined
}

function Marks({ criterion, value, onChange, fault }: MarksProps) {
  const translate = useTranslate()
  const described = fault ? { 'aria-describedby': `fault-${criterion.id}` } : {}
  const choices = [
    ...rubricOf(criterion).map((words, index) => ({ id: String(index + 1), words: translate('scoring.markMeans', { mark: index + 1, words }) })),
    ...enumValues('Abstention').map((id) => ({ id, words: translate(`enums.Abstention.${id}`) })),
  ]
  return (
    <>
      <RadioGroup name={`mark-${criterion.id}`} value={value} onChange={(_, chosen) => onChange(chosen)} {...described}>
        {choices.map(({ id, words }) => (
          <FormControlLabel
            key={id}
            value={id}
            control={<Radio size="small" />}
            label={words}
            sx={{ alignItems: 'flex-start', mr: 0, py: 0.25, '& .MuiFormControlLabel-label': { pt: 0.75 }, mt: id === 'CANNOT_JUDGE' ? 1 : 0 }}
          />
        ))}
      </RadioGroup>
      {fault ? (
        <FormHelperText id={`fault-${criterion.id}`} sx={{ mx: 0 }}>
          {fault}
        </FormHelperText>
      ) : null}
    </>
  )
}

/** Whether what stands here is saved as a draft, only kept on this computer, or refused. */
function Kept({ score }: { score: ReturnType<typeof useScore> }) {
  const translate = useTranslate()
  const { faults, dirty, complete, savedAt, draft } = score
  const kept = draft.keptAt ? translate('draft.kept', { at: momentText(new Date(draft.keptAt).toISOString()) }) : ''
  const text = dirty
    ? [kept, complete ? '' : translate('scoring.incomplete')].filter(Boolean).join('. ')
    : savedAt
      ? translate('scoring.saved', { at: momentText(new Date(savedAt).toISOString()) })
      : ''
  return (
    <>
      {faults.root ? (
        <Typography role="alert" color="error" variant="body2" sx={{ display: 'flex', gap: 0.5, mt: 1 }}>
          <ErrorOutlineOutlined aria-hidden sx={{ fontSize: 16 }} />
          {faults.root}
        </Typography>
      ) : null}
      <Typography role="status" variant="body2" color="textSecondary" sx={{ display: 'flex', gap: 0.5, mt: 1, minHeight: 18 }}>
        {!dirty && savedAt ? <CheckOutlined aria-hidden sx={{ fontSize: 16 }} /> : null}
        {text}
      </Typography>
    </>
  )
}

import { Box, FormControlLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { InputValue } from './field-value'
import type { Change } from './merge'

/** Whose value is kept: mine, theirs, or both written together. */
export type Choice = 'mine' | 'theirs' | 'together'

interface Props {
  readonly change: Change
  readonly label: string
  /** Who saved meanwhile. */
  readonly name: string
  readonly choice: Choice | undefined
  /** Both written together, as it stands now. */
  readonly text: string
  readonly onChoose: (choice: Choice) => void
  readonly onWrite: (text: string) => void
}

/** A field that both changed: what it was, and whose value is kept. */
export function Clash({ change, label, name, choice, text, onChoose, onWrite }: Props) {
  const translate = useTranslate()
  return (
    <Box sx={{ borderTop: '1px solid var(--line2)', py: 1.5 }}>
      <Typography id={`clash-${change.source}`} sx={{ fontWeight: 650 }}>
        {label}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {translate('conflict.was')} <InputValue field={change.field} value={change.base} />
      </Typography>
      <RadioGroup
        sx={{ '& .MuiFormControlLabel-root': { alignItems: 'flex-start', py: 0.5 }, '& .MuiRadio-root': { p: 0, pr: 1, ml: 1.375 } }}
        aria-labelledby={`clash-${change.source}`}
        value={choice ?? ''}
        onChange={(_, value) => onChoose(value as Choice)}
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
      {choice === 'together' ? (
        <TextField multiline fullWidth label={translate('conflict.together')} value={text} onChange={(event) => onWrite(event.target.value)} sx={{ mt: 1 }} />
      ) : null}
    </Box>
  )
}

const Side = ({ title, change, value }: { title: string; change: Change; value: unknown }) => (
  <span>
    <strong>{title}:</strong> <InputValue field={change.field} value={value} />
  </span>
)

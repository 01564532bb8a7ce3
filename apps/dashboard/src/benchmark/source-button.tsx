import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Link } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { useTranslate } from 'react-admin'
import { dayText, numberText } from '../kit/format'
import { directionText } from './direction-text'
import type { ComparedIndicator, FrozenValue } from './edition-data'
import { unitText } from './unit-text'

interface Props {
  /** Whose value it is. */
  readonly title: string
  readonly indicator: ComparedIndicator
  readonly value: FrozenValue | undefined
}

/** A figure that opens to where it comes from. */
export function SourceButton({ title, indicator, value }: Props) {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  const figure = value?.value ?? null
  if (figure === null) return <em>{translate('app.unknown')}</em>
  const text = `${numberText(figure)} ${unitText(indicator, translate)}`.trim()
  return (
    <>
      <Link
        component="button"
        type="button"
        data-printed
        onClick={() => setOpen(true)}
        aria-label={translate('edition.openSource', { title, indicator: indicator.title, value: text })}
        sx={{ fontSize: 'inherit', fontWeight: 'inherit', minHeight: 24, minWidth: 24, textAlign: 'inherit', verticalAlign: 'baseline' }}
      >
        {numberText(figure)}
      </Link>
      {open ? <SourceDialog title={title} indicator={indicator} value={value} text={text} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function SourceDialog({ title, indicator, value, text, onClose }: Props & { text: string; onClose: () => void }) {
  const translate = useTranslate()
  const label = (field: string) => translate(`resources.benchmarkValues.fields.${field}`)
  const unknown = <em>{translate('app.unknown')}</em>
  const link = value?.sourceLink
  const facts: readonly (readonly [string, ReactNode])[] = [
    [label('value'), text],
    [label('onDay'), value?.onDay ? dayText(value.onDay) : unknown],
    [label('source'), value?.source ?? (value?.measurementId ? translate('edition.measuredHere') : unknown)],
    ...(link ? [[label('sourceLink'), <WebLink key="link" address={link} />] as const] : []),
    [translate('resources.benchmarkIndicators.fields.definition'), indicator.definition ?? unknown],
    [translate('resources.benchmarkIndicators.fields.direction'), directionText(indicator, translate)],
  ]
  return (
    <Dialog open onClose={onClose} aria-labelledby="source-title" fullWidth maxWidth="xs">
      <DialogTitle id="source-title">
        {indicator.title}, {title}
      </DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'fit-content(45%) 1fr', columnGap: 2, rowGap: 0.75, m: 0 }}>
          {facts.map(([name, fact]) => (
            <Box key={name} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ color: 'text.secondary', fontSize: 13 }}>
                {name}
              </Box>
              <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                {fact}
              </Box>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {translate('app.back')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

const WebLink = ({ address }: { address: string }) => (
  <Link href={address} target="_blank" rel="noreferrer">
    {address}
  </Link>
)

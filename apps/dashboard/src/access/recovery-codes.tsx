import { Box, Button, Typography } from '@mui/material'
import { useEffect, useRef } from 'react'
import { useTranslate } from 'react-admin'

/** Shows recovery codes, this once, until the person says that they are kept. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const translate = useTranslate()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <Box component="section">
      <Typography variant="h2" ref={head} tabIndex={-1}>
        {translate('factors.recovery')}
      </Typography>
      <Typography sx={{ my: 1 }}>{translate('factors.recoveryText')}</Typography>
      <Box component="ul" sx={{ columns: { sm: 2 }, listStyle: 'none', p: 0, my: 2, fontFamily: 'monospace' }}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>
          {translate('factors.copy')}
        </Button>
        <Button variant="contained" onClick={onDone}>
          {translate('factors.kept')}
        </Button>
      </Box>
    </Box>
  )
}

import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import { Button, type ButtonProps, Menu, MenuItem } from '@mui/material'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { type ExportForm, exportForms } from './export-table'

interface Props extends Pick<ButtonProps, 'size' | 'variant'> {
  /** What is taken away, where a page has several. */
  readonly of?: string
  readonly onExport: (form: ExportForm) => Promise<void>
}

/** Saves what a page shows as the kind of file that is chosen; says while it does. */
export function ExportButton({ of, onExport, variant = 'outlined', ...button }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [busy, setBusy] = useState(false)
  const write = (form: ExportForm) => {
    setAnchor(null)
    setBusy(true)
    onExport(form)
      .catch((error: Error) => notify(error.message, { type: 'error' }))
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Button
        {...button}
        variant={variant}
        startIcon={<FileDownloadOutlined />}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        disabled={busy}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        {...(of ? { 'aria-label': translate('export.of', { of }) } : {})}
      >
        {translate(busy ? 'export.exporting' : 'ra.action.export')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {exportForms.map((form) => (
          <MenuItem key={form} onClick={() => write(form)}>
            {translate(`export.as.${form}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

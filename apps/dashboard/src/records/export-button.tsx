import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import { Button, Menu, MenuItem } from '@mui/material'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { type ExportForm, exportForms, exportRows, type Shown } from './export-rows'

/** Saves every row that fits the filters, in the columns and order of the screen, as the kind of file that is chosen; says while it does. */
export function ExportButton(shown: Shown) {
  const translate = useTranslate()
  const notify = useNotify()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [busy, setBusy] = useState(false)
  const write = (form: ExportForm) => {
    setAnchor(null)
    setBusy(true)
    exportRows(shown, form, translate)
      .catch((error: Error) => notify(error.message, { type: 'error' }))
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<FileDownloadOutlined />}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        disabled={busy}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
      >
        {translate(busy ? 'list.exporting' : 'ra.action.export')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {exportForms.map((form) => (
          <MenuItem key={form} onClick={() => write(form)}>
            {translate(`list.exportAs.${form}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined'
import { Button, Checkbox, Menu, MenuItem } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { RecordFacts } from '../api/contract'
import { type Column, columnLabel, mainColumn } from './list-columns'

interface Props {
  readonly record: RecordFacts
  readonly columns: readonly Column[]
  readonly choices: readonly Column[]
  readonly onToggle: (column: Column) => void
  readonly onReset: () => void
}

/** Chooses which columns a list shows; the one that opens its records stays. */
export function ColumnsButton({ record, columns, choices, onToggle, onReset }: Props) {
  const translate = useTranslate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const main = mainColumn(record, columns)?.name
  const isShown = ({ name }: Column) => columns.some((column) => column.name === name)
  return (
    <>
      <Button startIcon={<ViewColumnOutlined />} onClick={({ currentTarget }) => setAnchor(currentTarget)} aria-haspopup="menu" aria-expanded={anchor !== null}>
        {translate('list.columns')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {choices.map((column) => (
          <MenuItem
            key={column.name}
            role="menuitemcheckbox"
            aria-checked={isShown(column)}
            disabled={column.name === main}
            onClick={() => onToggle(column)}
            dense
          >
            <Checkbox
              component="span"
              size="small"
              checked={isShown(column)}
              slotProps={{ input: { 'aria-hidden': true, tabIndex: -1 } }}
              sx={{ p: 0, mr: 1 }}
            />
            {columnLabel(record, column, translate)}
          </MenuItem>
        ))}
        <MenuItem onClick={onReset}>{translate('list.usualColumns')}</MenuItem>
      </Menu>
    </>
  )
}

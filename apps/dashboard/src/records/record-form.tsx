import SaveOutlined from '@mui/icons-material/SaveOutlined'
import { Box, Button } from '@mui/material'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { type RaRecord, SaveButton, SimpleForm, useRecordContext, useTranslate } from 'react-admin'
import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import { useNavigate } from 'react-router-dom'
import type { RecordFacts } from '../api/contract'
import { RecordInputs } from './record-inputs'
import { DraftKept, DraftOffer, useDraft } from './use-draft'

interface Props {
  readonly record: RecordFacts
  readonly mode: 'create' | 'update'
  /** Filled with what drops the draft, for when the record is saved. */
  readonly dropDraft: RefObject<() => Promise<void>>
  readonly children?: ReactNode
}

/** A record's form: inputs from the contract, unsaved input kept, faults at their fields. */
export function RecordForm({ record, mode, dropDraft, children }: Props) {
  return (
    <SimpleForm sx={formSx} toolbar={false}>
      <KeptInput record={record} dropDraft={dropDraft}>
        {children ?? <RecordInputs record={record} mode={mode} />}
      </KeptInput>
    </SimpleForm>
  )
}

function KeptInput({ record, dropDraft, children }: Pick<Props, 'record' | 'dropDraft' | 'children'>) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const row = useRecordContext<RaRecord>()
  const { setValue } = useFormContext()
  const { isDirty, dirtyFields, isSubmitting, errors } = useFormState()
  const end = useFaultFocus(isSubmitting, Object.keys(errors).length > 0)
  const values = useWatch()
  const version = Number(row?.version ?? 0)
  const draft = useDraft({
    what: `${record.plural}/${row?.id ?? 'new'}`,
    version,
    // A form that fills in something by itself is not what it was, and yet nobody typed.
    values: Object.keys(dirtyFields).length > 0 ? values : null,
    take: (kept) => {
      for (const [name, value] of Object.entries(kept)) if (!own.has(name)) setValue(name, value, { shouldDirty: true })
    },
  })
  useEffect(() => {
    dropDraft.current = draft.drop
  })
  return (
    <>
      <DraftOffer draft={draft} version={version} />
      {children}
      <Box ref={end} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mt: 2 }}>
        <SaveButton alwaysEnable={!isSubmitting && (!row || isDirty)} icon={<SaveOutlined />} />
        <Button onClick={() => navigate(-1)}>{translate('ra.action.cancel')}</Button>
        <DraftKept at={draft.keptAt} />
      </Box>
    </>
  )
}

/** Once a save came back with faults, the first of them takes the focus; answers where the form is looked for. */
function useFaultFocus(isSubmitting: boolean, isFaulty: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const wasSubmitting = useRef(false)
  useEffect(() => {
    if (wasSubmitting.current && !isSubmitting && isFaulty) place.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    wasSubmitting.current = isSubmitting
  }, [isSubmitting, isFaulty])
  return place
}

const formSx = {
  maxWidth: 720,
  p: 0,
  '& .MuiFormControl-root': { mt: 0, mb: 1.5 },
  '& .MuiFormLabel-root.Mui-disabled, & legend .Mui-disabled': { color: 'text.secondary' },
  '& legend, & legend .MuiTypography-root': { fontSize: 14, fontWeight: 600, color: 'text.primary', transform: 'none' },
} as const

/** What the gateway gives a record and no form sets. */
const own = new Set(['id', 'version', 'can', 'adds', 'hidden', 'createdAt', 'updatedAt', 'archivedAt'])

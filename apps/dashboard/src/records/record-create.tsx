import { Typography } from '@mui/material'
import { Create, SimpleForm, useResourceContext } from 'react-admin'
import { recordOf } from '../app/contract'
import { useProject } from '../app/session'
import { RecordInputs } from './record-inputs'

/** A new record of the open project. */
export default function RecordCreate() {
  const record = recordOf(useResourceContext() ?? '')
  const { current } = useProject()
  return (
    <Create redirect="show" transform={(data: Record<string, unknown>) => ({ projectId: current?.project.id, ...data })}>
      <Typography variant="h1" sx={{ p: 2, pb: 0 }}>
        {record.label}
      </Typography>
      <SimpleForm warnWhenUnsavedChanges sx={{ maxWidth: 720 }}>
        <RecordInputs record={record} mode="create" />
      </SimpleForm>
    </Create>
  )
}

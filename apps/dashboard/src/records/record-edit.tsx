import { Typography } from '@mui/material'
import { useState } from 'react'
import { Edit, type RaRecord, SimpleForm, useNotify, useRefresh, useResourceContext } from 'react-admin'
import { recordOf } from '../app/contract'
import { GraphqlError } from '../app/graphql'
import { Conflict, type ConflictFacts } from './conflict'
import { RecordInputs } from './record-inputs'

/** Changes a record; a save that comes second is shown beside the first, field by field. */
export default function RecordEdit() {
  const record = recordOf(useResourceContext() ?? '')
  const notify = useNotify()
  const refresh = useRefresh()
  const [clash, setClash] = useState<ConflictFacts | null>(null)
  const [mine, setMine] = useState<RaRecord | null>(null)
  const onError = (error: unknown) => {
    if (error instanceof GraphqlError && error.code === 'CONFLICT') return setClash(error.extensions as unknown as ConflictFacts)
    notify(error instanceof GraphqlError && error.code === 'OFFLINE' ? 'app.offline' : (error as Error).message, { type: 'error' })
  }
  const transform = (data: RaRecord) => {
    setMine(data)
    return data
  }
  return (
    <>
      <Edit redirect="show" mutationMode="pessimistic" mutationOptions={{ onError }} transform={transform}>
        <Typography variant="h1" sx={{ p: 2, pb: 0 }}>
          {record.label}
        </Typography>
        <SimpleForm sx={{ maxWidth: 720 }}>
          <RecordInputs record={record} mode="update" />
        </SimpleForm>
      </Edit>
      {clash && mine ? (
        <Conflict
          facts={clash}
          mine={mine}
          record={record}
          onClose={(saved) => {
            setClash(null)
            if (saved) refresh()
          }}
        />
      ) : null}
    </>
  )
}

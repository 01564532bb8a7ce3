import PublicOutlined from '@mui/icons-material/PublicOutlined'
import { Button, Link } from '@mui/material'
import { type RaRecord, useNotify, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dataProvider } from '../api/data-provider'
import { useReloadViewer } from '../api/session'
import { useSaved } from '../kit/saved'
import { mayUpdate } from '../records/refusal'

/** Publishes the project's page for anyone, and takes it back. */
export function PublishMove({ record, refetch }: { record: RaRecord; refetch: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const saved = useSaved()
  const reload = useReloadViewer()
  const may = mayUpdate(record)
  const publish = async (row: RaRecord, published: boolean): Promise<void> => {
    try {
      const { data } = await dataProvider.update('projects', { id: row.id, data: { ...row, published }, previousData: row })
      saved(translate(published ? 'project.published' : 'project.withdrawn'), () => publish(data as RaRecord, !published))
      refetch()
      await reload()
    } catch (error) {
      notify((error as Error).message, { type: 'error' })
    }
  }
  return (
    <>
      {record.published ? (
        <Link component={RouterLink} to={`/public/${record.id}`}>
          {translate('project.publicPage')}
        </Link>
      ) : null}
      {may ? (
        <Button variant="outlined" startIcon={<PublicOutlined />} onClick={() => publish(record, !record.published)}>
          {translate(record.published ? 'project.withdraw' : 'project.publish')}
        </Button>
      ) : null}
    </>
  )
}

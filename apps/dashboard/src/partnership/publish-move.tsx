import PublicOutlined from '@mui/icons-material/PublicOutlined'
import { Link } from '@mui/material'
import { type RaRecord, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dataProvider } from '../api/data-provider'
import { useReloadViewer } from '../api/session'
import { AskedButton } from '../kit/asked-button'
import { useSaved } from '../kit/saved'
import { mayUpdate } from '../records/refusal'
import { PublicFields } from './public-fields'

/** What anyone reads: the project page, and on it how far the project is. */
interface Shown {
  readonly published: boolean
  readonly progressPublic: boolean
}

/** Publishes the project's page for anyone, and takes it back. */
export function PublishMove({ record, refetch }: { record: RaRecord; refetch: () => void }) {
  const translate = useTranslate()
  const saved = useSaved()
  const reload = useReloadViewer()
  const may = mayUpdate(record)
  const deed = record.published ? 'project.withdraw' : 'project.publish'
  const publish = async (row: RaRecord, shown: Shown): Promise<void> => {
    const { data } = await dataProvider.update('projects', { id: row.id, data: { ...row, ...shown }, previousData: row })
    const former = { published: Boolean(row.published), progressPublic: Boolean(row.progressPublic) }
    saved(translate(shown.published ? 'project.published' : 'project.withdrawn'), () => publish(data as RaRecord, former))
    refetch()
    await reload()
  }
  return (
    <>
      {record.published ? (
        <Link component={RouterLink} to={`/public/${record.id}`}>
          {translate('project.publicPage')}
        </Link>
      ) : null}
      {may && record.published && !record.progressPublic ? (
        <AskedButton
          variant="outlined"
          deed={translate('project.publishProgress')}
          title={translate('record.moveTitle', { move: translate('project.publishProgress'), title: String(record.acronym) })}
          text={translate('project.publishProgressText')}
          onDeed={() => publish(record, { published: true, progressPublic: true })}
        />
      ) : null}
      {may ? (
        <AskedButton
          variant="outlined"
          startIcon={<PublicOutlined />}
          deed={translate(deed)}
          title={translate('record.moveTitle', { move: translate(deed), title: String(record.acronym) })}
          text={
            <>
              {translate(record.published ? 'project.withdrawText' : 'project.publishText')}
              {record.published ? null : <PublicFields />}
            </>
          }
          onDeed={() => publish(record, { published: !record.published, progressPublic: !record.published })}
        />
      ) : null}
    </>
  )
}

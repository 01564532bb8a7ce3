import { useNotify, useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { useProject, useReloadViewer } from '../api/session'
import { DialogForm } from '../kit/questions'

const remove = 'mutation ($id: ID!, $version: Int!) { deleteDemonstration(id: $id, version: $version) { rows } }'

/** Removes the demonstration with all its rows, after asking once more. */
export function RemoveDemonstration({ onClose }: { onClose: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const reload = useReloadViewer()
  const { current, memberships, choose } = useProject()
  const id = current?.project.id
  const save = async () => {
    const { project } = await ask<{ project: { version: number } }>('query ($id: ID!) { project(id: $id) { version } }', { id })
    const { deleteDemonstration } = await ask<{ deleteDemonstration: { rows: number } }>(remove, { id, version: project.version })
    onClose()
    choose(memberships.find((membership) => membership.project.id !== id)?.project.id ?? '')
    await reload()
    notify('demonstration.removed', { messageArgs: { smart_count: deleteDemonstration.rows } })
  }
  return (
    <DialogForm
      title={translate('demonstration.remove')}
      text={translate('demonstration.removeText')}
      questions={[]}
      deed={translate('demonstration.remove')}
      onClose={onClose}
      onSubmit={save}
    />
  )
}

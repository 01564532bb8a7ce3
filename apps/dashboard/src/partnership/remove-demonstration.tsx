import { useNotify, useTranslate } from 'react-admin'
import { ask, GraphqlError } from '../api/graphql'
import { useProject, useReloadViewer } from '../api/session'
import { DialogForm } from '../kit/questions'
import { deleteDemonstrationDocument, projectVersionDocument } from './partnership.graphql'

/** Removes the demonstration with all its rows, after asking once more. */
export function RemoveDemonstration({ onClose }: { onClose: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const reload = useReloadViewer()
  const { current, memberships, choose } = useProject()
  const id = current?.project.id
  const save = async () => {
    if (!id) return
    const { project } = await ask(projectVersionDocument, { id })
    if (!project) throw new GraphqlError(translate('errors.NOT_FOUND'), 'NOT_FOUND')
    const { deleteDemonstration } = await ask(deleteDemonstrationDocument, { id, version: project.version })
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

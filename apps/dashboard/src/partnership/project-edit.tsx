import { useReloadViewer } from '../api/session'
import RecordEdit from '../records/record-edit'

/** Changes the project; every page then speaks in its new words. */
export default function ProjectEdit() {
  return <RecordEdit after={useReloadViewer()} />
}

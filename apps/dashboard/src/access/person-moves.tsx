import type { PageProps } from '../records/room'
import { ErasePersonMove } from './erase-person'
import { SeeAsMove } from './see-as'

/** What an administrator does on a person's page. */
export default function PersonMoves(props: PageProps) {
  return (
    <>
      <SeeAsMove {...props} />
      <ErasePersonMove {...props} />
    </>
  )
}

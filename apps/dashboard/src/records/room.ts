import type SvgIcon from '@mui/material/SvgIcon'
import { type ComponentType, createContext, useContext } from 'react'
import type { RaRecord } from 'react-admin'
import type { RecordFacts } from '../api/contract'
import type { LateKind } from '../api/documents.generated'
import type { Words } from '../kit/words'

/** What a record's page is given. */
export interface PageProps {
  readonly record: RaRecord
  readonly facts: RecordFacts
  readonly refetch: () => void
}

/** How a record stands on the day spoken of: its own day to meet, or the progress of the pilots in it. */
export type StandingFacts = { readonly met: string; readonly words: string } | { readonly groupedBy: 'AREA' | 'PHASE' | 'WORK_PACKAGE' | 'PARTNER' }

/** A record with pages: they are made from the contract, save where the room has a better one. */
export interface Resource {
  /** False: others name it without a link. */
  readonly linked?: false
  readonly show?: ComponentType
  readonly create?: ComponentType
  readonly edit?: ComponentType
  /** Its fields as a form asks for them, group by group, each called by its word under `groups`; what is in none comes last. */
  readonly groups?: Readonly<Record<string, readonly string[]>>
  /** Moves beside edit and archive. */
  readonly moves?: ComponentType<PageProps>
  /** Moves of its list, beside adding and export. */
  readonly listMoves?: ComponentType
  /** Offered at a choice of it, for whoever does not find it there. */
  readonly missed?: ComponentType
  readonly standing?: StandingFacts
  /** What its list says beside the number of its rows: kinds that are counted apart. */
  readonly counted?: ComponentType
}

/** A page that is no record's. */
export interface RoomPage {
  readonly path: string
  readonly page: ComponentType
  /** Speaks of the open project: whoever belongs to none is told so instead. */
  readonly ofProject?: boolean
  /** Shown without bar and rail. */
  readonly bare?: boolean
}

/** A kind of what is late or due, as it waits for somebody; its sentence stands under `waits`. */
export interface Waiting {
  readonly icon: typeof SvgIcon
  /** Address of the page on which it is done. */
  readonly to: (item: { readonly recordId: string; readonly pilotId: string | null; readonly evaluationPlanId: string | null }) => string
}

/** A room's place in the rail. */
export interface RailEntry {
  /** Key of its word under `rooms`, where that is not the room's name. */
  readonly key?: string
  readonly icon: typeof SvgIcon
  /** Where it opens, and its other pages: names of lists, or paths. */
  readonly pages: readonly string[]
  /** Lists of which one row suffices for the room to be shown to everybody. */
  readonly filledBy: readonly string[]
  /** Who sees it empty too: those who fill it, or nobody; one that only administrators see needs no filling. */
  readonly empty: 'whoFills' | 'nobody' | 'administrators'
  /** The list whose count stands beside its name. */
  readonly counts?: string
}

/** A room: one thing with one door. Everything that is drawn is loaded when it is opened. */
export interface Room {
  readonly name: string
  readonly words: Words
  /** Pages without a place of their own in the rail stand in another room's. */
  readonly rail?: RailEntry | { readonly within: string; readonly pages: readonly string[]; readonly filledBy: readonly string[] }
  /** By the names of their lists. */
  readonly resources: Readonly<Record<string, Resource>>
  readonly pages?: readonly RoomPage[]
  /** What it shows on the pages of other rooms' records, by the names of their lists. */
  readonly beside?: Readonly<Record<string, ComponentType<PageProps>>>
  /** Its kinds of what is late or due; each kind is one room's. */
  readonly waiting?: Partial<Readonly<Record<LateKind, Waiting>>>
  /** What it shows on the first page. */
  readonly home?: ComponentType
  /** What it shows on the public page of a project, by its id. */
  readonly inPublic?: ComponentType<{ readonly project: string }>
}

/** The rooms of this house. */
export const Rooms = createContext<readonly Room[]>([])

/** The rooms of this house, in their order. */
export const useRooms = (): readonly Room[] => useContext(Rooms)

/** What is done about each kind of what is late or due; each kind is some room's, which a test holds. */
export const useWaiting = (): Readonly<Record<LateKind, Waiting>> => Object.assign({}, ...useRooms().map(({ waiting }) => waiting))

/** What a room says of a record with pages; null: it has none. */
export function useResource(plural: string | undefined): Resource | null {
  const rooms = useRooms()
  return rooms.find(({ resources }) => plural !== undefined && plural in resources)?.resources[plural ?? ''] ?? null
}

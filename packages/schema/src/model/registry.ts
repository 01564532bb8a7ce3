import type { FieldModel, RelationModel } from '@clusterpolisee/graph-sql'
import type { Room } from '../rooms.js'
import type { ComputedMeta, EnumMeta, FieldMeta, ManyMeta } from './field.js'
import type { Condition } from './machine.js'
import type { Presentation, PresentationMeta } from './presentation.js'
import type { Role, Rule } from './rule.js'

export type Verb = 'create' | 'update' | 'archive' | 'delete'

/** One fault of an input: where, what (a code that screens translate), and the figures of its sentence. */
export interface Fault {
  readonly path: readonly (string | number)[]
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly message: string
}

/** Runs a parameterised statement inside the write's transaction. */
export type RunSql = (sql: string, values: readonly unknown[]) => Promise<Record<string, unknown>[]>

/** A record's own rule over what is about to be written. Columns by field name; answers its faults. */
export type BusinessRules = (
  record: Readonly<Record<string, unknown>>,
  former: Readonly<Record<string, unknown>> | null,
  run: RunSql,
) => Fault[] | Promise<Fault[]>

/** Plain writes need the record, or the one that `of` names, in one of these states of its machine. */
export interface During {
  readonly of?: string
  readonly states: readonly string[]
  readonly code: string
  readonly message: string
}

/** A verb of one's own, beside the plain writes: who may, in which states, and what must hold of the row. `can` tells of it. */
export interface Deed {
  readonly name: string
  readonly by: Rule
  /** True: whoever may do it need not be able to read the record. */
  readonly unread?: true
  readonly during?: During
  readonly when?: readonly Condition[]
}

/** What functions of the room's SQL work out for each row, as the read engine takes it: shown, never written. */
export interface Figures {
  readonly fields: readonly FieldModel[]
  readonly relations: readonly RelationModel[]
}

/** What a row gives its `user`, while it is not archived and the user has a role in its project. */
export interface Grant {
  /** The viewer's value among whose ids is what `field` names. */
  readonly value: 'workPackages' | 'evaluations'
  readonly field: string
  /** Only to a person in this role; else to any member. */
  readonly role?: Role
  /** The role that comes with it, in its project. */
  readonly makes?: Role
  /** Moments that end it. */
  readonly until?: readonly string[]
}

/** How a related record lists the records that point to it. */
export interface Listing {
  readonly name: string
  /** In words; default: the many of the record. */
  readonly label?: string
  /** Lists may be ordered by how many there are. */
  readonly sort?: boolean
}

/** Fields of an order; a name alone is in ascending order. */
export interface OrderTerm {
  readonly field: string
  readonly direction: 'ASC' | 'DESC'
}

/** From the greatest down, or from the newest back. */
export const desc = (field: string): OrderTerm => ({ field, direction: 'DESC' })

export interface RecordOptions extends Presentation {
  readonly room: Room
  /** One record in words, as `Work package`. */
  readonly label: string
  /** Many in words, as `Work packages`. */
  readonly labels: string
  readonly description: string
  /** Name of the list field; default: class name with `s`. */
  readonly plural?: string
  readonly table?: string
  readonly read: Rule
  readonly write?: Rule
  /** Plain verbs that the write side derives; default all four when `write` is given. */
  readonly verbs?: readonly Verb[]
  readonly rules?: BusinessRules
  /** When it may be written at all; else always. */
  readonly during?: During
  /** What must hold of the row for any plain write. */
  readonly when?: readonly Condition[]
  /** Verbs of its own. */
  readonly deeds?: readonly Deed[]
  readonly figures?: Figures
  /** The default order. */
  readonly order?: readonly (string | OrderTerm)[]
  /** Field names that are unique together among rows that are not archived. */
  readonly unique?: readonly (readonly string[])[]
  /** False: changes are not audited (recorded tables are their own history). */
  readonly audited?: boolean
  /** True: open screens are told of each change, by identity and version only. */
  readonly announced?: boolean
  /** Of a record whose rows say who may see what: the fields whose change is felt at once, `true` for all. */
  readonly makesViewers?: true | readonly string[]
  /** True: its plain writes open doors, so that who is there is asked again. */
  readonly asksAgain?: boolean
  /** True of projects: what lies in a project by its own id, where all others have the relation `project`. */
  readonly isProject?: boolean
  /** Of a record whose rows give their `user` a right. */
  readonly grants?: Grant
  /** Of a recorded table: the fields that all versions of one thing share; makes its `history`. */
  readonly versionsBy?: readonly string[]
  /** Under which names related records list these, by the field that leads to them: the many side stands where the one side does. */
  readonly listedIn?: { readonly [field: string]: string | Listing }
  /** True: its lists can be summed up in groups (`xSummary`), as reporting tools do. Each costs the contract some hundred lines. */
  readonly summary?: boolean
}

/** A record's declaration; `T` is its class, whose values {@link ValuesOf} types. */
export interface RecordMeta<T extends object = object>
  extends Required<Pick<RecordOptions, 'room' | 'label' | 'labels' | 'description' | 'read'>>,
    PresentationMeta {
  /** Never there: it carries the type. */
  readonly of?: T
  readonly name: string
  readonly singular: string
  readonly plural: string
  readonly table: string
  readonly write: Rule | null
  readonly verbs: readonly Verb[]
  readonly rules?: BusinessRules
  readonly during?: During
  readonly when: readonly Condition[]
  readonly deeds: readonly Deed[]
  readonly asksAgain: boolean
  readonly figures: Figures
  readonly order: readonly OrderTerm[]
  readonly unique: readonly (readonly string[])[]
  readonly audited: boolean
  readonly announced: boolean
  readonly makesViewers: boolean | readonly string[]
  readonly isProject: boolean
  readonly grants?: Grant
  readonly versionsBy: readonly string[]
  readonly summary: boolean
  readonly listedIn: NonNullable<RecordOptions['listedIn']>
  readonly fields: readonly FieldMeta[]
  readonly many: readonly ManyMeta[]
  readonly computed: readonly ComputedMeta[]
  readonly type: RecordClass
}

// biome-ignore lint/complexity/noBannedTypes: a class is a Function here, as in TypeORM and type-graphql
export type RecordClass = Function

interface Parts {
  fields: FieldMeta[]
  computed: ComputedMeta[]
}

const parts = new Map<object, Parts>()
const records = new Map<string, RecordMeta>()
const enums = new Map<string, EnumMeta>()

/** What property decorators have said of a prototype so far. */
export function partsOf(prototype: object): Parts {
  const known = parts.get(prototype) ?? { fields: [], computed: [] }
  parts.set(prototype, known)
  return known
}

/** Parts of a class and of the classes that it extends, base first. */
export function inheritedParts(prototype: object): Parts {
  const chain: object[] = []
  for (let at: object | null = prototype; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) chain.unshift(at)
  const all = chain.map(partsOf)
  return {
    fields: all.flatMap((part) => part.fields),
    computed: all.flatMap((part) => part.computed),
  }
}

export function registerRecord(meta: RecordMeta): void {
  records.set(meta.name, meta)
  lists.clear()
}

/** Lists of related records by the record that has them; made when first asked for, when all classes are loaded. */
const lists = new Map<string, ManyMeta[]>()

/** The to-many relations of a record, as the records at their other ends declare them. */
export function manyOf(name: string): readonly ManyMeta[] {
  if (lists.size === 0) for (const record of records.values()) addLists(record)
  return lists.get(name) ?? []
}

function addLists(record: RecordMeta): void {
  for (const [by, listing] of Object.entries(record.listedIn)) {
    const parent = fieldOf(record, by)?.target?.()
    if (!parent) throw new Error(`${record.name}.${by} is no relation to one record`)
    const { name, label = record.labels, sort = false } = typeof listing === 'string' ? { name: listing } : listing
    lists.set(parent, [...(lists.get(parent) ?? []), { name, label, target: () => record.name, by, sort }])
  }
}

export function registerEnum(meta: EnumMeta): void {
  enums.set(meta.name, meta)
}

/** A record by its class, or by its name where that is all one has. Throws for an unknown one: a fault of the model, found at start. */
export function recordMeta<T extends object>(record: (new () => T) | string): RecordMeta<T> {
  const name = typeof record === 'string' ? record : record.name
  const meta = records.get(name)
  if (!meta) throw new Error(`There is no record ${name}`)
  return meta as RecordMeta<T>
}

export const allRecords = (): readonly RecordMeta[] => [...records.values()]
export const allEnums = (): readonly EnumMeta[] => [...enums.values()]

/** A record's own verb. Throws for an unknown one: a fault of the model. */
export function deedOf(record: RecordMeta, name: string): Deed {
  const deed = record.deeds.find((candidate) => candidate.name === name)
  if (!deed) throw new Error(`${record.name} has no deed ${name}`)
  return deed
}

/** A field of a record by its name, or undefined. */
export function fieldOf(record: RecordMeta, name: string): FieldMeta | undefined {
  return record.fields.find((field) => field.name === name)
}

/** The columns of a record whose change makes other viewers; null for all of them. */
export function viewerColumns(record: RecordMeta): readonly string[] | null {
  if (!Array.isArray(record.makesViewers)) return null
  return record.makesViewers.map((name) => {
    const field = fieldOf(record, name)
    if (!field) throw new Error(`${record.name} has no field ${name}`)
    return field.column
  })
}

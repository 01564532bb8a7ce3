import facts from '@clusterpolisee/contract/fields.json'

/** What the contract says of a field. */
export interface FieldFacts {
  readonly name: string
  readonly kind: string
  readonly label: string
  readonly help?: string
  readonly input: 'always' | 'create' | 'none'
  readonly inputName: string
  readonly required: boolean
  readonly max?: number
  readonly min?: number
  readonly sort: boolean
  readonly search: boolean
  readonly choices?: string
  readonly target?: string
}

export interface RecordFacts {
  readonly name: string
  readonly singular: string
  readonly plural: string
  readonly room: string
  readonly label: string
  readonly labels: string
  readonly verbs: readonly string[]
  readonly fields: readonly FieldFacts[]
}

interface Facts {
  readonly records: Readonly<Record<string, RecordFacts>>
  readonly enums: Readonly<Record<string, readonly string[]>>
  readonly machines: Readonly<
    Record<string, readonly { key: string; label: string; from: string[]; to: string; asks: { name: string; kind: string; optional?: boolean }[] }[]>
  >
}

export const contract = facts as unknown as Facts

/** The record behind a list's name. */
export function recordOf(plural: string): RecordFacts {
  const found = Object.values(contract.records).find((record) => record.plural === plural)
  if (!found) throw new Error(`There is no list ${plural}`)
  return found
}

const names: Readonly<Record<string, string>> = {
  Partner: 'shortName',
  User: 'displayName',
  Region: 'name',
  Project: 'acronym',
  ThematicArea: 'shortName',
  Phase: 'title',
  WorkPackage: 'title',
}

/** The field by which a record is called. */
export const nameField = (record: string): string =>
  names[record] ?? (contract.records[record]?.fields.some((field) => field.name === 'title') ? 'title' : 'id')

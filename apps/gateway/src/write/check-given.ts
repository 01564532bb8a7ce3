import { type Fault, fieldOf, type RecordMeta, type ValuesOf } from '@clusterpolisee/schema'
import { badInput } from '../kernel/errors.js'
import { checkField } from './validate-input.js'

interface Asks<Name extends string> {
  /** Fields that must be filled although the record may keep them empty, each with the sentence that asks for it. */
  readonly needed?: Partial<Readonly<Record<Name, string>>>
  /** Fields that may be left out although the record needs them: the verb fills them. */
  readonly spare?: readonly Name[]
  /** Names of arguments that are called otherwise than their field. */
  readonly called?: Partial<Readonly<Record<Name, string>>>
}

/** What a verb was given, clean, and everything that is wrong with it. */
export interface Given<T extends object, Name extends string> {
  readonly values: Pick<Partial<ValuesOf<T>>, Name & keyof ValuesOf<T>>
  readonly faults: Fault[]
}

/**
 * Checks what a verb was given against the fields that keep it: kinds, bounds and lengths are those of the record, texts are
 * cleaned and never cut, and every fault is at its argument. Absent is null.
 */
export function givenValues<T extends object, Name extends keyof ValuesOf<T> & string>(
  record: RecordMeta<T>,
  given: Readonly<Record<Name, unknown>>,
  { needed = {}, spare = [], called = {} }: Asks<NoInfer<Name>> = {},
): Given<T, Name> {
  const values: Record<string, unknown> = {}
  const faults: Fault[] = []
  for (const name of Object.keys(given) as Name[]) {
    const field = fieldOf(record, name)
    if (!field) throw new Error(`${record.name} has no field ${name}`)
    const { value, fault } = checkField({ ...field, optional: spare.includes(name) || (field.optional && !needed[name]) }, given[name])
    const asked = fault?.code === 'REQUIRED' ? needed[name] : undefined
    if (fault) faults.push({ path: [called[name] ?? name], ...fault, ...(asked ? { message: asked } : {}) })
    else values[name] = value
  }
  return { values: values as Given<T, Name>['values'], faults }
}

/** {@link givenValues}, refused as BAD_USER_INPUT when anything is wrong with it. */
export function checkGiven<T extends object, Name extends keyof ValuesOf<T> & string>(
  record: RecordMeta<T>,
  given: Readonly<Record<Name, unknown>>,
  asks?: Asks<NoInfer<Name>>,
): Given<T, Name>['values'] {
  const { values, faults } = givenValues(record, given, asks)
  if (faults.length > 0) throw badInput(faults)
  return values
}

import { type Kind, object, text } from './kinds.js'
import { MethodError } from './method-error.js'

/** A way to give an input: the keys that it needs, and those that go with it only. */
export interface Form<Key extends string> {
  readonly needs: readonly Key[]
  readonly takes?: readonly Key[]
}

/**
 * What an input may hold: every key with its kind, and the forms of which it has one. Keys of no form go with all of them. Every
 * input may also have a `note`, a text for people.
 */
export interface InputShape<Input> {
  readonly keys: { readonly [key in keyof Required<Input>]: Kind }
  readonly forms: readonly Form<keyof Input & string>[]
}

/**
 * Refuses an input that is no object (NOT_AN_OBJECT), a key that is not known (UNKNOWN_KEY, with those that are), a value of another kind
 * (as the kind says), none of the forms (UNKNOWN_FORM, with the forms), part of one (MISSING), and keys of two forms (UNKNOWN_FORM).
 * What is undefined is not there.
 */
export function checkInput<Input>(input: unknown, { keys, forms }: InputShape<Input>, path = ''): void {
  const given = Object.entries(object(input, path)).filter(([, value]) => value !== undefined)
  const kinds: Readonly<Record<string, Kind>> = { note: text, ...(keys as Readonly<Record<string, Kind>>) }
  const prefix = path === '' ? '' : `${path}.`
  const stranger = given.find(([key]) => !Object.hasOwn(kinds, key))
  if (stranger) throw new MethodError('UNKNOWN_KEY', `${prefix}${stranger[0]}`, `is not known here; known are ${Object.keys(keys).join(', ')}`)
  checkForm(
    given.map(([key]) => key),
    forms,
    path,
  )
  for (const [key, value] of given) (kinds[key] as Kind)(value, `${prefix}${key}`)
}

/** A kind for objects inside an input. */
export const shaped =
  <Input>(shape: InputShape<Input>): Kind =>
  (value, path) =>
    checkInput(value, shape, path)

function checkForm(given: readonly string[], forms: readonly Form<string>[], path: string): void {
  const ofForms = new Set(forms.flatMap(({ needs, takes = [] }) => [...needs, ...takes]))
  const complete = forms.filter(({ needs }) => needs.every((key) => given.includes(key)))
  const strangers = complete.map(({ needs, takes = [] }) => given.filter((key) => ofForms.has(key) && !needs.includes(key) && !takes.includes(key)))
  if (strangers.some((keys) => keys.length === 0)) return
  const at = (key: string) => (path === '' ? key : `${path}.${key}`)
  const [stranger] = strangers.flat()
  if (stranger !== undefined) throw new MethodError('UNKNOWN_FORM', at(stranger), `does not go with the rest; the forms are: ${said(forms)}`)
  const started = [...forms].sort((a, b) => count(b, given) - count(a, given))[0]
  const lacking = started && (forms.length === 1 || count(started, given) > 0) && started.needs.find((key) => !given.includes(key))
  if (lacking) throw new MethodError('MISSING', at(lacking), `is needed and not given; the forms are: ${said(forms)}`)
  throw new MethodError('UNKNOWN_FORM', path, `the input has none of the forms: ${said(forms)}`)
}

const count = ({ needs }: Form<string>, given: readonly string[]) => needs.filter((key) => given.includes(key)).length

const said = (forms: readonly Form<string>[]) =>
  forms.map(({ needs, takes = [] }) => `${needs.join(' and ')}${takes.length > 0 ? ` (with ${takes.join(', ')} if wanted)` : ''}`).join('; ')

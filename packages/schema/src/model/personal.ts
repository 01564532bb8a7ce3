import { defineEnum } from './define-enum.js'

/** Why something is kept of a person. */
export const PersonalPurpose = defineEnum('PersonalPurpose', 'Why something is kept of a person.', ['ACCOUNT', 'SECURITY', 'ROLES', 'CONTACT', 'RECORD'], {
  ACCOUNT: 'To let you in and show you the pages as you like them',
  SECURITY: 'To keep accounts safe, and to find who misused one',
  ROLES: 'To say who has which part in a project',
  CONTACT: 'To reach the people of a partner',
  RECORD: 'To show who entered, changed or decided what',
})

/** When something kept of a person ends. */
export const KeptUntil = defineEnum(
  'KeptUntil',
  'When something kept of a person ends.',
  ['ERASED', 'REMOVED', 'EXPIRED', 'ENDED', 'UNUSED', 'HAPPENED', 'PROJECT', 'LOG'],
  {
    ERASED: 'When the person is erased',
    REMOVED: 'When it is removed by hand, or the person is erased',
    EXPIRED: 'After it was used or expired',
    ENDED: 'After it ended',
    UNUSED: 'After it was last used',
    HAPPENED: 'After it happened',
    PROJECT: 'With the project, whose record it belongs to',
    LOG: 'With the log, of which no row is ever taken away',
  },
)

/** What becomes of something when its person is erased. */
export const OnErasure = defineEnum('OnErasure', 'What becomes of it when the person is erased.', ['BLANK', 'KEEP', 'DELETE'], {
  BLANK: 'The field is emptied',
  KEEP: 'It stays, and leads to an account without a name',
  DELETE: 'The row is deleted',
})

/** Of a field that says something of a person: why it is kept, until when, and what erasing the person does to it. */
export interface Personal {
  readonly purpose: keyof typeof PersonalPurpose.values
  readonly until: keyof typeof KeptUntil.values
  /** How many days after what `until` names; at once, unless said. */
  readonly days?: number
  readonly erase: keyof typeof OnErasure.values
  /** Of a key that is no relation of a record, nor called after the account: the table of the row that it leads to. */
  readonly over?: string
  /** Of rows that name several accounts: the column with the one of whom this says something; where it names nobody, whoever the row is about. */
  readonly of?: string
}

/** What a field says of itself: what it is kept for, or in a sentence why it says nothing of a person though it seems to. */
export type SaidOfPerson = Personal | string

/** Who it was that did something: the account alone, whose name erasing blanks. What was done stays a fact of the project. */
export const author: Personal = { purpose: 'RECORD', until: 'PROJECT', erase: 'KEEP' }

/** Which part somebody has or had in a project: the account alone, which stays a fact of the project. */
export const partInProject: Personal = { purpose: 'ROLES', until: 'PROJECT', erase: 'KEEP' }

const said = new Map<object, Map<string, SaidOfPerson>>()

/** Notes what a property says of a person. */
export function sayOfPerson(prototype: object, property: string, what: SaidOfPerson): void {
  const known = said.get(prototype) ?? new Map<string, SaidOfPerson>()
  said.set(prototype, known.set(property, what))
}

/** What a property of a class, or of one that it extends, says of a person; undefined: nothing. */
export function saidOfPerson(prototype: object, property: string): SaidOfPerson | undefined {
  for (let at: object | null = prototype; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    const what = said.get(at)?.get(property)
    if (what !== undefined) return what
  }
  return undefined
}

/** Says of a bare column what fields of records say by their option `personal`. */
export const OfPerson =
  (what: SaidOfPerson): PropertyDecorator =>
  (prototype, property) =>
    sayOfPerson(prototype, String(property), what)

import { GraphqlError } from '../api/graphql'
import type { Translate } from '../api/translate'

/** One question of a small form. */
export interface Question<Name extends string = string> {
  readonly name: Name
  readonly label: string
  readonly type?: 'text' | 'date' | 'email' | 'password' | 'number' | 'longText'
  readonly initial?: string
  /** What the browser may fill in, as `one-time-code`. */
  readonly autoComplete?: string
  /** The first to type in, when the form takes the place of another. */
  readonly focus?: boolean
  readonly help?: string
  /** An answer is needed: said before anything is asked of the gateway. */
  readonly required?: boolean
  /** Choices instead of free text. */
  readonly choices?: readonly { readonly id: string; readonly name: string }[]
}

/** What is typed in, by the questions' names. */
export type Answers<Name extends string> = Readonly<Record<Name, string>>

/** What is wrong with answers, by the questions' names. */
export type Faults = Readonly<Record<string, string>>

/** The answers that a form opens with. */
export const firstAnswers = <Name extends string>(questions: readonly Question<Name>[]): Answers<Name> =>
  Object.fromEntries(questions.map(({ name, initial }) => [name, initial ?? ''])) as Answers<Name>

/** What is said at questions that need an answer and have none. */
export const unanswered = <Name extends string>(questions: readonly Question<Name>[], answers: Answers<Name>, translate: Translate): Faults =>
  Object.fromEntries(
    questions.filter(({ name, required }) => required && !answers[name]?.trim()).map(({ name, label }) => [name, translate('app.needed', { label })]),
  )

/** What went wrong on submitting: the faults, and a sentence where they stand at none of the questions. */
export function refusalOf(error: unknown, questions: readonly Question[], translate: Translate): { readonly faults: Faults; readonly other: string } {
  if (!(error instanceof GraphqlError)) return { faults: {}, other: translate('app.broken') }
  const { errors } = error.body
  return { faults: errors, other: questions.some(({ name }) => errors[name]) ? '' : error.message }
}

import { lineOf, paragraphsOf } from '@clusterpolisee/values'
import { GraphqlError } from '../api/graphql'
import type { Translate } from '../api/translate'
import { type Kind, typedDay, typedNumber, typedOf } from './typed'

/** One question of a small form. */
export interface Question<Name extends string = string> {
  readonly name: Name
  readonly label: string
  /** Answers of a `date` are days as ISO, those of a `number` as JavaScript writes them, whatever was typed. */
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

/** Of which kind a question's text is read; null for texts. */
export const kindOf = ({ type }: Question): Kind | null => (type === 'date' ? 'day' : type === 'number' ? 'number' : null)

/** What a form opens with, as it is typed. */
export const firstAnswers = <Name extends string>(questions: readonly Question<Name>[]): Answers<Name> =>
  Object.fromEntries(questions.map((question) => [question.name, firstText(question)])) as Answers<Name>

function firstText(question: Question): string {
  const initial = question.initial || onlyChoice(question)
  if (initial === '' || kindOf(question) === null) return initial
  return kindOf(question) === 'day' ? typedDay(initial) : typedNumber(Number(initial))
}

/** What must be chosen among one is chosen. */
const onlyChoice = ({ required, choices = [] }: Question): string => (required && choices.length === 1 ? (choices[0]?.id ?? '') : '')

/** What is said at questions that need an answer and have none, and at answers that cannot be read, or in several ways. */
export const unanswered = <Name extends string>(questions: readonly Question<Name>[], answers: Answers<Name>, translate: Translate): Faults =>
  Object.fromEntries(
    questions.flatMap((question): [string, string][] => {
      const { name, label, required } = question
      const kind = kindOf(question)
      const fault = kind ? typedOf(kind, answers[name] ?? '').fault : undefined
      if (fault) return [[name, translate(fault)]]
      return required && lineOf(answers[name] ?? '') === '' ? [[name, translate('app.needed', { label })]] : []
    }),
  )

/** Answers as they are sent: numbers and days read, texts clean, secrets as they are. */
export const cleanAnswers = <Name extends string>(questions: readonly Question<Name>[], answers: Answers<Name>): Answers<Name> =>
  Object.fromEntries(questions.map((question) => [question.name, cleanAnswer(question, answers[question.name] ?? '')])) as Answers<Name>

function cleanAnswer(question: Question, text: string): string {
  const kind = kindOf(question)
  if (kind) return String(typedOf(kind, text).value ?? '')
  if (question.type === 'password') return text
  return question.type === 'longText' ? paragraphsOf(text) : lineOf(text)
}

/** A number's answer; null where there is none. */
export const figureOf = (answer: string): number | null => (answer === '' ? null : Number(answer))

/** What went wrong on submitting: the faults, and a sentence where they stand at none of the questions. */
export function refusalOf(error: unknown, questions: readonly Question[], translate: Translate): { readonly faults: Faults; readonly other: string } {
  if (!(error instanceof GraphqlError)) return { faults: {}, other: translate('app.broken') }
  const { errors } = error.body
  return { faults: errors, other: questions.some(({ name }) => errors[name]) ? '' : error.message }
}

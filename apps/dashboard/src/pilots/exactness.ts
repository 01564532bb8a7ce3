import type { Qualifier } from '@clusterpolisee/values'
import { choiceOf, enumValues } from '../api/contract'
import type { Translate } from '../api/translate'
import type { Question } from '../kit/answers'

/** A figure's text with how exact it is, as "more than 280"; the figure alone where it is the very number. */
export const exactText = (figure: string, exactness: string | null, translate: Translate): string =>
  exactness === null ? figure : translate(`entry.exact.${exactness}`, { figure })

/** Asks how exact a figure is. */
export const exactnessQuestion = (translate: Translate, initial: string | null = null): Question<'exactness'> => ({
  name: 'exactness',
  label: translate('resources.measurements.fields.exactness'),
  help: translate('resources.measurements.help.exactness'),
  initial: initial ?? '',
  choices: enumValues('Exactness').map((id) => ({ id, name: translate(`enums.Exactness.${id}`) })),
})

/** Its answer; null: the very number. */
export const exactnessOf = (answer: string): Qualifier | null => (answer === '' ? null : choiceOf('Exactness', answer))

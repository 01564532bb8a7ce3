import type { Translations } from '../model/index.js'
import criteria from './dac-criteria.json' with { type: 'json' }

/** A criterion as a plan gets it: question and what each mark means, in English and Italian. */
export interface CriterionPattern {
  readonly code: string
  readonly title: Translations
  readonly question: Translations
  readonly rubric1: Translations
  readonly rubric2: Translations
  readonly rubric3: Translations
  readonly rubric4: Translations
  readonly rubric5: Translations
}

/** The six criteria of the OECD Development Assistance Committee, in the words of cluster policy. */
export const dacCriteria: readonly CriterionPattern[] = criteria

import type { Room } from '../room.js'
import { EffectResolver } from './effect-resolver.js'
import { EvaluationResolver } from './evaluation-resolver.js'
import { EvaluatorResolver } from './evaluator-resolver.js'
import { RecommendationResolver } from './recommendation-resolver.js'

export { effectFigures } from './effect-figures.js'
export { agreementOn } from './open-scores.js'

export const room: Room = { resolvers: [EvaluationResolver, EvaluatorResolver, RecommendationResolver, EffectResolver] }

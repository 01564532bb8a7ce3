import { Box, Link, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { CriterionFacts, PlanFacts, ScoreFacts } from './evaluation-data'

/** Who gave which mark to a criterion and why, unfolded on demand. */
export function GivenMarks({ plan, criterion }: { plan: PlanFacts; criterion: CriterionFacts }) {
  const translate = useTranslate()
  const given = plan.scores.nodes.filter((score) => score.criterion?.id === criterion.id && score.openedAt)
  if (given.length === 0) return null
  const nameOf = (score: ScoreFacts) => plan.evaluators.nodes.find(({ id }) => id === score.evaluator?.id)?.user?.displayName ?? translate('app.unknown')
  return (
    <details>
      <Box
        component="summary"
        sx={{ cursor: 'pointer', minHeight: 28, fontSize: 13, color: 'primary.main', width: 'fit-content' }}
        aria-label={translate('evaluation.reasonsOf', { title: criterion.title })}
      >
        {translate('evaluation.reasonsOpen')}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: 13 }}>
        {given.map((score) => (
          <li key={score.id}>
            <strong>{`${nameOf(score)}: ${markText(score, translate)}`}</strong>. {score.reason} <Evidence text={score.evidence} />
          </li>
        ))}
      </Box>
    </details>
  )
}

/** A mark, or why there is none. */
export const markText = ({ mark, abstention }: Pick<ScoreFacts, 'mark' | 'abstention'>, translate: ReturnType<typeof useTranslate>): string =>
  mark === null ? translate(`enums.Abstention.${abstention}`) : String(mark)

/** Evidence, one address a line with a title behind it. */
export function Evidence({ text }: { text: string | null }) {
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return null
  return (
    <Typography component="span" variant="body2" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, overflowWrap: 'anywhere' }}>
      {lines.map((line) => {
        const [address = '', ...title] = line.trim().split(/\s+/)
        return (
          <Link key={line} href={address} target="_blank" rel="noreferrer">
            {title.join(' ') || address}
          </Link>
        )
      })}
    </Typography>
  )
}

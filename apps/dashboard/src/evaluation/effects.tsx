import AddOutlined from '@mui/icons-material/AddOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import { Box, Button, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { ask } from '../api/graphql'
import { useAnswer } from '../api/use-answer'
import { Section } from '../kit/page'
import { SHOWN_DAYS } from '../pilots'
import { EffectTrend, type MeanSeries } from './effect-trend'
import { figuresOf, saidOf } from './effect-words'
import { computeEffectDocument, effectSeriesDocument } from './evaluation.graphql'
import { type EffectFacts, type PlanFacts, writesEffects } from './evaluation-data'
import { givenTo } from './given-to'

interface Props {
  readonly plan: PlanFacts
  readonly onDone: () => void
}

/** The measurements behind effects, for their drawings. */
function useSeries(effects: readonly EffectFacts[]): readonly MeanSeries[] {
  const ids = [...new Set(effects.flatMap(({ indicator, comparisonIndicator }) => [indicator?.id, comparisonIndicator?.id]).filter((id) => id !== undefined))]
  const { data } = useAnswer(effectSeriesDocument, ids.length > 0 ? { ids, days: SHOWN_DAYS } : null)
  return data?.indicators.nodes ?? []
}

/** What changed, each with its figures, how robust it is, on which assumptions, and what it cannot say. */
export function Effects({ plan, onDone }: Props) {
  const translate = useTranslate()
  const effects = plan.effects.nodes
  const series = useSeries(effects)
  const writes = writesEffects(plan)
  if (effects.length === 0 && !writes) return null
  return (
    <Section
      title={translate('resources.evaluationEffects.name', { smart_count: 2 })}
      actions={
        writes ? (
          <Button
            component={RouterLink}
            to={givenTo('evaluationEffects', plan, { design: plan.design, robustness: 1 })}
            size="small"
            startIcon={<AddOutlined />}
          >
            {translate('list.add', { name: translate('resources.evaluationEffects.name', { smart_count: 1 }) })}
          </Button>
        ) : null
      }
    >
      {effects.length === 0 ? <Typography variant="body2">{translate('list.none')}</Typography> : null}
      {effects.map((effect) => (
        <Effect key={effect.id} effect={effect} series={series} onDone={onDone} />
      ))}
    </Section>
  )
}

function Effect({ effect, series, onDone }: { effect: EffectFacts; series: readonly MeanSeries[]; onDone: () => void }) {
  const translate = useTranslate()
  const seriesOf = (indicator: { readonly id: string } | null) => series.find(({ id }) => id === indicator?.id)
  const indicator = seriesOf(effect.indicator)
  return (
    <Box component="article" aria-label={effect.title} sx={{ py: 1.5, borderBottom: '1px solid var(--line)' }}>
      <Typography component="h3" sx={{ fontWeight: 600 }}>
        {effect.title}
      </Typography>
      <Typography>{saidOf(effect, translate)}</Typography>
      {effect.cannotSay ? (
        <Typography variant="body2" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, color: 'warning.main' }}>
          <InfoOutlined aria-hidden sx={{ fontSize: 16 }} />
          {translate(`enums.EffectLimit.${effect.cannotSay}`)}
        </Typography>
      ) : null}
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'fit-content(45%) 1fr', columnGap: 2, rowGap: 0.5, my: 1, fontSize: 13 }}>
        {figuresOf(effect, translate).map(([term, text]) => (
          <Box key={term} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {term}
            </Box>
            <Box component="dd" sx={{ m: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {text}
            </Box>
          </Box>
        ))}
      </Box>
      {indicator ? <EffectTrend effect={effect} indicator={indicator} comparison={seriesOf(effect.comparisonIndicator)} /> : null}
      <EffectMoves effect={effect} onDone={onDone} />
    </Box>
  )
}

function EffectMoves({ effect, onDone }: { effect: EffectFacts; onDone: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const work = () =>
    ask(computeEffectDocument, { id: effect.id, version: effect.version }).then(onDone, (error: Error) => notify(error.message, { type: 'error' }))
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {effect.can.compute.allowed ? (
        <Button size="small" variant="outlined" onClick={work}>
          {translate(effect.computedAt ? 'evaluation.computeAnew' : 'evaluation.compute')}
        </Button>
      ) : null}
      {effect.can.update.allowed ? (
        <Button
          size="small"
          component={RouterLink}
          to={`/evaluationEffects/${effect.id}`}
          startIcon={<EditOutlined />}
          aria-label={`${translate('ra.action.edit')}: ${effect.title}`}
        >
          {translate('ra.action.edit')}
        </Button>
      ) : null}
    </Box>
  )
}

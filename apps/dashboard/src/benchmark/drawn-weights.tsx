import { useTranslate } from 'react-admin'
import { FigureTable } from '../kit/chart-with-table'
import { percentText } from '../kit/format'
import { Section } from '../kit/page'
import type { Edition } from './edition-data'
import { levelTree, type Part } from './level-tree'

/** What each pillar and indicator weighs at its level and in the index, and between what its weight was drawn; nothing in an index of one level. */
export function DrawnWeights({ edition }: { edition: Edition }) {
  const translate = useTranslate()
  const { weights } = edition.result
  if (!weights) return null
  const title = translate('edition.weightsTitle')
  const { pillars, indicators } = edition.data
  const placed = levelTree<Part, Part>(
    (pillars ?? []).map((pillar) => ({ ...pillar, aboveId: pillar.aboveId ?? null })),
    indicators.map((indicator) => ({ ...indicator, aboveId: indicator.pillarId ?? null })),
    false,
  )
  const rows = placed.flatMap(({ part, above }) => {
    const found = weights.find(({ id }) => id === part.id)
    if (!found) return []
    const drawn = translate('edition.between', { from: percentText(found.shareFrom), to: percentText(found.shareTo) })
    return [[part.title, above ?? translate('benchmark.theIndex'), found.share, found.shareFrom === found.shareTo ? '–' : drawn, found.effective]]
  })
  return (
    <Section title={title}>
      <FigureTable
        label={title}
        figures={{
          columns: [
            { text: translate('edition.part') },
            { text: translate('edition.partOf') },
            { text: translate('edition.share'), as: 'percent' },
            { text: translate('edition.drawn') },
            { text: translate('edition.ofIndex'), as: 'percent' },
          ],
          rows,
        }}
      />
    </Section>
  )
}

import { Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { BarRows } from '../kit/bar-rows'
import { ChartWithTable } from '../kit/chart-with-table'
import { numberText, percentText } from '../kit/format'
import type { EditionResult } from './edition-data'

const words: Readonly<Record<string, string>> = {
  weights: 'edition.choice.weights',
  normalisation: 'edition.choice.normalisation',
  aggregation: 'edition.choice.aggregation',
  missing: 'edition.choice.missing',
}

/** How much a choice matters, by the share of the movement that it takes part in. */
const strengthOf = (share: number) => (share >= 0.5 ? 'much' : share >= 0.1 ? 'some' : 'little')

/** Which of the method's choices moves the ranks most, as shares of their movement. */
export function Sensitivity({ result, file }: { result: EditionResult; file: string }) {
  const translate = useTranslate()
  const title = translate('edition.moves')
  const nameOf = (choice: string) => translate(words[choice] ?? choice)
  const known = result.influences.flatMap(({ choice, alone, withOthers }) => (alone === null ? [] : [{ choice, alone: Math.max(alone, 0), withOthers }]))
  const inOrder = known.sort((a, b) => b.alone - a.alone)
  const together = Math.max(0, 1 - inOrder.reduce((sum, { alone }) => sum + alone, 0))
  const bars = [
    ...inOrder.map(({ choice, alone }) => ({ label: nameOf(choice), value: alone, text: percentText(alone) })),
    { label: translate('edition.choice.together'), value: together, text: percentText(together) },
  ]
  const figures = {
    columns: [
      { text: translate('edition.choice.head') },
      { text: translate('edition.alone'), as: 'percent' as const },
      { text: translate('edition.withOthers'), as: 'percent' as const },
    ],
    rows: [...inOrder.map(({ choice, alone, withOthers }) => [nameOf(choice), alone, withOthers]), [translate('edition.choice.together'), together, null]],
  }
  const [first] = inOrder
  const sentence = first
    ? translate('edition.movesMost', { choice: nameOf(first.choice), share: percentText(first.alone), shift: numberText(result.meanRankShift) })
    : translate('edition.nothingMoves')
  return (
    <ChartWithTable title={title} file={file} figures={figures} sentence={sentence}>
      {first ? <BarRows label={title} bars={bars} /> : null}
      {inOrder.map(({ choice, withOthers }) => (
        <Typography key={choice} variant="body2" sx={{ mt: 0.5 }}>
          {translate(`edition.influence.${strengthOf(withOthers ?? 0)}`, { choice: nameOf(choice), share: percentText(withOthers) })}
        </Typography>
      ))}
    </ChartWithTable>
  )
}

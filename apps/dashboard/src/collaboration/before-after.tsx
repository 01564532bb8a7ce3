import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import { enumValues } from '../api/contract'
import type { Translate } from '../api/translate'
import { ChartMark, ChartMarks } from '../kit/chart-mark'
import { type Cell, ChartWithTable, type Figures } from '../kit/chart-with-table'
import { type Actor, type Level, type Tie, turnOf } from './collaboration-data'
import { NetworkDrawing, strokeOf, TurnMark } from './network-drawing'

interface Props {
  readonly actors: readonly Actor[]
  readonly ties: readonly Tie[]
  readonly from: number
  readonly sentence: string
}

/** Both times beside each other, or every pair as a table. */
export function BeforeAfter({ actors, ties, from, sentence }: Props) {
  const translate = useTranslate()
  const title = translate('collaboration.map')
  return (
    <ChartWithTable title={title} file="collaborations" figures={figuresOf(actors, ties, from, translate)}>
      <Legend from={from} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))', gap: 2 }}>
        {(['before', 'after'] as const).map((time) => (
          <NetworkDrawing key={time} time={time} finding={`${translate(`collaboration.${time}`)}. ${sentence}`} actors={actors} ties={ties} from={from} />
        ))}
      </Box>
    </ChartWithTable>
  )
}

function Legend({ from }: { from: number }) {
  const translate = useTranslate()
  return (
    <ChartMarks>
      {enumValues('CollaborationLevel').map((level, strength) =>
        strength >= from ? (
          <ChartMark key={level} text={translate(`enums.CollaborationLevel.${level}`)}>
            <line x1="0" x2="24" y1="6" y2="6" {...strokeOf(strength)} />
          </ChartMark>
        ) : null,
      )}
      {(['gained', 'lost'] as const).map((turn) => (
        <ChartMark key={turn} text={translate(`collaboration.turn.${turn}`)}>
          <TurnMark x={12} y={6} turn={turn} />
        </ChartMark>
      ))}
    </ChartMarks>
  )
}

/** Every pair of which something is known, with what became of it. */
function figuresOf(actors: readonly Actor[], ties: readonly Tie[], from: number, translate: Translate): Figures {
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]))
  const level = (value: Level) => (value === null ? null : translate(`enums.CollaborationLevel.${value}`))
  const rows = ties.map((tie): Cell[] => [
    nameOf.get(tie.actorId) ?? '',
    nameOf.get(tie.otherId) ?? '',
    level(tie.before),
    level(tie.after),
    translate(`collaboration.turn.${turnOf(tie, from)}`),
  ])
  return {
    columns: [
      { text: translate('resources.collaborations.fields.actor') },
      { text: translate('resources.collaborations.fields.other') },
      { text: translate('collaboration.before') },
      { text: translate('collaboration.after') },
      { text: translate('collaboration.change') },
    ],
    rows: rows.sort((a, b) => String(a[0]).localeCompare(String(b[0])) || String(a[1]).localeCompare(String(b[1]))),
  }
}

import { Box } from '@mui/material'
import { visuallyHidden } from '@mui/utils'
import { memo, useMemo } from 'react'
import { useTranslate } from 'react-admin'
import { useHref } from 'react-router-dom'
import { Wide } from '../kit/page'
import { itemLabel, itemSentence } from './item-sentence'
import { TimeAxis } from './time-axis'
import { endsOf, type Group } from './time-line-data'
import { ItemDrawing, LateHatch } from './time-line-drawing'
import { GroupHead } from './time-line-group'
import { type TimeScale, timeScale } from './time-scale'

/** Plain cells: hundreds of rows are drawn at once. */
const looks = {
  width: '100%',
  minWidth: 860,
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  fontSize: 13,
  '& th, & td': { p: 0, textAlign: 'left', fontWeight: 400, borderBottom: '1px solid var(--line)', verticalAlign: 'middle' },
  '& thead th:last-of-type, & td': { pr: 1.5 },
  '& tbody th[scope=row]': { pl: 4, pr: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& tbody th[scope=rowgroup]': { bgcolor: 'var(--sunken)', py: 0.25 },
  '& a': { color: 'var(--accent)' },
} as const

interface Props {
  readonly groups: readonly Group[]
  /** The day spoken of. */
  readonly day: string
  /** Keys of the groups that are folded. */
  readonly folded: ReadonlySet<string>
  readonly onToggle: (key: string) => void
}

/** The time line drawn: a row for each item, under its work package, over one axis of time. */
export function TimeLineChart({ groups, day, folded, onToggle }: Props) {
  const translate = useTranslate()
  const label = translate('pages.timeline')
  const scale = useMemo(() => timeScale(endsOf(groups, day)), [groups, day])
  return (
    <Wide label={label} framed>
      <LateHatch />
      <Box component="table" aria-label={label} sx={looks}>
        <colgroup>
          <col style={{ width: 260 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span style={visuallyHidden}>{translate('timeline.what')}</span>
            </th>
            <th scope="col">
              <span style={visuallyHidden}>{translate('timeline.when')}</span>
              <TimeAxis scale={scale} day={day} />
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                <GroupHead group={group} open={!folded.has(group.key)} onToggle={() => onToggle(group.key)} />
              </th>
            </tr>
            {folded.has(group.key) ? null : <ItemRows group={group} scale={scale} day={day} />}
          </tbody>
        ))}
      </Box>
    </Wide>
  )
}

/** The rows of one group; drawn anew only when what they show changes. */
const ItemRows = memo(function ItemRows({ group, scale, day }: { readonly group: Group; readonly scale: TimeScale; readonly day: string }) {
  const translate = useTranslate()
  // Plain links: hundreds of the router's own would take longer than the drawing.
  const home = useHref('/')
  return group.items.map((item) => {
    const sentence = itemSentence(item, translate)
    return (
      <tr key={item.id}>
        <th scope="row">
          <a href={`${home}${item.list}/${item.id}/show`} title={item.name}>
            {item.name}
          </a>
        </th>
        <td>
          {item.planned || item.ran ? (
            <ItemDrawing item={item} scale={scale} day={day} sentence={sentence} label={itemLabel(item, translate)} />
          ) : (
            <em>{sentence}</em>
          )}
        </td>
      </tr>
    )
  })
})

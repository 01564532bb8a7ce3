import { GlobalStyles, Link, ToggleButton, ToggleButtonGroup, Typography, useMediaQuery } from '@mui/material'
import { useMemo, useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { dayText } from '../kit/format'
import { Late } from '../kit/late'
import { Failed, Loading } from '../kit/loading'
import { onPhone, Page, PageHead } from '../kit/page'
import { sideways } from '../kit/print'
import { timeLineDocument } from './time-line.graphql'
import { TimeLineChart } from './time-line-chart'
import { cutLists, groupsOf } from './time-line-data'
import { TimeLineLegend } from './time-line-legend'
import { TimeLineList } from './time-line-list'

/** The work plan over time: what overlaps, what ran, what is late on the day spoken of; drawn, or as a list. */
export default function TimeLinePage() {
  const translate = useTranslate()
  const { current, asOf } = useProject()
  const id = current?.project.id
  const { data, error, refetch } = useAnswer(timeLineDocument, id ? { id, ids: [id], asOf } : null, { keepsFormer: true })
  const groups = useMemo(() => (data && asOf ? groupsOf(data, asOf) : null), [data, asOf])
  const phone = useMediaQuery(onPhone)
  const [view, setView] = useState<'chart' | 'list'>('chart')
  const { folded, toggle } = useFolded()
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (!data || !groups || !asOf) return <Loading />
  return (
    <Page>
      <GlobalStyles styles={sideways} />
      <PageHead
        title={translate('pages.timeline')}
        sentence={
          <>
            {translate('timeline.sentence', { day: dayText(asOf) })}
            <Late count={data.whole.nodes[0]?.late ?? 0} />
          </>
        }
        actions={
          phone ? null : (
            <ToggleButtonGroup size="small" exclusive value={view} onChange={(_, next) => next && setView(next)} aria-label={translate('timeline.view')}>
              <ToggleButton value="chart">{translate('chart.chart')}</ToggleButton>
              <ToggleButton value="list">{translate('timeline.list')}</ToggleButton>
            </ToggleButtonGroup>
          )
        }
      />
      {cutLists(data).map(({ list, shown, total }) => (
        <Typography key={list} variant="body2" sx={{ mb: 1 }}>
          <Link component={RouterLink} to={`/${list}`}>
            {translate('timeline.cut', { shown, total, name: translate(`resources.${list}.name`, { smart_count: 2 }) })}
          </Link>
        </Typography>
      ))}
      {phone || view === 'list' ? (
        <TimeLineList groups={groups} folded={folded} onToggle={toggle} />
      ) : (
        <>
          <TimeLineLegend />
          <TimeLineChart groups={groups} day={asOf} folded={folded} onToggle={toggle} />
        </>
      )}
    </Page>
  )
}

/** Which groups are folded: none at first. */
function useFolded() {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const toggle = (key: string) => setFolded((former) => (former.has(key) ? new Set([...former].filter((one) => one !== key)) : new Set([...former, key])))
  return { folded, toggle }
}

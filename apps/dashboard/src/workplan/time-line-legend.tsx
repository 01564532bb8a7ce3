import { useTranslate } from 'react-admin'
import { ChartMark, ChartMarks } from '../kit/chart-mark'
import { lateFill } from './time-line-drawing'

/** What the marks of the time line mean. */
export function TimeLineLegend() {
  const translate = useTranslate()
  return (
    <ChartMarks>
      <ChartMark text={translate('timeline.legend.planned')}>
        <rect x="0.5" y="1" width="23" height="10" rx="1.5" fill="var(--surface)" stroke="var(--line2)" />
      </ChartMark>
      <ChartMark text={translate('timeline.legend.vague')}>
        <rect x="0.5" y="1" width="23" height="10" rx="1.5" fill="var(--surface)" stroke="var(--line2)" strokeDasharray="3 2" />
      </ChartMark>
      <ChartMark text={translate('timeline.legend.ran')}>
        <rect y="3" width="24" height="6" rx="1.5" fill="var(--ink2)" />
      </ChartMark>
      <ChartMark text={translate('resources.milestones.name', { smart_count: 1 })}>
        <rect x="8" y="2" width="8" height="8" fill="var(--surface)" stroke="var(--ink2)" strokeWidth="1.5" transform="rotate(45 12 6)" />
      </ChartMark>
      <ChartMark text={translate('resources.deliverables.name', { smart_count: 1 })}>
        <rect x="8" y="2" width="8" height="8" fill="var(--surface)" stroke="var(--ink2)" strokeWidth="1.5" />
      </ChartMark>
      <ChartMark text={translate('timeline.legend.met')}>
        <rect x="8" y="2" width="8" height="8" fill="var(--ink2)" />
      </ChartMark>
      <ChartMark text={translate('timeline.legend.late')}>
        <rect x="0.5" y="2" width="23" height="8" fill={lateFill} stroke="var(--late)" />
      </ChartMark>
      <ChartMark text={translate('timeline.legend.formerEnd')}>
        <line x1="12" x2="12" y1="0" y2="12" stroke="var(--ink2)" strokeDasharray="2 2" />
      </ChartMark>
      <ChartMark text={translate('timeline.legend.day')}>
        <line x1="12" x2="12" y1="0" y2="12" stroke="var(--ink)" strokeWidth="2" />
      </ChartMark>
    </ChartMarks>
  )
}

import { useTranslate } from 'react-admin'
import { ChartMark, ChartMarks } from '../kit/chart-mark'

/** What the marks of the indicators' charts mean. */
export function ChartLegend({ withBand }: { withBand: boolean }) {
  const translate = useTranslate()
  return (
    <ChartMarks>
      <ChartMark text={translate('pilot.measured')}>
        <line x1="0" x2="24" y1="6" y2="6" stroke="var(--data)" strokeWidth="2" />
        <circle cx="12" cy="6" r="3.5" fill="var(--data)" />
      </ChartMark>
      <ChartMark text={translate('pilot.target')}>
        <line x1="0" x2="24" y1="6" y2="6" stroke="var(--ink2)" strokeDasharray="4 3" />
        <rect x="9" y="3" width="6" height="6" fill="var(--surface)" stroke="var(--ink2)" transform="rotate(45 12 6)" />
      </ChartMark>
      {withBand ? (
        <ChartMark text={translate('pilot.bandMark')}>
          <rect width="24" height="12" fill="var(--tintAccent)" stroke="var(--line2)" />
        </ChartMark>
      ) : null}
      <ChartMark text={translate('pilot.missing')}>
        <path d="M7 12 13 0M12 12 18 0M2 12 8 0" stroke="var(--hatch)" strokeWidth="2.5" />
      </ChartMark>
      <ChartMark text={translate('pilot.present')}>
        <line x1="12" x2="12" y1="0" y2="12" stroke="var(--line2)" strokeWidth="1.5" />
      </ChartMark>
    </ChartMarks>
  )
}

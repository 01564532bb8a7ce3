import { useTranslate } from 'react-admin'
import { dayText, percentText } from './format'
import { Late } from './late'
import type { LatePlace } from './late-list'

interface Props {
  readonly whole: { readonly achieved: number | null; readonly planned: number | null; readonly late: number } | undefined
  readonly day: string | null
  /** Where the pilots stand; none: all of them. */
  readonly at?: LatePlace
}

/** How pilots stand together: achieved against planned for the day spoken of, and what is late. */
export function ProgressSentence({ whole, day, at = {} }: Props) {
  const translate = useTranslate()
  if (!whole) return <span>{translate('stands.sentenceNone')}</span>
  if (whole.achieved === null) {
    return (
      <>
        <span>{translate('stands.sentenceNone')}</span>
        {whole.late > 0 ? <Late count={whole.late} at={at} /> : null}
      </>
    )
  }
  return (
    <>
      <span>{translate('stands.sentence', { achieved: percentText(whole.achieved), planned: percentText(whole.planned), day: day ? dayText(day) : '' })}</span>
      <Late count={whole.late} at={at} />
    </>
  )
}

import { useTranslate } from 'react-admin'
import { dayText, percentText } from './format'
import { Late } from './late'

interface Props {
  readonly whole: { readonly achieved: number | null; readonly planned: number | null; readonly late: number } | undefined
  readonly day: string | null
}

/** How pilots stand together: achieved against planned for the day spoken of, and what is late. */
export function ProgressSentence({ whole, day }: Props) {
  const translate = useTranslate()
  if (!whole || whole.achieved === null) return <span>{translate('stands.sentenceNone')}</span>
  return (
    <>
      <span>{translate('stands.sentence', { achieved: percentText(whole.achieved), planned: percentText(whole.planned), day: day ? dayText(day) : '' })}</span>
      <Late count={whole.late} />
    </>
  )
}

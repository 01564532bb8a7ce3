import { useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { setAddress } from '../api/address'
import { isSpokenOf } from '../api/address-parts'
import { dayOf, typedDay } from '../kit/typed'
import { TypedField } from '../kit/typed-field'

/** A day that is typed is spoken of as soon as it can be read; Back leads to the day before all typing. */
export default function OtherDay({ day }: { readonly day: string }) {
  const translate = useTranslate()
  const isFirst = useRef(true)
  const [text, setText] = useState(() => typedDay(day))
  const type = (typed: string) => {
    setText(typed)
    const { value } = dayOf(typed)
    if (!value || !isSpokenOf(value) || value === day) return
    setAddress({ asOf: value }, isFirst.current)
    isFirst.current = false
  }
  return <TypedField kind="day" label={translate('app.otherDay')} text={text} onType={type} />
}

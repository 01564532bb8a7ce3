import { isDay, shifted } from '@clusterpolisee/values'
import { useEffect, useState } from 'react'
import { FieldTitle, InputHelperText, useInput, useTranslate } from 'react-admin'
import { type Kind, typedDay, typedNumber, typedOf } from '../kit/typed'
import { TypedField } from '../kit/typed-field'

interface Props {
  readonly kind: Kind
  readonly source: string
  readonly label: string
  readonly helperText: string | false
  readonly isRequired: boolean
  readonly disabled: boolean
  /** Of numbers: the smallest that may be given. */
  readonly min?: number | undefined
  /** By which power of ten what is typed is greater than what is kept: 2 of what is typed in per cent. */
  readonly power?: number
}

/** An input of a form for a number or a day, typed as people write it. What cannot be read stays in the form as the text that it is, and is not saved. */
export function TypedInput({ kind, source, label, helperText, isRequired, disabled, min, power = 0 }: Props) {
  const translate = useTranslate()
  const { id, field, fieldState } = useInput({
    source,
    validate: (value: unknown) => {
      const fault = faultOf(kind, value)
      return fault && translate(fault)
    },
  })
  const [text, setText] = useState(() => textOf(kind, field.value, power))
  const kept = field.value === '' ? null : (field.value ?? null)
  useEffect(() => {
    // What comes from elsewhere, as a draft, is typed anew.
    setText((typed) => (keptOf(kind, typed, power) === kept ? typed : textOf(kind, kept, power)))
  }, [kind, kept, power])
  const type = (typed: string) => {
    setText(typed)
    field.onChange(keptOf(kind, typed, power))
  }
  return (
    <TypedField
      kind={kind}
      id={id}
      name={field.name}
      inputRef={field.ref}
      onBlur={field.onBlur}
      text={text}
      onType={type}
      min={min}
      label={<FieldTitle label={label} source={source} isRequired={isRequired} />}
      fault={fieldState.error ? '' : undefined}
      helperText={fieldState.error || helperText ? <InputHelperText error={fieldState.error?.message} helperText={helperText} /> : undefined}
      disabled={disabled}
      fullWidth
    />
  )
}

/** What a form keeps of a text: its value, or the text that cannot be read. */
function keptOf(kind: Kind, text: string, power: number): number | string | null {
  const { value, fault } = typedOf(kind, text)
  if (fault !== undefined) return text
  return typeof value === 'number' ? shifted(value, -power) : value
}

function textOf(kind: Kind, value: unknown, power: number): string {
  if (typeof value === 'number') return typedNumber(shifted(value, power))
  return kind === 'day' && isDay(String(value)) ? typedDay(String(value)) : String(value ?? '')
}

/** What is wrong with what a form keeps: a text where a number or a day is asked for. */
const faultOf = (kind: Kind, value: unknown): string | undefined => (typeof value === 'string' ? typedOf(kind, value).fault : undefined)

import { Link } from '@mui/material'
import { type RaRecord, useGetOne, useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { contract, type FieldFacts, fieldOf, labelKey, nameFields, nameOf, type RecordFacts } from '../api/contract'
import { useCurrency } from '../api/session'
import type { Translate } from '../api/translate'
import { languageText, partialDayText, percentText } from '../kit/format'
import { Status } from '../kit/status'
import { stay } from '../kit/stay'
import { useResource } from './room'
import { valueText } from './value-text'

/** A field's value in words. Unknown is shown as unknown, never as blank or zero. */
export function FieldValue({ field, record }: { field: FieldFacts; record: RaRecord }) {
  const translate = useTranslate()
  const currency = useCurrency(record.currency)
  const value: unknown = record[field.name]
  if (value === null || value === undefined) return field.emptyIsNone ? <>–</> : <em>{translate('app.unknown')}</em>
  if (field.kind === 'belongsTo' && field.target) return <RelatedName target={field.target} related={value as RaRecord} />
  if (field.code) return <CodeValue code={field.code} value={String(value)} record={record} />
  if (field.isState) return <Status status={String(value)} of={field.choices ?? ''} />
  if (field.kind === 'url') return <WebLink address={String(value)} />
  if (field.kind === 'day') return <>{partialDayText(String(value), record[`${field.name}Precision`])}</>
  const [other, ofOther] = field.percentWhere ?? []
  if (other && record[other] === ofOther) return <>{percentText(Number(value), 1)}</>
  return <>{valueText(field, value, translate, currency)}</>
}

/** A text that is a code, in words. */
function CodeValue({ code, value, record: { recordType } }: { code: NonNullable<FieldFacts['code']>; value: string; record: RaRecord }) {
  const translate = useTranslate()
  const named = contract.records[String(recordType)]
  switch (code) {
    case 'language':
      return <>{languageText(value)}</>
    case 'record':
      return <>{named ? translate(`resources.${named.plural}.name`, { smart_count: 1 }) : value}</>
    case 'field':
      return <>{named && fieldOf(named, value) ? translate(labelKey(named, value)) : value}</>
    case 'row':
      return <CitedRecord type={String(recordType)} id={value} />
  }
}

/** The record that a citation speaks of, by its name. */
function CitedRecord({ type, id }: { type: string; id: string }) {
  const plural = contract.records[type]?.plural ?? ''
  const { data } = useGetOne(plural, { id }, { onError: stay })
  if (!data) return <>…</>
  return (
    <Link component={RouterLink} to={`/${plural}/${id}/show`}>
      {nameOf(type, data)}
    </Link>
  )
}

/** A value as an input holds it: relations by their id, days as ISO, amounts in the currency of the record around. */
export function InputValue({ field, value }: { field: FieldFacts; value: unknown }) {
  const translate = useTranslate()
  const currency = useCurrency(useRecordContext()?.currency)
  if (value === null || value === undefined || value === '') return <em>{translate('record.empty')}</em>
  // What was a code before it became a record stands in the history as it was kept.
  if (field.kind === 'belongsTo' && field.target && isIdentity(String(value))) return <RelatedById target={field.target} id={String(value)} />
  return <>{valueText(field, value, translate, currency)}</>
}

const isIdentity = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

function RelatedById({ target, id }: { target: string; id: string }) {
  const { data } = useGetOne(contract.records[target]?.plural ?? '', { id })
  return <>{data ? nameOf(target, data) : '…'}</>
}

function RelatedName({ target, related }: { target: string; related: RaRecord }) {
  const translate = useTranslate()
  const plural = contract.records[target]?.plural
  const resource = useResource(plural)
  const name = nameOf(target, related) || translate(`resources.${plural}.name`, { smart_count: 1 })
  if (!resource || resource.linked === false) return <>{name}</>
  return (
    <Link component={RouterLink} to={`/${plural}/${related.id}/show`}>
      {name}
    </Link>
  )
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

const WebLink = ({ address }: { address: string }) => (
  <Link href={address} target="_blank" rel="noreferrer">
    {shortened(address.replace(/^https?:\/\//, ''))}
  </Link>
)

/** A row as its name is made of it: a choice and a moment that it is called by as people read them. */
export function namedInWords(facts: RecordFacts, row: RaRecord, translate: Translate): RaRecord {
  const spoken = nameFields(facts.name).flatMap((name) => {
    const field = fieldOf(facts, name)
    const isSpoken = (field?.kind === 'choice' || field?.kind === 'moment') && row[name] != null
    return field && isSpoken ? [[name, valueText(field, row[name], translate, '')]] : []
  })
  return { ...row, ...Object.fromEntries(spoken) }
}

import { Link } from '@mui/material'
import { type RaRecord, useGetOne, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { contract, type FieldFacts, nameOf } from '../app/contract'
import { countryText, dayText, momentText, moneyText, numberText, partialDayText, percentText } from '../app/format'

type Translate = (key: string, options?: Record<string, unknown>) => string

/** A field's value in words. Unknown is shown as unknown, never as blank or zero. */
export function FieldValue({ field, record }: { field: FieldFacts; record: RaRecord }) {
  const translate = useTranslate()
  const value: unknown = record[field.name]
  if (value === null || value === undefined) return field.emptyIsNone ? <>–</> : <em>{translate('app.unknown')}</em>
  if (field.kind === 'belongsTo' && field.target) return <RelatedName target={field.target} related={value as RaRecord} />
  if (field.kind === 'url') return <WebLink address={String(value)} />
  if (field.kind === 'day') return <>{partialDayText(String(value), record[`${field.name}Precision`])}</>
  return <>{valueText(field, value, translate)}</>
}

/** A value as an input holds it: relations by their id, days as ISO. */
export function InputValue({ field, value }: { field: FieldFacts; value: unknown }) {
  const translate = useTranslate()
  if (value === null || value === undefined || value === '') return <em>{translate('record.empty')}</em>
  if (field.kind === 'belongsTo' && field.target) return <RelatedById target={field.target} id={String(value)} />
  return <>{valueText(field, value, translate)}</>
}

function RelatedById({ target, id }: { target: string; id: string }) {
  const { data } = useGetOne(contract.records[target]?.plural ?? '', { id })
  return <>{data ? nameOf(target, data) : '…'}</>
}

const unlinked = new Set(['Project', 'User'])

function RelatedName({ target, related }: { target: string; related: RaRecord }) {
  const plural = contract.records[target]?.plural
  const name = nameOf(target, related)
  if (!plural || unlinked.has(target)) return <>{name}</>
  return (
    <Link component={RouterLink} to={`/${plural}/${related.id}/show`}>
      {name}
    </Link>
  )
}

const WebLink = ({ address }: { address: string }) => (
  <Link href={address} target="_blank" rel="noreferrer">
    {address.replace(/^https?:\/\//, '').slice(0, 60)}
  </Link>
)

/** A plain value of a field in words, as lists, pages and the history show it. */
export function valueText(field: Pick<FieldFacts, 'kind' | 'choices'>, value: unknown, translate: Translate): string {
  switch (field.kind) {
    case 'choice':
      return translate(`enums.${field.choices}.${String(value)}`)
    case 'day':
      return dayText(String(value))
    case 'moment':
      return momentText(String(value))
    case 'money':
      return moneyText(Number(value))
    case 'share':
      return percentText(Number(value))
    case 'integer':
    case 'decimal':
      return numberText(Number(value))
    case 'country':
      return String(value) === 'XX' ? translate('app.fictional') : countryText(String(value))
    case 'flag':
      return translate(value ? 'ra.boolean.true' : 'ra.boolean.false')
    case 'localised':
      return typeof value === 'object' && value !== null ? Object.values(value).join(' / ') : String(value)
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
}

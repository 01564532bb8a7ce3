import { Link } from '@mui/material'
import { type RaRecord, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { contract, type FieldFacts, nameField } from '../app/contract'
import { countryText, momentText, moneyText, numberText, partialDayText, percentText } from '../app/format'

/** A field's value in words. Unknown is shown as unknown, never as blank or zero. */
export function FieldValue({ field, record }: { field: FieldFacts; record: RaRecord }) {
  const translate = useTranslate()
  const value: unknown = record[field.name]
  if (value === null || value === undefined) return <em>{translate('app.unknown')}</em>
  if (field.kind === 'belongsTo' && field.target) return <RelatedName target={field.target} related={value as RaRecord} />
  return <>{valueText(field, value, record, translate)}</>
}

function RelatedName({ target, related }: { target: string; related: RaRecord }) {
  const name = String(related[nameField(target)] ?? '')
  const plural = contract.records[target]?.plural
  return plural && target !== 'Project' && target !== 'User' ? (
    <Link component={RouterLink} to={`/${plural}/${related.id}/show`}>
      {name}
    </Link>
  ) : (
    name
  )
}

function valueText(field: FieldFacts, value: unknown, record: RaRecord, translate: (key: string) => string): string {
  switch (field.kind) {
    case 'choice':
      return translate(`enums.${field.choices}.${String(value)}`)
    case 'day':
      return partialDayText(String(value), record[`${field.name}Precision`])
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
      return countryText(String(value))
    case 'flag':
      return translate(value ? 'ra.boolean.true' : 'ra.boolean.false')
    default:
      return String(value)
  }
}

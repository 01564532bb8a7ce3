import type { FieldFacts } from '../api/contract'
import type { Translate } from '../api/translate'
import { currencyText, dayText, momentText, moneyText, numberText, percentText, realCountry } from '../kit/format'

/** A plain value of a field in words, as lists, pages and the history show it; an amount in its currency. */
export function valueText(field: Pick<FieldFacts, 'kind' | 'choices'>, value: unknown, translate: Translate, currency: string): string {
  switch (field.kind) {
    case 'choice':
      return translate(`enums.${field.choices}.${String(value)}`)
    case 'day':
      return dayText(String(value))
    case 'moment':
      return momentText(String(value))
    case 'money':
      return moneyText(Number(value), currency)
    case 'currency':
      return currencyText(String(value))
    case 'share':
      return percentText(Number(value))
    case 'integer':
    case 'decimal':
      return numberText(Number(value))
    case 'country':
      return realCountry(String(value)) ?? translate('app.fictional')
    case 'flag':
      return translate(value ? 'ra.boolean.true' : 'ra.boolean.false')
    case 'localised':
      return typeof value === 'object' && value !== null ? Object.values(value).join(' / ') : String(value)
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
}

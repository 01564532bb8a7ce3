import { SearchInput, SelectInput, useTranslate } from 'react-admin'
import { contract, type FieldFacts, labelKey, type RecordFacts } from '../api/contract'
import { choicesOf, RelatedInput } from './record-inputs'

/** Search and choices stand open; relations can be added. */
export function useFilters(record: RecordFacts, shown: readonly FieldFacts[]) {
  const translate = useTranslate()
  const label = (field: FieldFacts) => translate(labelKey(record, field.name))
  const search = record.fields.some((field) => field.search) ? [<SearchInput key="q" source="q" alwaysOn placeholder={translate('ra.action.search')} />] : []
  const choices = shown
    .filter((field) => field.kind === 'choice')
    .map((field) => (
      <SelectInput
        key={field.name}
        source={`${field.name}.eq`}
        label={label(field)}
        choices={choicesOf(field.choices ?? '', translate)}
        helperText={false}
        alwaysOn
      />
    ))
  const relations = shown.flatMap((field) => {
    const target = contract.records[field.target ?? '']
    return target ? [<RelatedInput key={field.name} source={`${field.name}.id.eq`} label={label(field)} target={target} />] : []
  })
  return [...search, ...choices, ...relations]
}

import { AutocompleteInput, BooleanInput, DateInput, NumberInput, ReferenceInput, SelectInput, TextInput, useTranslate } from 'react-admin'
import { contract, enumValues, type FieldFacts, inputFields, labelKey, nameOf, type RecordFacts } from '../app/contract'
import { countryText } from '../app/format'
import { useProject } from '../app/session'

/** The inputs of a record, each by the kind of its field; faults of the gateway appear at the field. */
export function RecordInputs({ record, mode, without = [] }: { record: RecordFacts; mode: 'create' | 'update'; without?: readonly string[] }) {
  return (
    <>
      {inputFields(record, mode)
        .filter((field) => !without.includes(field.name))
        .map((field) => (
          <FieldInput key={field.name} record={record} field={field} />
        ))}
    </>
  )
}

/** One input, labelled and helped by the contract's words. */
export function FieldInput({ record, field }: { record: RecordFacts; field: FieldFacts }) {
  const translate = useTranslate()
  const label = translate(labelKey(record, field.name))
  const help = translate(`resources.${record.plural}.help.${field.name}`, { _: '' })
  const shared = { label, helperText: help || false, isRequired: field.required, fullWidth: true } as const
  switch (field.kind) {
    case 'belongsTo':
      return <RelationInput field={field} label={label} help={help} />
    case 'choice':
      return <SelectInput source={field.name} {...shared} choices={choicesOf(field.choices ?? '', translate)} />
    case 'country':
      return <AutocompleteInput source={field.name} {...shared} choices={countries(translate('app.fictional'))} />
    case 'day':
      return <DateInput source={field.name} {...shared} />
    case 'flag':
      return <BooleanInput source={field.name} label={label} helperText={help || false} />
    case 'integer':
    case 'decimal':
    case 'money':
    case 'share':
      return <NumberInput source={field.name} {...shared} />
    case 'localised':
      return <LocalisedInput field={field} label={label} />
    default:
      return <TextInput source={field.name} {...shared} multiline={field.kind === 'longText'} />
  }
}

/** An enum's values with their words. */
export const choicesOf = (choices: string, translate: (key: string) => string) =>
  enumValues(choices).map((id) => ({ id, name: translate(`enums.${choices}.${id}`) }))

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])

/** Every country by its name, and what is fictional. */
function countries(fictional: string): { id: string; name: string }[] {
  const named = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !noCountries.has(code) && countryText(code) !== code)
    .map((id) => ({ id, name: countryText(id) }))
  return [...named.sort((a, b) => a.name.localeCompare(b.name)), { id: 'XX', name: fictional }]
}

const LocalisedInput = ({ field, label }: { field: FieldFacts; label: string }) => (
  <>
    <TextInput source={`${field.name}Translations.en`} label={`${label} (English)`} isRequired={field.required} helperText={false} fullWidth />
    <TextInput source={`${field.name}Translations.it`} label={`${label} (Italiano)`} helperText={false} fullWidth />
  </>
)

function RelationInput({ field, label, help }: { field: FieldFacts; label: string; help: string }) {
  const { current } = useProject()
  const target = contract.records[field.target ?? '']
  if (!target) return null
  const scoped = target.fields.some((candidate) => candidate.name === 'project')
  const filter = scoped && current ? { project: { id: { eq: current.project.id } } } : {}
  return (
    <ReferenceInput source={field.inputName} reference={target.plural} filter={filter} perPage={200} sort={{ field: 'id', order: 'ASC' }}>
      <AutocompleteInput
        label={label}
        optionText={(row: Record<string, unknown>) => nameOf(target.name, row)}
        filterToQuery={() => ({})}
        isRequired={field.required}
        helperText={help || false}
        fullWidth
      />
    </ReferenceInput>
  )
}

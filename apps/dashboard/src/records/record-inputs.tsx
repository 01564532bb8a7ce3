import { BooleanInput, DateInput, NumberInput, ReferenceInput, SelectInput, TextInput, useTranslate } from 'react-admin'
import { contract, type FieldFacts, nameField, type RecordFacts } from '../app/contract'
import { enumValues } from '../app/data-provider'
import { useProject } from '../app/session'

/** The inputs of a record, each by the kind of its field; faults of the gateway appear at the field. */
export function RecordInputs({ record, mode }: { record: RecordFacts; mode: 'create' | 'update' }) {
  const fields = record.fields.filter((field) => (field.input === 'always' || (mode === 'create' && field.input === 'create')) && field.name !== 'project')
  return (
    <>
      {fields.map((field) => (
        <FieldInput key={field.name} field={field} />
      ))}
    </>
  )
}

function FieldInput({ field }: { field: FieldFacts }) {
  const translate = useTranslate()
  const shared = { label: field.label, helperText: field.help ?? false, isRequired: field.required } as const
  switch (field.kind) {
    case 'belongsTo':
      return <RelationInput field={field} />
    case 'choice':
      return (
        <SelectInput
          source={field.name}
          {...shared}
          choices={enumValues(field.choices ?? '').map((id) => ({ id, name: translate(`enums.${field.choices}.${id}`) }))}
        />
      )
    case 'day':
      return <DateInput source={field.name} {...shared} />
    case 'flag':
      return <BooleanInput source={field.name} label={field.label} helperText={field.help ?? false} />
    case 'integer':
    case 'decimal':
    case 'money':
    case 'share':
      return <NumberInput source={field.name} {...shared} />
    case 'localised':
      return <LocalisedInput field={field} />
    default:
      return <TextInput source={field.name} {...shared} multiline={field.kind === 'longText'} fullWidth />
  }
}

const LocalisedInput = ({ field }: { field: FieldFacts }) => (
  <>
    <TextInput source={`${field.name}Translations.en`} label={`${field.label} (English)`} isRequired={field.required} helperText={false} />
    <TextInput source={`${field.name}Translations.it`} label={`${field.label} (Italian)`} helperText={false} />
  </>
)

function RelationInput({ field }: { field: FieldFacts }) {
  const { current } = useProject()
  const target = contract.records[field.target ?? '']
  if (!target) return null
  const scoped = target.fields.some((candidate) => candidate.name === 'project')
  const filter = scoped && current ? { project: { id: { eq: current.project.id } } } : {}
  return (
    <ReferenceInput source={field.inputName} reference={target.plural} filter={filter} perPage={200}>
      <SelectInput label={field.label} optionText={nameField(target.name)} isRequired={field.required} helperText={field.help ?? false} />
    </ReferenceInput>
  )
}

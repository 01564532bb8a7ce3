import { SelectInput, useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { contract, labelKey, recordOf } from '../api/contract'
import RecordCreate from '../records/record-create'
import RecordEdit from '../records/record-edit'
import { RecordInputs } from '../records/record-inputs'

const citations = recordOf('citations')

/** Says what a fact rests on; of which record, the address tells. */
export const CitationCreate = () => (
  <RecordCreate>
    <CitedField />
    <RecordInputs record={citations} mode="create" without={codes} />
  </RecordCreate>
)

export const CitationEdit = () => (
  <RecordEdit>
    <CitedField />
    <RecordInputs record={citations} mode="update" without={codes} />
  </RecordEdit>
)

const codes = ['recordType', 'recordId', 'field']

/** The fields of the record that is spoken of, by their words. */
function CitedField() {
  const translate = useTranslate()
  const cited = contract.records[String(useWatch({ name: 'recordType' }))]
  const fields = cited?.fields.filter(({ input, name }) => input !== 'none' && name !== 'project') ?? []
  const choices = cited ? fields.map(({ name }) => ({ id: name, name: translate(labelKey(cited, name)) })) : []
  return (
    <SelectInput
      source="field"
      label={translate(labelKey(citations, 'field'))}
      helperText={translate('resources.citations.help.field')}
      choices={choices}
      fullWidth
    />
  )
}

import { FICTIONAL } from '@clusterpolisee/values'
import { Box, Button } from '@mui/material'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import {
  AutocompleteInput,
  BooleanInput,
  type RaRecord,
  ReferenceInput,
  SelectInput,
  TextInput,
  useChoicesContext,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { isOfAxes } from '../api/axes'
import { contract, enumValues, type FieldFacts, fieldOf, inputFields, labelKey, nameOf, type RecordFacts } from '../api/contract'
import { useCurrency, useProject } from '../api/session'
import type { Translate } from '../api/translate'
import { countryChoices, currencyText, dayText } from '../kit/format'
import { Markdown } from '../kit/markdown'
import { useResource } from './room'
import { TypedInput } from './typed-input'

interface InputsProps {
  readonly record: RecordFacts
  readonly mode: 'create' | 'update'
  readonly without?: readonly string[]
  /** What is asked in a group beside fields of the record. */
  readonly beside?: Readonly<Record<string, ReactNode>>
}

/** The inputs of a record, each by the kind of its field, in groups where the room says so, save what this person may not see; faults of the gateway appear at the field. */
export function RecordInputs({ record, mode, without = [], beside = {} }: InputsProps) {
  const translate = useTranslate()
  const row = useRecordContext<RaRecord>()
  const groups = useResource(record.plural)?.groups
  const { current } = useProject()
  const hidden = mode === 'create' ? hiddenIn(record, current?.project.hides) : (row?.hidden as readonly string[] | undefined)
  const fields = inputFields(record, mode).filter(
    (field) => !without.includes(field.name) && !hidden?.includes(field.name) && isOfAxes(field, current?.project.axes),
  )
  const inputs = (of: readonly FieldFacts[]) => of.map((field) => <FieldInput key={field.name} record={record} field={field} />)
  if (!groups) return <>{inputs(fields)}</>
  return (
    <>
      {grouped(fields, groups).map(([name, of]) =>
        of.length > 0 || beside[name] ? (
          <Box key={name} component="fieldset" sx={groupSx}>
            <legend>{translate(`groups.${name}`)}</legend>
            {inputs(of)}
            {beside[name]}
          </Box>
        ) : null,
      )}
    </>
  )
}

const groupSx = { border: 0, borderTop: '1px solid var(--line)', m: 0, mb: 1, p: 0, pt: 1, width: '100%', minWidth: 0, '& > legend': { pr: 1 } } as const

/** Fields by their groups, in the order of these; the rest comes last. */
function grouped(fields: readonly FieldFacts[], groups: Readonly<Record<string, readonly string[]>>): [name: string, fields: FieldFacts[]][] {
  const named = Object.entries(groups).map(([name, of]): [string, FieldFacts[]] => [name, of.flatMap((one) => fields.filter((field) => field.name === one))])
  const placed = new Set(named.flatMap(([, of]) => of))
  return [...named, ['more', fields.filter((field) => !placed.has(field))]]
}

/** Fields of a record that whoever adds one would not see of it; the project names them as `pilots.budget`. */
const hiddenIn = ({ plural, fields }: RecordFacts, hides: readonly string[] = []): string[] =>
  fields.map(({ name }) => name).filter((name) => hides.includes(`${plural}.${name}`))

interface InputProps {
  readonly record: RecordFacts
  readonly field: FieldFacts
  /** Shown, and not to be changed. */
  readonly locked?: boolean
}

/** One input, labelled and helped by the contract's words. */
export function FieldInput(props: InputProps) {
  return props.field.onlyWhere ? <WhereAsked {...props} where={props.field.onlyWhere} /> : <AnyInput {...props} />
}

/** An input that is asked for only beside one value of another; it is empty beside any other. */
function WhereAsked({ where: [other, value], ...props }: InputProps & { where: readonly [string, string] }) {
  const { setValue, getValues } = useFormContext()
  const isAsked = useWatch({ name: other }) === value
  const { name } = props.field
  useEffect(() => {
    if (!isAsked && (getValues(name) ?? null) !== null) setValue(name, null, { shouldDirty: true })
  }, [isAsked, name, getValues, setValue])
  return isAsked ? <AnyInput {...props} /> : null
}

function AnyInput({ record, field, locked = false }: InputProps) {
  const translate = useTranslate()
  const label = translate(labelKey(record, field.name))
  const help = translate(`resources.${record.plural}.help.${field.name}`, { _: '' })
  const shared = { label, helperText: help || false, isRequired: field.required, disabled: locked, fullWidth: true } as const
  switch (field.kind) {
    case 'belongsTo': {
      const target = contract.records[field.target ?? '']
      return target ? <RelatedInput target={target} source={field.inputName} within={field.within} label={label} help={help} required={field.required} /> : null
    }
    case 'choice':
      return <SelectInput source={field.name} {...shared} choices={choicesOf(field.choices ?? '', translate)} />
    case 'country':
      return <CountryInput source={field.name} {...shared} />
    case 'day':
      return <TypedInput kind="day" source={field.name} {...shared} />
    case 'timeZone':
      return <AutocompleteInput source={field.name} {...shared} choices={timeZones} />
    case 'currency':
      return <AutocompleteInput source={field.name} {...shared} choices={currencies()} />
    case 'flag':
      return <BooleanInput source={field.name} label={label} helperText={help || false} />
    case 'decimal':
      return field.percentWhere ? (
        <MaybePercent source={field.name} where={field.percentWhere} {...shared} />
      ) : (
        <TypedInput kind="number" source={field.name} min={field.min} {...shared} />
      )
    case 'money':
      return <AmountInput source={field.name} {...shared} />
    case 'integer':
    case 'share':
      return <TypedInput kind="number" source={field.name} min={field.min} {...shared} />
    case 'localised':
      return <LocalisedInput field={field} label={label} help={help} />
    case 'longText':
      return field.markdown ? <MarkdownInput source={field.name} {...shared} /> : <TextInput source={field.name} {...shared} multiline />
    default:
      return <TextInput source={field.name} {...shared} />
  }
}

interface PlainInputProps {
  readonly source: string
  readonly label: string
  readonly helperText: string | false
  readonly isRequired: boolean
  readonly disabled: boolean
  readonly fullWidth: true
}

/** A text in Markdown, with a look at what it becomes. */
function MarkdownInput(props: PlainInputProps) {
  const translate = useTranslate()
  const [isSeen, setSeen] = useState(false)
  const text: unknown = useWatch({ name: props.source })
  return (
    <Box sx={{ mb: 1.5 }}>
      <TextInput {...props} multiline minRows={6} helperText={props.helperText || translate('record.markdown')} />
      <Button size="small" onClick={() => setSeen(!isSeen)} aria-expanded={isSeen}>
        {translate('record.preview')}
      </Button>
      {isSeen && typeof text === 'string' ? (
        <Box role="region" aria-label={translate('record.preview')} sx={{ border: '1px solid var(--line)', borderRadius: 1, px: 1.5, py: 0.5 }}>
          <Markdown text={text} />
        </Box>
      ) : null}
    </Box>
  )
}

interface MaybePercentProps extends PlainInputProps {
  readonly where: readonly [string, string]
}

/** An amount, which says in what currency. */
function AmountInput({ label, ...rest }: PlainInputProps) {
  const currency = useCurrency(useWatch({ name: 'currency' }))
  return <TypedInput kind="number" {...rest} label={`${label} (${currency})`} />
}

/** A number that is typed in per cent beside one value of another field, and kept as a fraction. */
function MaybePercent({ where: [other, value], label, ...rest }: MaybePercentProps) {
  const isPercent = useWatch({ name: other }) === value
  return <TypedInput key={String(isPercent)} kind="number" {...rest} label={isPercent ? `${label} (%)` : label} power={isPercent ? 2 : 0} />
}

/** An enum's values with their words. */
export const choicesOf = (choices: string, translate: Translate) => enumValues(choices).map((id) => ({ id, name: translate(`enums.${choices}.${id}`) }))

/** Time zones by their names, which are the same in every language. */
const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({ id, name: id.replaceAll('_', ' ') }))

/** Every currency by its name and code. */
const currencies = () => Intl.supportedValuesOf('currency').map((id) => ({ id, name: currencyText(id) }))

/** Every country by its name; in the demonstration, what is fictional too. */
function CountryInput(props: PlainInputProps) {
  const translate = useTranslate()
  const { current } = useProject()
  const fictional = current?.project.demonstration ? [{ id: FICTIONAL, name: translate('app.fictional') }] : []
  return <AutocompleteInput {...props} choices={[...countryChoices(), ...fictional]} />
}

const LocalisedInput = ({ field, label, help }: { field: FieldFacts; label: string; help: string }) => (
  <>
    <TextInput source={`${field.name}Translations.en`} label={`${label} (English)`} isRequired={field.required} helperText={help || false} fullWidth />
    <TextInput source={`${field.name}Translations.it`} label={`${label} (Italiano)`} helperText={false} fullWidth />
  </>
)

interface RelationProps {
  readonly target: RecordFacts
  readonly source: string
  readonly label: string
  /** Both belong to the same record by this relation. */
  readonly within?: string | undefined
  readonly help?: string
  readonly required?: boolean
}

/** A choice of a related record of the open project, and of what the form belongs to as well: long lists are searched, short ones shown whole. */
export function RelatedInput({ target, source, label, within, help = '', required = false }: RelationProps) {
  const { current } = useProject()
  const whole: unknown = useWatch({ name: `${within ?? ''}Id` })
  const ofProject = fieldOf(target, 'project') && current ? { project: { id: { eq: current.project.id } } } : {}
  const ofWhole = within && whole ? { [within]: { id: { eq: whole } } } : {}
  const filter = { ...ofProject, ...ofWhole }
  const isSearched = target.fields.some((field) => field.search)
  return (
    <ReferenceInput source={source} reference={target.plural} filter={filter} perPage={isSearched ? 50 : 200} sort={{ field: 'id', order: 'ASC' }}>
      <RelatedChoice target={target} label={label} help={help} required={required} isSearched={isSearched} source={source} />
    </ReferenceInput>
  )
}

function RelatedChoice({ target, source, label, help, required, isSearched }: RelationProps & { readonly isSearched: boolean }) {
  const Missed = useResource(target.plural)?.missed
  const translate = useTranslate()
  const { asOf } = useProject()
  const shared = {
    label,
    isRequired: required ?? false,
    helperText: help || false,
    fullWidth: true,
    optionText: (row: Record<string, unknown>) => choiceText(target, row, asOf, translate),
  } as const
  return (
    <>
      {isSearched ? <AutocompleteInput {...shared} filterToQuery={(q: string) => ({ q })} sx={{ minWidth: 200 }} /> : <SelectInput {...shared} />}
      {required ? <TheOnlyOne source={source} /> : null}
      {Missed ? (
        <Suspense fallback={null}>
          <Missed />
        </Suspense>
      ) : null}
    </>
  )
}

/** What a choice is called; one that had left by the day spoken of says so, for what is of its time may still be its own. */
function choiceText(target: RecordFacts, row: Record<string, unknown>, asOf: string | null, translate: Translate): string {
  const name = nameOf(target.name, row)
  const until = target.lasts ? row[target.lasts[1]] : null
  if (!asOf || typeof until !== 'string' || until > asOf) return name
  return translate('record.leftOn', { name, day: dayText(until) })
}

/** Chooses what is needed where there is one to choose. */
function TheOnlyOne({ source }: { source: string }) {
  const { setValue } = useFormContext()
  const given: unknown = useWatch({ name: source })
  const { total, allChoices, filterValues } = useChoicesContext<RaRecord>()
  const only = total === 1 && !filterValues.q ? allChoices?.[0]?.id : undefined
  useEffect(() => {
    if (only === undefined || given) return
    // A list that is known already is there before the form has begun, which then begins with nothing: it is chosen once that is over.
    const timer = setTimeout(() => setValue(source, only))
    return () => clearTimeout(timer)
  }, [only, source, given, setValue])
  return null
}

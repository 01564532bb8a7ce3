import AddOutlined from '@mui/icons-material/AddOutlined'
import { Box, Button, Link, Typography } from '@mui/material'
import { type RaRecord, useGetManyReference, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { fieldOf, labelKey, nameOf, type RecordFacts } from '../api/contract'
import { numberText } from '../kit/format'
import { Section } from '../kit/page'
import { FieldValue } from './field-value'

interface Props {
  readonly child: RecordFacts
  /** The child's field that points to the parent. */
  readonly by: string
  readonly parent: RaRecord
  /** What is said of each beside its name. */
  readonly beside: readonly string[]
  /** Whether this person may add one here. */
  readonly adds: boolean
  /** Those that are known already; they are asked for else. */
  readonly known?: readonly RaRecord[]
}

/** The records that belong to another, with a way to add one. */
export function Children({ child, by, parent, beside, adds, known }: Props) {
  const translate = useTranslate()
  const reference = { target: by, id: parent.id, pagination: { page: 1, perPage: 100 }, sort: { field: 'id', order: 'ASC' } } as const
  const { data, total = 0 } = useGetManyReference(child.plural, reference, { enabled: known === undefined })
  const given = new URLSearchParams({ source: JSON.stringify({ [`${by}Id`]: parent.id, projectId: parent.project?.id ?? parent.id }) })
  const rows = known ?? data ?? []
  const name = translate(`resources.${child.plural}.name`, { smart_count: 1 })
  if (rows.length === 0 && !adds) return null
  return (
    <Section
      title={translate(`resources.${child.plural}.name`, { smart_count: 2 })}
      actions={
        adds && child.verbs.includes('create') ? (
          <Button component={RouterLink} to={`/${child.plural}/create?${given}`} size="small" startIcon={<AddOutlined />}>
            {translate('list.add', { name })}
          </Button>
        ) : null
      }
    >
      {rows.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {translate('list.none')}
        </Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => (
          <Box
            component="li"
            key={row.id}
            sx={{ py: 0.75, borderBottom: '1px solid var(--line)', display: 'flex', flexWrap: 'wrap', columnGap: 2, fontSize: 13 }}
          >
            <Link component={RouterLink} to={`/${child.plural}/${row.id}/show`} sx={{ fontSize: 14 }}>
              {nameOf(child.name, row, by) || <OwnName child={child} field={beside[0]} row={row} />}
            </Link>
            {beside
              .filter((field, index) => row[field] !== null && row[field] !== undefined && (index > 0 || nameOf(child.name, row, by) !== ''))
              .map((field) => (
                <Beside key={field} child={child} field={field} row={row} />
              ))}
          </Box>
        ))}
      </Box>
      {known === undefined && total > rows.length ? (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {translate('list.more', { shown: numberText(rows.length), total: numberText(total) })}
        </Typography>
      ) : null}
    </Section>
  )
}

interface FieldProps {
  readonly child: RecordFacts
  readonly field: string
  readonly row: RaRecord
}

/** One thing that is said beside a name; days, money and shares say what they are. */
function Beside({ child, field, row }: FieldProps) {
  const translate = useTranslate()
  const facts = fieldOf(child, field)
  if (!facts) return null
  const isBare = ['day', 'share'].includes(facts.kind)
  return (
    <span>
      {isBare ? <Box component="span" sx={{ color: 'text.secondary' }}>{`${translate(labelKey(child, field))}: `}</Box> : null}
      <FieldValue field={facts} record={row} />
    </span>
  )
}

/** A record without a name and without a relation is called by the first thing that is said of it, else by its kind. */
function OwnName({ child, field = '', row }: Omit<FieldProps, 'field'> & { field?: string | undefined }) {
  const translate = useTranslate()
  const facts = fieldOf(child, field)
  return facts && row[field] ? <FieldValue field={facts} record={row} /> : translate(`resources.${child.plural}.name`, { smart_count: 1 })
}

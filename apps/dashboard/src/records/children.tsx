import { Box, Button, Link, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { type RaRecord, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { nameField, type RecordFacts } from '../app/contract'
import { dataProvider } from '../app/data-provider'

/** The records that belong to another, with a way to add one. */
export function Children({ child, by, parent }: { child: RecordFacts; by: string; parent: RaRecord }) {
  const translate = useTranslate()
  const { data } = useQuery({
    queryKey: [child.plural, 'of', by, parent.id],
    queryFn: () =>
      dataProvider.getManyReference(child.plural, {
        target: by,
        id: parent.id,
        filter: {},
        pagination: { page: 1, perPage: 100 },
        sort: { field: 'id', order: 'ASC' },
      }),
  })
  const given = new URLSearchParams({ source: JSON.stringify({ [`${by}Id`]: parent.id, projectId: parent.project?.id }) })
  return (
    <Box component="section" sx={{ mt: 4, maxWidth: 860 }}>
      <Typography variant="h2" sx={{ borderBottom: '1px solid var(--line)', pb: 1 }}>
        {child.labels}
      </Typography>
      {data?.data.map((row) => (
        <Box key={row.id} sx={{ py: 0.75, borderBottom: '1px solid var(--line)' }}>
          <Link component={RouterLink} to={`/${child.plural}/${row.id}/show`}>
            {String(row[nameField(child.name)] ?? row.name ?? row.partner?.shortName ?? child.label)}
          </Link>
        </Box>
      ))}
      {child.verbs.includes('create') ? (
        <Button component={RouterLink} to={`/${child.plural}/create?${given}`} size="small" sx={{ mt: 1 }}>
          {translate('ra.action.create')}: {child.label}
        </Button>
      ) : null}
    </Box>
  )
}

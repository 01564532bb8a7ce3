import { Box, Link, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { momentText } from '../kit/format'
import { Section } from '../kit/page'
import { toBeErasedDocument } from './access.graphql'

const YEARS = 3

interface Listed {
  readonly id: string
  readonly displayName: string
  readonly at: string | null
}

/** Whom an administrator should think of: who asked to be erased, and accounts that were closed years ago. Nobody is erased by itself. */
export function ToBeErased() {
  const translate = useTranslate()
  const [closedBefore] = useState(yearsAgo)
  const { data } = useAnswer(toBeErasedDocument, { closedBefore })
  if (!data) return null
  const asked = data.asked.nodes.map(({ erasureAskedAt: at, ...person }) => ({ ...person, at }))
  const closed = data.closed.nodes.map(({ archivedAt: at, ...person }) => ({ ...person, at }))
  return (
    <Section title={translate('erasure.people')}>
      {asked.length + closed.length === 0 ? <Typography>{translate('erasure.nobody')}</Typography> : null}
      <People words="erasure.askedOn" people={asked} />
      <People words="erasure.closedOn" people={closed} />
    </Section>
  )
}

function yearsAgo(): string {
  const day = new Date()
  day.setFullYear(day.getFullYear() - YEARS)
  return day.toISOString()
}

function People({ words, people }: { words: string; people: readonly Listed[] }) {
  const translate = useTranslate()
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {people.map(({ id, displayName, at }) => (
        <li key={id}>
          <Link component={RouterLink} to={`/users/${id}/show`}>
            {displayName}
          </Link>{' '}
          {translate(words, { at: at ? momentText(at) : '' })}
        </li>
      ))}
    </Box>
  )
}

import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { AnswerOf } from '../api/document'
import { ask } from '../api/graphql'
import { AskedButton } from '../kit/asked-button'
import { momentText } from '../kit/format'
import { Section } from '../kit/page'
import { type accountDocument, joinAccountDocument, partAccountDocument } from './access.graphql'
import { VisitButton } from './visit-button'
import { useProviders, VisitResult } from './visit-result'

interface Props {
  readonly accounts: AnswerOf<typeof accountDocument>['providerAccounts']['nodes']
  readonly onDone: () => void
}

/** One's accounts at providers of identities: which are joined, how to join one, and to part it. */
export function JoinedAccounts({ accounts, onDone }: Props) {
  const translate = useTranslate()
  const providers = useProviders()
  const part = (id: string) => ask(partAccountDocument, { id }).then(onDone)
  if (providers.length === 0 && accounts.length === 0) return null
  return (
    <Section title={translate('resources.providerAccounts.name', { smart_count: 2 })}>
      <VisitResult />
      <Typography variant="body2" sx={{ mb: 1 }}>
        {translate('providers.text')} {accounts.length > 0 ? null : translate('providers.none')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {accounts.map(({ id, provider, email, usedAt }) => {
          const name = providers.find(({ key }) => key === provider)?.name ?? provider
          return (
            <Box component="li" key={id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', py: 1, borderBottom: '1px solid var(--line)' }}>
              <strong>{name}</strong>
              <span>{email}</span>
              <Typography variant="body2">{usedAt ? translate('providers.used', { at: momentText(usedAt) }) : translate('providers.unused')}</Typography>
              <AskedButton
                size="small"
                deed={translate('providers.part')}
                label={`${translate('providers.part')}: ${[name, email].filter(Boolean).join(', ')}`}
                title={`${translate('providers.part')}: ${[name, email].filter(Boolean).join(', ')}`}
                text={translate('providers.partText')}
                onDeed={() => part(id)}
              />
            </Box>
          )
        })}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        {providers.map(({ key, name }) => (
          <VisitButton key={key} document={joinAccountDocument} provider={key} label={translate('providers.join', { name })} />
        ))}
      </Box>
    </Section>
  )
}

import { Alert, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { useAnswer } from '../api/use-answer'
import { countryChoices } from '../kit/format'
import { Page, PageHead, Section } from '../kit/page'
import { type Answers, DialogForm } from '../kit/questions'
import { createProjectDocument, installationDocument } from './access.graphql'
import { PasswordLinks } from './password-links'
import { ToBeErased } from './to-be-erased'

/** What only an administrator does: new projects, mail, people. */
export default function Administration() {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const { data } = useAnswer(installationDocument, {})
  const project = (name: string) => translate(`resources.projects.fields.${name}`)
  const save = async (answers: Answers<'acronym' | 'title' | 'leadName' | 'leadEmail' | 'country'>) => {
    const answer = await ask(createProjectDocument, { ...answers, country: answers.country || null })
    setOpen(false)
    setMade(answer.createProject.invitation.link ?? translate('administration.mailed', { email: answers.leadEmail }))
  }
  return (
    <Page>
      <PageHead
        title={translate('rooms.administration')}
        sentence={translate('administration.sentence')}
        actions={
          <Button variant="contained" onClick={() => setOpen(true)}>
            {translate('administration.newProject')}…
          </Button>
        }
      />
      {made ? (
        <Alert severity="info" sx={{ mb: 2, overflowWrap: 'anywhere' }} onClose={() => setMade(null)} closeText={translate('ra.action.close')}>
          {translate('administration.projectMade')} <code>{made}</code>
        </Alert>
      ) : null}
      <Section title={translate('administration.mail')}>
        <Typography>{data ? translate(data.installation.mailEnabled ? 'administration.mailOn' : 'administration.mailOff') : null}</Typography>
      </Section>
      {data && !data.installation.mailEnabled ? <PasswordLinks /> : null}
      <ToBeErased />
      {open ? (
        <DialogForm
          title={translate('administration.newProject')}
          text={translate('administration.newProjectText')}
          questions={[
            { name: 'acronym', label: project('acronym') },
            { name: 'title', label: project('title') },
            { name: 'leadName', label: translate('administration.leadName') },
            { name: 'leadEmail', label: translate('administration.leadEmail'), type: 'email' },
            { name: 'country', label: translate('administration.leadCountry'), help: translate('administration.leadCountryHelp'), choices: countryChoices() },
          ]}
          deed={translate('administration.newProject')}
          onClose={() => setOpen(false)}
          onSubmit={save}
        />
      ) : null}
    </Page>
  )
}

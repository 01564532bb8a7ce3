import { Box, Link, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Navigate, Link as RouterLink, useLocation } from 'react-router-dom'
import { signIn, useReloadViewer, useViewer } from '../api/session'
import { secondStepDocument } from '../api/session.graphql'
import { useAnswer } from '../api/use-answer'
import { awaitHeading } from '../kit/arrival'
import { PlainPage } from '../kit/plain-page'
import type { Answers } from '../kit/questions'
import { publishedProjectsDocument } from './access.graphql'
import { PasskeyButton } from './passkey-button'
import { QuestionForm } from './question-form'
import { SecondStep } from './second-step'
import { SignInWith } from './sign-in-with'

/** Where somebody wanted to go who had to sign in first. */
interface Wanted {
  readonly nextPathname?: string
  readonly nextSearch?: string
}

/** The first page: sign in, ask for a new password, or read what is public. Who is signed in goes on, and Back does not lead here again. */
export default function SignIn() {
  const translate = useTranslate()
  const viewer = useViewer()
  const reload = useReloadViewer()
  const wanted = useLocation().state as Wanted | null
  const { data } = useAnswer(publishedProjectsDocument, {})
  const step = useAnswer(secondStepDocument, {})
  const goOn = async () => {
    awaitHeading()
    await reload()
  }
  const enter = async ({ email, password }: Answers<'email' | 'password'>) => {
    const answer = await signIn(email, password)
    await (answer.signIn ? goOn() : step.refetch())
  }
  if (viewer) return <Navigate to={{ pathname: wanted?.nextPathname ?? '/', search: wanted?.nextSearch ?? '' }} replace />
  if (step.data?.secondStep) return <SecondStep kinds={step.data.secondStep.kinds} onDone={() => void goOn()} />
  const projects = data?.projects.nodes ?? []
  return (
    <PlainPage title={translate('account.signIn')}>
      <QuestionForm
        questions={[
          { name: 'email', label: translate('resources.users.fields.email'), type: 'email' },
          { name: 'password', label: translate('account.password'), type: 'password' },
        ]}
        deed={translate('account.signIn')}
        onSubmit={enter}
      >
        <Link component={RouterLink} to="/forgotten-password">
          {translate('account.forgotten')}
        </Link>
      </QuestionForm>
      <Box sx={{ display: 'grid', mt: 3 }}>
        <PasskeyButton deed="signInByPasskey" label="factors.signIn" onDone={() => void goOn()} />
      </Box>
      <SignInWith />
      {projects.length > 0 ? (
        <Box component="section" sx={{ mt: 4 }}>
          <Typography variant="h2">{translate('public.projects')}</Typography>
          <Box component="ul" sx={{ pl: 2.5 }}>
            {projects.map((project) => (
              <li key={project.id}>
                <Link component={RouterLink} to={`/public/${project.id}`}>
                  {project.acronym}: {project.title}
                </Link>
              </li>
            ))}
          </Box>
        </Box>
      ) : null}
      <Typography variant="body2" sx={{ mt: 4 }}>
        <Link component={RouterLink} to="/personal-data">
          {translate('kept.title')}
        </Link>
      </Typography>
    </PlainPage>
  )
}

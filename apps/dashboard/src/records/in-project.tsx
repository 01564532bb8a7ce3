import { Button } from '@mui/material'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useProject, useViewer } from '../api/session'
import { Page, PageHead } from '../kit/page'

/** A page that speaks of the open project; whoever belongs to none is told so. */
export function InProject({ children }: { children: ReactNode }) {
  const viewer = useViewer()
  const { current } = useProject()
  return viewer && !current ? <NoProject administrator={viewer.administrator === true} /> : children
}

function NoProject({ administrator }: { administrator: boolean }) {
  const translate = useTranslate()
  return (
    <Page>
      <PageHead title={translate('noProject.title')} sentence={translate(administrator ? 'noProject.administrator' : 'noProject.member')} />
      {administrator ? (
        <Button component={RouterLink} to="/administration" variant="contained">
          {translate('rooms.administration')}
        </Button>
      ) : null}
    </Page>
  )
}

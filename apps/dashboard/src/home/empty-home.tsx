import AddOutlined from '@mui/icons-material/AddOutlined'
import LockOutlined from '@mui/icons-material/LockOutlined'
import { Box, Button, Link, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useProject } from '../api/session'
import { axisWords } from '../kit/own-words'
import { Columns, Page, PageHead, Section } from '../kit/page'
import { hasItsLines, type Project } from './matrix-data'
import { MatrixForm } from './matrix-form'

/** Steps with their numbers in circles. */
const stepsSx = {
  listStyle: 'none',
  m: 0,
  p: 0,
  counterReset: 'step',
  '& > li': { position: 'relative', pl: 5, pb: 2, mb: 2, borderBottom: '1px solid var(--line)', counterIncrement: 'step' },
  '& > li::before': {
    content: 'counter(step)',
    position: 'absolute',
    left: 0,
    width: 28,
    lineHeight: '26px',
    textAlign: 'center',
    border: '1px solid var(--line2)',
    borderRadius: '50%',
    fontWeight: 650,
  },
} as const

interface Props {
  readonly project: Project
  /** Whether this person names areas and phases. */
  readonly plans: boolean
  readonly onChange: () => void
}

/** How the axes are called that a project has. */
const linesKey = { BOTH: 'empty.lines', ROWS: 'empty.rowsOnly', COLUMNS: 'empty.columnsOnly' } as const

/** A project in which nothing stands yet: the matrix itself is the form. */
export default function EmptyHome({ project, plans, onChange }: Props) {
  const translate = useTranslate()
  const { current } = useProject()
  if (!plans) {
    return (
      <Page>
        <PageHead title={current?.project.acronym ?? ''} sentence={translate('home.notPlanned')} />
      </Page>
    )
  }
  return (
    <Page>
      <PageHead title={translate('empty.title')} sentence={translate('empty.sentence')} />
      <Columns
        main={
          <Section title={translate('empty.matrix')}>
            <Typography variant="body2" sx={{ mb: 2 }}>
              {translate(linesKey[project.axes], axisWords(translate))} {translate('empty.hint')}
            </Typography>
            <MatrixForm project={project} onChange={onChange} />
          </Section>
        }
        side={
          <Box component="ol" sx={stepsSx}>
            <li>
              <Typography variant="h2">{translate('empty.who')}</Typography>
              <Typography variant="body2" sx={{ mb: 1 }}>
                {translate('empty.whoText')}
              </Typography>
              <Button component={RouterLink} to="/partners/create" variant="contained" startIcon={<AddOutlined />}>
                {translate('empty.addPartner')}
              </Button>
            </li>
            <li>
              <Typography variant="h2">{translate('empty.axes')}</Typography>
              <Typography variant="body2">{translate('empty.axesText')}</Typography>
              {current ? (
                <Link component={RouterLink} to={`/projects/${current.project.id}`} variant="body2">
                  {translate('empty.ownNames')}
                </Link>
              ) : null}
            </li>
            <li>
              <Typography variant="h2">{translate('empty.work')}</Typography>
              <Typography variant="body2">{translate('empty.workText')}</Typography>
              {hasItsLines(project) ? null : (
                <Typography variant="body2" color="textSecondary" sx={{ display: 'flex', gap: 0.5, mt: 1 }}>
                  <LockOutlined aria-hidden sx={{ fontSize: 16 }} /> {translate('empty.locked')}
                </Typography>
              )}
            </li>
          </Box>
        }
      />
    </Page>
  )
}

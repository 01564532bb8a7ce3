import ArrowBack from '@mui/icons-material/ArrowBack'
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined'
import PrintOutlined from '@mui/icons-material/PrintOutlined'
import { Box, Button, GlobalStyles, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { useLocaleState, useNotify, useTranslate } from 'react-admin'
import { Link as RouterLink, useParams } from 'react-router-dom'
import { saveFile } from '../api/files'
import { Failed, Loading, NotThere } from '../kit/loading'
import { isOpened, type PlanFacts } from './evaluation-data'
import { type Block, type Placed, reportBlocks } from './report-blocks'
import { useEvaluation } from './use-evaluation'

/** The evaluation report: a page that prints on A4, and the same as a Word file. */
export default function Report() {
  return (
    <main>
      <Content />
    </main>
  )
}

function Content() {
  const { id = '' } = useParams()
  const { data: plan, error, isPending, refetch } = useEvaluation(id)
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (isPending) return <Loading />
  return plan && isOpened(plan) ? <ReportPage plan={plan} /> : <NotThere />
}

/** On paper: black on white, A4 with its margins, no heading alone at the foot, no row or table head broken. */
const paper = {
  '@page': { size: 'A4', margin: '18mm 16mm' },
  '@media print': {
    'html, body': { background: '#fff !important', color: '#000 !important', fontSize: '10.5pt' },
    'main *': { color: '#000 !important' },
    'h1, h2, h3': { breakAfter: 'avoid' },
    'tr, li': { breakInside: 'avoid' },
    thead: { display: 'table-header-group' },
    '.report-moves': { display: 'none !important' },
  },
} as const

function ReportPage({ plan }: { plan: PlanFacts }) {
  const translate = useTranslate()
  const blocks = reportBlocks(plan, translate)
  useEffect(() => {
    document.title = `${translate('report.title')}: ${plan.title}`
  }, [plan.title, translate])
  return (
    <Box sx={{ maxWidth: 800, mx: 'auto', p: { xs: 2, sm: 4 }, bgcolor: 'background.paper', '@media print': { p: 0, maxWidth: 'none' } }}>
      <GlobalStyles styles={paper} />
      <Moves plan={plan} blocks={blocks} />
      <Typography color="textSecondary">{`${translate('report.title')} · ${plan.project?.acronym ?? ''}`}</Typography>
      {blocks.map(({ block, place }) => (
        <Piece key={place} block={block} />
      ))}
    </Box>
  )
}

function Moves({ plan, blocks }: { plan: PlanFacts; blocks: readonly Placed[] }) {
  const translate = useTranslate()
  const notify = useNotify()
  const [language] = useLocaleState()
  const [busy, setBusy] = useState(false)
  const write = async () => {
    setBusy(true)
    try {
      const { reportDocx } = await import('./report-docx')
      saveFile(
        await reportDocx(
          blocks.map(({ block }) => block),
          plan.title,
          language === 'it' ? 'it-IT' : 'en-GB',
        ),
        `${plan.title}.docx`,
      )
    } catch {
      notify('report.notWritten', { type: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Box className="report-moves" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 3 }}>
      <Button component={RouterLink} to={`/evaluationPlans/${plan.id}/show`} startIcon={<ArrowBack />}>
        {translate('report.back')}
      </Button>
      <Button variant="contained" startIcon={<PrintOutlined />} onClick={() => window.print()}>
        {translate('report.print')}
      </Button>
      <Button variant="outlined" startIcon={<DescriptionOutlined />} onClick={() => void write()} disabled={busy}>
        {translate('report.docx')}
      </Button>
    </Box>
  )
}

const headings = { 1: 'h1', 2: 'h2', 3: 'h3' } as const
const sizes = {
  1: { fontSize: 26, lineHeight: '32px', fontWeight: 650, mb: 1 },
  2: { fontSize: 18, lineHeight: '24px', fontWeight: 650, mt: 4, mb: 1, borderBottom: '1px solid var(--line2)' },
  3: { fontSize: 15, lineHeight: '20px', fontWeight: 600, mt: 2 },
} as const

function Piece({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Typography component={headings[block.level]} sx={sizes[block.level]}>
          {block.text}
        </Typography>
      )
    case 'text':
      return <Typography sx={{ whiteSpace: 'pre-line', my: 0.5, overflowWrap: 'anywhere' }}>{block.text}</Typography>
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    default:
      return <PlainTable block={block} />
  }
}

/** A table without a frame of its own, so that it breaks between pages. */
function PlainTable({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const cell = {
    textAlign: 'left',
    verticalAlign: 'top',
    p: 0.75,
    borderBottom: '1px solid var(--line2)',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  } as const
  return (
    <Box component="table" aria-label={block.label} sx={{ width: '100%', borderCollapse: 'collapse', fontSize: 13, my: 1.5, '& th, & td': cell }}>
      <thead>
        <tr>
          {block.head.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(([first, ...others]) => (
          <tr key={first}>
            <th scope="row" style={{ fontWeight: 500 }}>
              {first}
            </th>
            {others.map((words, index) => (
              <td key={`${block.head[index + 1]}`}>{words}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

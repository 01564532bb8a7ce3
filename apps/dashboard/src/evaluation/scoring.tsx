import LockOutlined from '@mui/icons-material/LockOutlined'
import { Alert, Box, Button, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { useNavigate, useParams } from 'react-router-dom'
import { ask, type Fault, faultText, GraphqlError } from '../api/graphql'
import { useViewer } from '../api/session'
import { keyOf } from '../api/use-answer'
import { dayText } from '../kit/format'
import { Failed, Loading, NotThere } from '../kit/loading'
import { Page, PageHead } from '../kit/page'
import { reasonText } from '../records/state-track'
import { evaluationDocument, handInScoresDocument } from './evaluation.graphql'
import { type PlanFacts, type Seat, seatOf } from './evaluation-data'
import { Evidence, markText } from './given-marks'
import { type CardHandle, ScoreCard } from './score-card'
import { useEvaluation } from './use-evaluation'

/** Where an evaluator gives marks: drafts as one goes, handed in all at once, blind until all have. */
export default function Scoring() {
  const { id = '' } = useParams()
  const viewer = useViewer()
  const { data: plan, error, isPending, refetch } = useEvaluation(id, true)
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (isPending || !viewer) return <Loading />
  const seat = plan ? seatOf(plan, viewer.id) : undefined
  return plan && seat ? <ScoringPage plan={plan} seat={seat} /> : <NotThere />
}

interface Props {
  readonly plan: PlanFacts
  readonly seat: Seat
}

function ScoringPage({ plan, seat }: Props) {
  const translate = useTranslate()
  const open = seat.can.handIn.allowed
  const until = plan.scoringUntil ? translate('scoring.until', { day: dayText(plan.scoringUntil) }) : null
  return (
    <Page>
      <PageHead
        title={translate('scoring.title')}
        crumbs={[
          { text: translate('resources.evaluationPlans.name', { smart_count: 2 }), to: '/evaluationPlans' },
          { text: plan.title, to: `/evaluationPlans/${plan.id}/show` },
        ]}
        sentence={open ? until : reasonText(seat.can.handIn, translate)}
      />
      <Box sx={{ maxWidth: 760 }}>
        <Alert severity="info" icon={<LockOutlined />} sx={{ mb: 2 }}>
          {translate('scoring.blind')}
        </Alert>
        <Typography sx={{ mb: 2 }}>
          {translate('scoring.about', { pilots: plan.subjects.nodes.flatMap(({ pilot }) => pilot?.title ?? []).join(', ') })}
        </Typography>
        {open ? <Form plan={plan} seat={seat} /> : <OwnMarks plan={plan} seat={seat} />}
      </Box>
    </Page>
  )
}

function Form({ plan, seat }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const navigate = useNavigate()
  const client = useQueryClient()
  const cards = useRef(new Map<string, CardHandle>())
  const [busy, setBusy] = useState(false)
  const [other, setOther] = useState('')
  const submit = async () => {
    setBusy(true)
    setOther('')
    try {
      const wrong = await flushAll(plan, cards.current)
      if (wrong.length > 0) return goTo(wrong[0])
      await ask(handInScoresDocument, { id: seat.id, version: seat.version })
      await client.invalidateQueries({ queryKey: keyOf(evaluationDocument) })
      notify('scoring.handedIn')
      navigate(`/evaluationPlans/${plan.id}/show`)
    } catch (error) {
      if (!(error instanceof GraphqlError)) throw error
      const missing = error.faults.filter(({ path }) => path[0] === 'scores')
      for (const fault of missing) {
        const criterion = plan.criteria.nodes.find(({ id }) => id === cardOf(fault))?.title
        cards.current.get(cardOf(fault))?.tell(faultText(criterion ? { ...fault, params: { criterion } } : fault))
      }
      if (missing[0]) return goTo(cardOf(missing[0]))
      setOther(error.message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {plan.criteria.nodes.map((criterion) => (
        <ScoreCard key={criterion.id} plan={plan} seat={seat} criterion={criterion} cards={cards} />
      ))}
      {other ? (
        <Typography role="alert" color="error" sx={{ mb: 1 }}>
          {other}
        </Typography>
      ) : null}
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {translate('scoring.handInText')}
      </Typography>
      <Button type="submit" variant="contained" disabled={busy}>
        {translate('scoring.handIn')}
      </Button>
    </form>
  )
}

const cardOf = ({ path }: Fault): string => String(path[1])

/** Saves what is not saved yet; answers the criteria at which something is wrong. */
async function flushAll(plan: PlanFacts, cards: ReadonlyMap<string, CardHandle>): Promise<string[]> {
  const wrong: string[] = []
  for (const { id } of plan.criteria.nodes) if (!(await cards.get(id)?.flush())) wrong.push(id)
  return wrong
}

/** Moves the focus to the first thing that is wrong in a criterion, once it is marked as such. */
function goTo(criterion: string | undefined): void {
  setTimeout(() => {
    const card = document.getElementById(`card-${criterion}`)
    const [first] = card?.querySelectorAll<HTMLElement>('textarea[aria-invalid="true"]') ?? []
    const marks = card?.querySelector<HTMLElement>('[role=radiogroup][aria-describedby]')
    const radio = marks?.querySelector<HTMLElement>('input:checked') ?? marks?.querySelector<HTMLElement>('input')
    ;(radio ?? first)?.focus()
  })
}

/** The marks that one has handed in, to look at. */
function OwnMarks({ plan, seat }: Props) {
  const translate = useTranslate()
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {plan.criteria.nodes.map((criterion) => {
        const score = plan.scores.nodes.find((one) => one.criterion?.id === criterion.id && one.evaluator?.id === seat.id)
        return (
          <Box component="li" key={criterion.id} sx={{ py: 1.25, borderTop: '1px solid var(--line)' }}>
            <Typography sx={{ fontWeight: 600 }}>{`${criterion.title}: ${score ? markText(score, translate) : translate('evaluation.noMark')}`}</Typography>
            <Typography variant="body2">{score?.reason}</Typography>
            <Evidence text={score?.evidence ?? null} />
          </Box>
        )
      })}
    </Box>
  )
}

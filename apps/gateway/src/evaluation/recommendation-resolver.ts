import { type Fault, Recommendation, RecommendationResponse, recordMeta, scalars } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { isCalendarDay } from '../kernel/calendar-day.js'
import { badInput } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { lockFor } from '../write/lock-for.js'
import { updateRow, writer } from '../write/write-record.js'

interface Answer {
  readonly response: string
  readonly text: string | null
  readonly dueOn: string | null
  readonly doneOn: string | null
}

/** What partners answer to recommendations. */
@Resolver()
export class RecommendationResolver {
  @Mutation(() => Recommendation, {
    nullable: true,
    description:
      'Answers a recommendation in the name of the partner that it is addressed to; a later answer replaces a former one, which stays in the history.',
  })
  async respondToRecommendation(
    @Arg('id', () => ID, { description: 'The recommendation.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Arg('response', () => RecommendationResponse.values, { description: 'The answer.' }) response: string,
    @Arg('text', () => String, { nullable: true, description: 'In words; needed for changes and refusals.' }) text: string | null,
    @Arg('dueOn', () => scalars.Date, { nullable: true, description: 'By when it is to be done; needed unless it is refused.' }) dueOn: string | null,
    @Arg('doneOn', () => scalars.Date, { nullable: true, description: 'When it was done.' }) doneOn: string | null,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    const record = recordMeta('Recommendation')
    const answer = { response, text: text?.trim() || null, dueOn: dueOn ?? null, doneOn: doneOn ?? null }
    return context.database.write(viewer, async (run) => {
      const row = await lockFor(run, viewer, record, 'respond', id, version)
      const [day] = await run('SELECT project_today($1) AS today', [row.values.project])
      const faults = answerFaults(answer, String(day?.today))
      if (faults.length > 0) throw badInput(faults)
      const said = { response, responseText: answer.text, responseDueOn: answer.dueOn, doneOn: answer.doneOn }
      await updateRow(run, viewer, record, id, { ...said, answeredAt: new Date().toISOString(), answeredBy: viewer.userId }, false)
      return { id }
    })
  }
}

function answerFaults({ response, text, dueOn, doneOn }: Answer, today: string): Fault[] {
  const faults: Fault[] = []
  const refused = response === 'REFUSE'
  if (response !== 'ACCEPT' && !text) faults.push({ path: ['text'], code: 'REQUIRED', message: refused ? 'Say why.' : 'Say what you change.' })
  if ((text ?? '').length > 2000) faults.push({ path: ['text'], code: 'TOO_LONG', params: { max: 2000 }, message: 'This is longer than 2000 characters.' })
  if (!refused && !dueOn) faults.push({ path: ['dueOn'], code: 'REQUIRED', message: 'Say by when it is to be done.' })
  for (const [name, day] of Object.entries({ dueOn, doneOn })) {
    if (day && !isCalendarDay(day)) faults.push({ path: [name], code: 'NOT_A_DAY', message: 'This is not a day of the calendar.' })
    else if (day && refused) faults.push({ path: [name], code: 'REFUSED_HAS_NO_DAY', message: 'What is refused has no day.' })
  }
  if (doneOn && isCalendarDay(doneOn) && doneOn > today) faults.push({ path: ['doneOn'], code: 'IN_THE_FUTURE', message: 'The day is still to come.' })
  return faults
}

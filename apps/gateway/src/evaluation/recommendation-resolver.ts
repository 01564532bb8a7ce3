import { type Fault, Recommendation, RecommendationResponse, recordMeta, scalars } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { badInput } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { givenValues } from '../write/check-given.js'
import { lockFor } from '../write/lock-for.js'
import { NOW, updateRow, writer } from '../write/write-record.js'

const recommendation = recordMeta(Recommendation)

/** Arguments that are called otherwise than the fields that keep them. */
const called = { responseText: 'text', responseDueOn: 'dueOn' } as const

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
    return context.database.write(viewer, async (run) => {
      const row = await lockFor(run, viewer, recommendation, 'respond', { id, version })
      const [day] = await run('SELECT project_today($1) AS today', [row.values.project])
      const said = { responseText: text, responseDueOn: dueOn, doneOn }
      const given = givenValues(recommendation, said, { needed: neededFor(response), called })
      const faults = [...given.faults, ...dayFaults(response, given.values, String(day?.today))]
      if (faults.length > 0) throw badInput(faults)
      await updateRow(run, viewer, recommendation, id, { response, ...given.values, answeredAt: NOW, answeredBy: viewer.userId }, false)
      return { id }
    })
  }
}

/** A change and a refusal say why, and whatever is not refused by when it is done. */
function neededFor(response: string): { readonly responseText?: string; readonly responseDueOn?: string } {
  if (response === 'REFUSE') return { responseText: 'Say why.' }
  const responseDueOn = 'Say by when it is to be done.'
  return response === 'ACCEPT' ? { responseDueOn } : { responseText: 'Say what you change.', responseDueOn }
}

interface Days {
  readonly responseDueOn?: string | null
  readonly doneOn?: string | null
}

function dayFaults(response: string, { responseDueOn, doneOn }: Days, today: string): Fault[] {
  if (response === 'REFUSE') {
    const given = Object.entries({ dueOn: responseDueOn, doneOn }).filter(([, day]) => day)
    return given.map(([name]) => ({ path: [name], code: 'REFUSED_HAS_NO_DAY', message: 'What is refused has no day.' }))
  }
  return doneOn && doneOn > today ? [{ path: ['doneOn'], code: 'IN_THE_FUTURE', message: 'The day is still to come.' }] : []
}

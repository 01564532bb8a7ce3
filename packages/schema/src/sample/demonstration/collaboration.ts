import type { SampleRow } from '../sample-rows.js'
import file from './collaboration.json' with { type: 'json' }
import { id, inProject } from './rows.js'

/** Who worked with whom around one pilot, before it and after; the ties name actors by their place. */
export function collaborationRows(): SampleRow[] {
  const { pilot: key, actors, ties, source, beforeOn, afterOn } = file
  const pilot = id('Pilot', key)
  const actorId = (place: unknown) => id('CollaborationActor', `${key}/${place}`)
  return [
    ...actors.map((actor, place) => inProject('CollaborationActor', `${key}/${place}`, { pilot, ...actor })),
    ...ties.map(([a, b, before, after]) =>
      inProject('Collaboration', `${key}/${a}-${b}`, {
        pilot,
        actor: actorId(a),
        other: actorId(b),
        source,
        ...(before === null ? {} : { before, beforeOn }),
        ...(after === null ? {} : { after, afterOn }),
      }),
    ),
  ]
}

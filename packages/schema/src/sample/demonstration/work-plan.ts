import phases from '../clusterpolisee/phases.json' with { type: 'json' }
import areas from '../clusterpolisee/thematic-areas.json' with { type: 'json' }
import type { SampleRow } from '../sample-rows.js'
import { id, inProject } from './rows.js'
import { stories } from './stories.js'

/** The real areas and phases, and invented work packages, activities, deliverables and milestones. */
export function workPlanRows(): SampleRow[] {
  const packages = ['Management', 'Communication', 'Learning process', 'Pilot actions', 'Evaluation and outlook']
  return [
    ...areas.map((area) =>
      inProject('ThematicArea', area.number, {
        number: area.number,
        title: area.title,
        shortName: area.shortName,
        leadingPartner: area.number % 2 ? id('Partner', area.number) : null,
      }),
    ),
    ...phases.map((phase) => inProject('Phase', phase.number, { number: phase.number, title: phase.title, aim: phase.aim })),
    ...packages.map((title, index) => inProject('WorkPackage', index + 1, { number: index + 1, title, leadingPartner: id('Partner', index + 1) })),
    ...stories
      .filter((story) => story.area)
      .slice(0, 8)
      .map((story, index) =>
        inProject('Activity', story.key, {
          workPackage: id('WorkPackage', 4),
          number: `4.${index + 1}`,
          title: `Prepare ${story.title.toLowerCase()}`,
          thematicArea: id('ThematicArea', story.area ?? 1),
          phase: id('Phase', story.phase ?? 1),
        }),
      ),
    ...[
      'Guideline for pilot actions',
      'Common questionnaire',
      'Report on barriers',
      'Comparison of measures',
      'Lessons of the first year',
      'Report on skills',
    ].map((title, index) =>
      inProject('Deliverable', index + 1, {
        workPackage: id('WorkPackage', 3 + (index % 2)),
        title,
        partner: id('Partner', 2 + index),
        dueOn: ['2013-09-30', '2014-01-31', '2014-04-12', '2014-04-30', '2014-03-31', '2014-06-30'][index],
        ...(index === 0 || index === 1 ? { handedInOn: ['2013-09-27', '2014-02-14'][index] } : {}),
        activity: [null, null, id('Activity', 'energy'), null, id('Activity', 'financegap'), null][index],
      }),
    ),
    ...['All pilots chosen', 'Mid-term meeting', 'Pilots ended'].map((title, index) =>
      inProject('Milestone', index + 1, {
        workPackage: id('WorkPackage', 4),
        title,
        dueOn: ['2013-10-15', '2014-03-20', '2014-09-30'][index],
        ...(index === 0 ? { passedOn: '2013-10-15' } : {}),
      }),
    ),
  ]
}

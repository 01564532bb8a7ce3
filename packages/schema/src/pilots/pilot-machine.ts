import { type Condition, defineMachine, leads, nobody, or, own } from '../model/index.js'

const runs = or(leads('workPackage'), own('partner'))
const leadsIt = leads('workPackage')

const hasPlan: Condition = {
  code: 'NO_PLAN',
  message: 'The pilot has no plan yet. Say when it is to begin and end.',
  sql: (t) => `EXISTS (SELECT 1 FROM pilot_plan p WHERE p.pilot_id = ${t}.id AND p.superseded_at IS NULL AND p.starts_on IS NOT NULL)`,
}

const hasTarget: Condition = {
  code: 'NO_TARGET',
  message: 'No indicator has a target yet. Set at least one, or say in the pilot why it has none.',
  sql: (t) =>
    `(${t}.without_targets IS NOT NULL OR EXISTS (SELECT 1 FROM indicator i JOIN target g ON g.indicator_id = i.id AND g.superseded_at IS NULL AND g.value IS NOT NULL WHERE i.pilot_id = ${t}.id AND i.archived_at IS NULL))`,
}

const allMeasured: Condition = {
  code: 'NOT_MEASURED',
  message: 'An indicator with a target has no measurement yet. Enter the last measurements first.',
  sql: (t) =>
    `NOT EXISTS (SELECT 1 FROM indicator i WHERE i.pilot_id = ${t}.id AND i.archived_at IS NULL
      AND EXISTS (SELECT 1 FROM target g WHERE g.indicator_id = i.id AND g.superseded_at IS NULL AND g.value IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM measurement m WHERE m.indicator_id = i.id AND m.superseded_at IS NULL AND NOT m.retracted))`,
}

/** Moves of a pilot action. "Evaluated" is reached by its final evaluation only. */
export const pilotMachine = defineMachine({
  record: 'Pilot',
  field: 'status',
  log: { record: 'PilotTransition', by: 'pilot' },
  transitions: [
    { key: 'START', label: 'Start', from: ['PLANNED'], to: 'RUNNING', by: runs, when: [hasPlan, hasTarget], asks: [{ name: 'startedOn', kind: 'day' }] },
    { key: 'SUSPEND', label: 'Suspend', from: ['RUNNING'], to: 'SUSPENDED', by: runs, when: [], asks: [{ name: 'reason', kind: 'text' }] },
    { key: 'RESUME', label: 'Resume', from: ['SUSPENDED'], to: 'RUNNING', by: runs, when: [], asks: [{ name: 'reason', kind: 'text', optional: true }] },
    { key: 'COMPLETE', label: 'Complete', from: ['RUNNING'], to: 'COMPLETED', by: runs, when: [allMeasured], asks: [{ name: 'endedOn', kind: 'day' }] },
    {
      key: 'CANCEL',
      label: 'Cancel the pilot',
      from: ['PLANNED', 'RUNNING', 'SUSPENDED'],
      to: 'CANCELLED',
      by: leadsIt,
      when: [],
      asks: [
        { name: 'reason', kind: 'text' },
        { name: 'endedOn', kind: 'day' },
      ],
    },
    {
      key: 'EVALUATE',
      label: 'Evaluate',
      from: ['COMPLETED'],
      to: 'EVALUATED',
      by: nobody(),
      when: [],
      asks: [],
      through: { code: 'BY_FINAL_EVALUATION', message: 'A pilot becomes evaluated when its final evaluation is published.' },
    },
    { key: 'REOPEN', label: 'Reopen', from: ['COMPLETED', 'CANCELLED'], to: 'RUNNING', by: leadsIt, when: [], asks: [{ name: 'reason', kind: 'text' }] },
  ],
})

import english from 'ra-language-english'
import { contract } from '../contract'

const words = (value: string) => (value[0] ?? '') + value.slice(1).toLowerCase().replaceAll('_', ' ')

/** Enum values in words, where lower-casing is not enough. */
const exceptions: Readonly<Record<string, string>> = {
  ERDF: 'ERDF',
  IPA: 'IPA',
  ENPI: 'ENPI',
  ERDF_PARTNER: 'ERDF partner',
  IPA_PARTNER: 'IPA partner',
  ENPI_PARTNER: 'ENPI partner',
}

const resources = Object.fromEntries(
  Object.values(contract.records).map((record) => [
    record.plural,
    {
      name: `${record.label} |||| ${record.labels}`,
      fields: Object.fromEntries(
        record.fields.flatMap((field) => [
          [field.name, field.label],
          [field.inputName, field.label],
          [`${field.name}Translations`, field.label],
        ]),
      ),
    },
  ]),
)

const enums = Object.fromEntries(
  Object.entries(contract.enums).map(([name, values]) => [name, Object.fromEntries(values.map((value) => [value, exceptions[value] ?? words(value)]))]),
)

/** English, the language in which the contract's labels are written. */
export const en = {
  ...english,
  resources,
  enums,
  app: {
    title: 'ClusterPoliSEE',
    home: 'Home',
    skip: 'Skip to content',
    project: 'Project',
    menu: 'Menu',
    asOf: 'As of %{day}',
    demonstration: 'Demonstration: every name, figure and date on this page is invented.',
    theme: 'Light or dark',
    unknown: 'not known',
    offline: 'The server is not reached. What you typed is still here; try again.',
  },
  home: {
    title: 'Where the work plan stands',
    noProject: 'You belong to no project yet. Ask a lead partner to invite you.',
    sentence: '%{achieved} achieved; the plan for %{day} says %{planned}.',
    sentenceNone: 'No pilot counts yet, so there is no progress to show.',
    late: '1 late |||| %{smart_count} late',
    noneLate: 'none late',
    achieved: 'achieved',
    missing: 'missing to plan',
    plan: 'plan for %{day}',
    pointsBehind: '%{points} points behind',
    pointsAhead: '%{points} points ahead',
    onPlan: 'on plan',
    nothingDue: 'nothing due yet',
    noPilot: 'No pilot placed yet',
    pilots: '1 pilot |||| %{smart_count} pilots',
    cell: '%{achieved} achieved, %{planned} planned; open %{area}, %{phase}',
    unplaced: 'Not placed in the matrix',
    all: 'All areas',
    thematicArea: 'Thematic area',
    myWork: 'Late and due next',
    nothing: 'Nothing is late and nothing is due.',
    daysLate: '1 day late |||| %{smart_count} days late',
    kinds: { DELIVERABLE: 'Deliver', MILESTONE: 'Pass', MEASUREMENT: 'Measure', PILOT_START: 'Start', PILOT_END: 'End' },
  },
  pilot: {
    indicators: 'Indicators',
    risks: 'Risks',
    plans: 'Plans',
    history: 'History',
    facts: 'Facts',
    enter: 'Enter measurements',
    charts: 'Charts',
    table: 'Table',
    measured: 'measured',
    target: 'target',
    noIndicators: 'No indicator yet.',
    noRisks: 'No risk is written down.',
    save: 'Save %{count} measurements',
    cancel: 'Cancel',
    day: 'Day',
    seat: 'Partner',
    value: 'Value',
    counted: 'Counted',
    outOf: 'Out of',
    source: 'Source',
    note: 'Note',
    saved: '%{count} measurements saved.',
    hint: 'Type, or copy a column from a spreadsheet and paste it into the first cell. All are saved together or none.',
    pasted: '%{count} cells pasted.',
    preview: 'What saving will change',
    previewLine: 'Progress of this pilot: from %{before} to %{after}; plan %{planned}.',
    moveTitle: '%{move} the pilot',
    refusedBy: 'Only %{who} can do this.',
    changed: 'changed %{field}',
    created: 'set %{field}',
    by: '%{name}, %{at}',
    someone: 'the system',
    reasons: {
      NOT_YOURS: 'Not yours to do',
      NO_PLAN: 'needs a plan first',
      NO_TARGET: 'needs a target first',
      NOT_MEASURED: 'needs the last measurements first',
    },
    roles: {
      LEAD_PARTNER: 'the lead partner',
      WORK_PACKAGE_LEADER: 'the work-package leader',
      OWN_PARTNER: 'the responsible partner',
      NOBODY: 'nobody',
      ADMINISTRATOR: 'an administrator',
      ONESELF: 'the person',
      MEMBER: 'a member',
    },
  },
  conflict: {
    title: 'Someone saved this while you were editing',
    text: '%{name} saved first. Nothing is lost on either side: choose for each field.',
    mine: 'Mine',
    theirs: 'Theirs',
    field: 'Field',
    save: 'Save what I chose',
    back: 'Back to editing',
  },
  draft: { found: 'There is unsaved input of yours from %{at}.', take: 'Take it back', drop: 'Discard it' },
}

export type Messages = typeof en

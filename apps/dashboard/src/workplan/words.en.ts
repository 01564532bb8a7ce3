/** Words of this room, in English. */
export const english = {
  rooms: {
    workplan: 'Work plan',
  },
  pages: {
    timeline: 'Time line',
  },
  timeline: {
    sentence: 'What was planned, what ran and what is late on %{day}.',
    view: 'Drawing or list',
    list: 'List',
    what: 'What',
    when: 'When',
    fold: '%{name}: show or hide what is in it',
    noPackage: 'In no work package',
    empty: 'nothing in it yet',
    achieved: '%{achieved} achieved, %{planned} planned',
    cut: '%{name}: the first %{shown} of %{total} are shown; open the list of all',
    undated: 'no date is known',
    due: 'due %{day}',
    fromTo: '%{from} to %{until}',
    onlyFrom: 'from %{from}, end not known',
    onlyUntil: 'until %{until}, start not known',
    formerEnd: 'was to end %{day}',
    since: 'running since %{from}',
    ran: 'ran from %{from} to %{until}',
    cancelled: 'ran from %{from}, cancelled %{until}',
    legend: {
      planned: 'planned',
      vague: 'known to the month or year only',
      ran: 'has run',
      met: 'handed in or passed',
      late: 'late until the day of this page',
      formerEnd: 'former end',
      day: 'the day of this page',
    },
  },
  waits: {
    DELIVERABLE: 'Deliver: %{title}',
    MILESTONE: 'Pass: %{title}',
  },
  workplan: {
    handIn: 'Hand in',
    pass: 'Mark as passed',
    handedIn: 'handed in on %{day}',
    passed: 'passed on %{day}',
  },
}

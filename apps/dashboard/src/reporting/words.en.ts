/** Words of this room, in English. */
export const english = {
  rooms: {
    reporting: 'Reporting',
  },
  pages: {
    progress: 'Programme progress',
    late: 'Late and due',
  },
  late: {
    sentence: '%{smart_count} item on %{day} |||| %{smart_count} items on %{day}',
    empty: 'Nothing of that kind is late or due.',
    what: 'What',
    whose: 'Whose',
    package: 'Work package',
    dueOn: 'Due since or on',
    state: 'Late or due',
    all: 'All',
    evaluator: 'an evaluator',
    mine: 'Only what waits for me',
    nowhere: '%{kind}: none',
    of: '%{smart_count} late item: %{name} |||| %{smart_count} late items: %{name}',
  },
  progress: {
    empty: 'A pilot counts once it has begun and an indicator of it has a target.',
    by: 'Group by',
    achieved: 'Achieved',
    planned: 'Planned',
    bar: 'Bar',
    standing: 'Standing',
    coverage: 'Coverage',
    none: 'not placed',
    finding: '%{month}: %{achieved} achieved, %{planned} planned',
  },
}

/** Words of this room, in English. */
export const english = {
  rooms: {
    reporting: 'Reporting',
  },
  pages: {
    progress: 'Programme progress',
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

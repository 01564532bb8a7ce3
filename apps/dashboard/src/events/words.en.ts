/** Words of this room, in English. */
export const english = {
  rooms: {
    events: 'Events',
  },
  waits: {
    DECISION: 'Carry out: %{title}',
  },
  events: {
    calendar: 'Calendar file',
    attend: 'Enter attendance: %{partner}',
    finish: 'Mark as done',
    done: 'done on %{day}',
    noDay: 'day not known',
  },
}

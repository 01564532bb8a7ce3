/** Words of this room, in English. */
export const english = {
  rooms: {
    workplan: 'Work plan',
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

/** Words of this room, in English. */
export const english = {
  rooms: {
    workplan: 'Work plan',
  },
  workplan: {
    handIn: 'Hand in',
    pass: 'Mark as passed',
    handedIn: 'handed in on %{day}',
    passed: 'passed on %{day}',
  },
}

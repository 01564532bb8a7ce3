/** Words around the pages, in English. */
export const english = {
  search: {
    title: 'Search everything',
    label: 'Words to look for',
    nothing: 'Nothing in this project has "%{text}" in its name.',
  },
  session: {
    ended: 'Your session has ended',
    keep: 'Sign in again as %{name}. What you typed is still here.',
    later: 'Later',
    leave: 'Leave this computer',
  },
}

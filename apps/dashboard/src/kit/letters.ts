/** The page's letters: those of the computer, drawn as wide as Inter is, until Inter is fetched. */
export const LETTERS = 'var(--letters, "Until Inter"), "Until Inter", system-ui, sans-serif'

/** Letters that most computers have, made as wide as Inter so that nothing moves when that comes. */
export const untilInter = {
  fontFamily: 'Until Inter',
  src: 'local("Arial"), local("Liberation Sans"), local("Roboto")',
  sizeAdjust: '107%',
} as const

/** Fetches Inter, once a page stands: what the page shows is not kept waiting for its letters. */
export function fetchLetters(): void {
  document.documentElement.style.setProperty('--letters', '"Inter Variable"')
}

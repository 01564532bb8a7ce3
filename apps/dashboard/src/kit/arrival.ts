/** True after a link was followed, until the new page has its heading. */
let isAwaited = false

/** From now on the next page's heading takes the focus. */
export function awaitHeading(): void {
  isAwaited = true
}

/** Gives the focus to the heading of a page that a link led to, so that it is read out and the keyboard goes on from there; who types already goes on typing. */
export function arriveAt(heading: HTMLElement | null): void {
  if (!isAwaited || !heading) return
  isAwaited = false
  if (!(document.activeElement instanceof HTMLInputElement)) heading.focus()
}

/** Gives the page's heading the focus when what had it is gone, as the button of a move that was made; answers what ends that. */
export function keepFocus(): () => void {
  let last: Element | null = null
  const note = ({ target }: FocusEvent) => {
    last = target instanceof Element ? target : null
  }
  const watch = new MutationObserver(() => {
    if (!last || last.isConnected || document.activeElement !== document.body) return
    last = null
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  })
  document.addEventListener('focusin', note)
  watch.observe(document.body, { childList: true, subtree: true })
  return () => {
    document.removeEventListener('focusin', note)
    watch.disconnect()
  }
}

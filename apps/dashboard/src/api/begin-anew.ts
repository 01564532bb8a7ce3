/** Everything on the page was another person's view: it is read anew from the start. */
export const beginAnew = () => {
  window.location.hash = '#/'
  window.location.reload()
}

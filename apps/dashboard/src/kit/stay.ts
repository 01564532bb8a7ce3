/** A page that cannot be read says so itself: it sends nobody to the list, and needs no notice beside. */
export const stay = () => undefined

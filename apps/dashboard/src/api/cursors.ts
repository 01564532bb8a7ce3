interface Page {
  readonly pageInfo: { readonly endCursor: string | null }
}

const cursors = new Map<string, string>()

/** Forgets where pages end: what was written may stand on any of them. */
export const forgetCursors = (): void => cursors.clear()

/** A page of a list by its number. Pages are found by the cursor where the one before ends; one that was not passed yet is walked to, and beyond the last there is nothing. */
export async function walkTo<Found extends Page>(list: string, page: number, read: (after: string | null) => Promise<Found>): Promise<Found> {
  const key = (number: number) => `${list} ${number}`
  let at = page
  while (at > 1 && !cursors.has(key(at))) at -= 1
  for (; ; at += 1) {
    const found = await read(cursors.get(key(at)) ?? null)
    const { endCursor } = found.pageInfo
    if (endCursor) cursors.set(key(at + 1), endCursor)
    if (at >= page || !endCursor) return found
  }
}

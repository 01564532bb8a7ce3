interface Of {
  readonly project: { readonly id: string; readonly demonstration: boolean }
}

/** The membership whose project is open: that of the address, else the one that was open last, else the demonstration, for there is most to see. */
export function openMembership<M extends Of>(memberships: readonly M[], inAddress: string | null, last: unknown): M | null {
  const by = (id: unknown) => memberships.find(({ project }) => project.id === id)
  return by(inAddress) ?? by(last) ?? memberships.find(({ project }) => project.demonstration) ?? memberships[0] ?? null
}

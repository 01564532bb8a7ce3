/** Words of this room, in English. */
export const english = {
  rooms: {
    partnership: 'Partnership',
  },
  partner: {
    replace: 'Replace',
    replaced: 'Replaced. Seats and open pilots have passed on.',
    replaceTitle: 'Replace %{name}',
    replaceText: 'The successor takes over its seats and its open pilots from that day on. What was measured before stays with the former partner.',
    successor: 'Successor',
    from: 'From',
    withdraw: 'Withdraw',
    withdrawText: 'Its history stays; it is in the list with the day of its withdrawal.',
    firstDayWithout: 'First day without it',
  },
  project: {
    publish: 'Publish the project page',
    publishText:
      'Anyone, without an account, then reads the project with its partners, areas and phases, and those pilot actions, events, evaluations and editions that are public.',
    withdraw: 'Withdraw the project page',
    withdrawText: 'Whoever has no account reads nothing of the project from now on, its public editions, events and evaluations included.',
    published: 'Anyone can read the project page now.',
    withdrawn: 'The project page is no longer public.',
    publicPage: 'Public page',
  },
  demonstration: {
    remove: 'Remove the demonstration',
    removeText: 'All its partners, pilots and figures go for good. The other projects stay as they are.',
    removed: 'The demonstration is removed: %{smart_count} rows.',
  },
  map: {
    title: 'Where the partners are',
    finding: 'Map: %{partners} partners in %{smart_count} region |||| Map: %{partners} partners in %{smart_count} regions',
    notice: 'Boundaries: © EuroGeographics for the administrative boundaries; NUTS 2021.',
    elsewhere: 'Not on this map:',
  },
  public: {
    projects: 'Public projects',
    none: 'Nothing is here',
    noneText: 'This project has no public page.',
  },
}

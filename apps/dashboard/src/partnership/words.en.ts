/** Words of this room, in English. */
export const english = {
  rooms: {
    partnership: 'Partnership',
  },
  partner: {
    replace: 'Replace',
    replaced: 'Replaced. Seats and open work have passed on.',
    replaceTitle: 'Replace %{name}',
    replaceText:
      'From that day on the successor takes over its seats, its open pilots and what else it sees to. What was measured before stays with the former partner, whose people read on and write no more.',
    successor: 'Successor',
    successorHelp: 'One of the list; or leave it empty and say who it is below, as far as it is known',
    partners: '%{smart_count} partner |||| %{smart_count} partners',
    andAssociated: '%{partners} and %{smart_count} associated member |||| %{partners} and %{smart_count} associated members',
    on: '%{partners} on %{day}',
    from: 'From',
    withdraw: 'Withdraw',
    withdrawText: 'Its history stays; it is in the list with the day of its withdrawal.',
    firstDayWithout: 'First day without it',
  },
  project: {
    publish: 'Publish the project page',
    publishText:
      'Anyone, without an account, then reads the project with its partners, the lines of its matrix, how far it and its areas are, those pilot actions and events whose audience is anyone, and published evaluations of such pilot actions.',
    withdraw: 'Withdraw the project page',
    withdrawText:
      'Whoever has no account reads nothing of the project from now on, public events and evaluations included. Published editions of benchmarks are withdrawn one by one.',
    publishProgress: 'Publish its progress',
    publishProgressText:
      'Anyone, without an account, then also reads on the project page how far the project and its areas are. Each figure is that of two partners at least, never that of one.',
    publicNever: 'Never: history, notes, amounts, contacts, members, work packages with what belongs to them, measurements, sources.',
    publicFields: 'Of each record these fields:',
    published: 'Anyone can read the project page now.',
    withdrawn: 'The project page is no longer public.',
    publicPage: 'Public page',
  },
  demonstration: {
    remove: 'Remove the demonstration',
    removeText: 'All its partners, pilots and figures go for good. The other projects stay as they are.',
    removed: 'The demonstration is removed: %{smart_count} rows.',
  },
  region: {
    add: 'Add regions',
    addText:
      'The official lists of NUTS 2003 to 2021 are here, with those of Albania, Montenegro, North Macedonia, Serbia and Türkiye. What they lack (NUTS 2024; Bosnia and Herzegovina, Moldova, Ukraine, Kosovo) an administrator adds by hand.',
    search: 'Code or name, as ITI3 or Toscana',
    found: '%{smart_count} found |||| %{smart_count} found',
    noneFound: 'No list has such a region.',
    list: 'NUTS level %{level}, list of %{year}',
    there: 'NUTS level %{level}, list of %{year}; it is here already',
    addChosen: 'Add %{smart_count} region |||| Add %{smart_count} regions',
    added: '%{smart_count} region is added. |||| %{smart_count} regions are added.',
    missed: 'This region is in the official lists and not here yet: %{regions}. |||| These regions are in the official lists and not here yet: %{regions}.',
    notOfficial: 'No official list that is here has %{regions}. Is the code right? |||| No official list that is here has %{regions}. Are the codes right?',
    askAdministrator: 'If so, ask an administrator of this installation to add it.',
    addByForm: 'Add it by hand',
    notThere: 'Add a region that is not in the list',
  },
  map: {
    title: 'Where the partners are',
    finding: 'Map: %{partners} partners in %{smart_count} region |||| Map: %{partners} partners in %{smart_count} regions',
    notice: 'Boundaries: © EuroGeographics for the administrative boundaries; NUTS 2021.',
    elsewhere: 'Not on this map',
  },
  public: {
    projects: 'Public projects',
    none: 'Nothing is here',
    associated: 'Associated members',
    progress: 'Progress',
    achieved: 'Achieved',
    planned: 'Planned',
    progressTogether: 'Each figure is of several partners together; an area without one is not told.',
    noneText: 'This project has no public page.',
  },
}

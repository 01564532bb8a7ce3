import { divisions } from './divisions.en'
import { sections } from './sections.en'

/** Words of this room, in English. */
export const english = {
  rooms: {
    foresight: 'Foresight',
  },
  pages: {
    regionalPosition: 'Regional position',
  },
  position: {
    title: 'Regional position',
    of: 'Regional position of %{region}',
    empty: 'No regional statistics of two years yet. Import some to see where a region stands.',
    noFigures: 'There are no figures of this region for the last year.',
    figures: 'All figures',
    region: 'Region',
    measure: 'Measure',
    from: 'From year',
    year: 'To year',
    comparedWith: 'Compared with',
    references: {
      all: 'Regions of its level, itself among them',
      others: 'The other regions of its level',
      country: 'Regions of its level and country, itself among them',
      countryOthers: 'The other regions of its level and country',
    },
    leftOut: 'Left out, for they have no figure of some divisions: %{regions}.',
    finding: 'Strongest against the regions it is compared with: %{divisions}. From %{from} to %{to} the whole changed by %{growth}.',
    findingNone: 'No division is stronger than in the regions it is compared with. From %{from} to %{to} the whole changed by %{growth}.',
    quotients: 'Location quotients',
    quotientFinding: 'More than its part in %{above} of %{smart_count} division. |||| More than its part in %{above} of %{smart_count} divisions.',
    division: 'Division',
    amount: 'Amount (%{unit})',
    share: 'Share of the region',
    quotient: 'Location quotient',
    peer: 'a peer region',
    asAll: '1: as the regions together',
    structure: 'Specialisation, diversity and change',
    structureFinding:
      'More specialised than %{more} of %{smart_count} peer; %{change} of the whole moved between divisions from %{from} to %{to}. |||| More specialised than %{more} of %{smart_count} peers; %{change} of the whole moved between divisions from %{from} to %{to}.',
    krugman: 'Specialisation (Krugman, 0 to 2)',
    shannon: 'Diversity (Shannon)',
    herfindahl: 'Concentration (Herfindahl)',
    structuralChange: 'Moved between divisions',
    growth: 'Growth of the whole',
    shiftShare: 'Shift-share: what the change is made of',
    shiftFinding: 'The whole changed by %{change} %{unit} (%{growth}); %{own} of it is the own part of the region.',
    noBefore: 'There are no figures of %{year}, so the change is not known.',
    nationalShare: 'As the regions together grew',
    industryMix: 'By its divisions',
    regionalShare: 'Own part of the region',
    whole: 'Whole',
    reference:
      'Compared with %{smart_count} region: %{regions}. Sources: %{sources}. |||| Compared with %{smart_count} regions together: %{regions}. Sources: %{sources}.',
    import: 'Import regional statistics',
    importText:
      'A file of a statistical office or of your own (CSV, TSV, XLSX, ODS, JSON-stat), with years in rows or in columns. Where a column is not known by its name, you are asked once. All rows are taken or none.',
    importBrings: '%{rows} figures: %{recorded} new, %{replaced} replaced, %{unchanged} unchanged.',
    importUnknown:
      '%{smart_count} is marked as not available or confidential: it stays unknown. |||| %{smart_count} are marked as not available or confidential: they stay unknown.',
  },
  nace: { ...divisions, ...sections },
}

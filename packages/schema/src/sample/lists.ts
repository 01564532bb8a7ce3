import type { SampleRow } from './sample-rows.js'

const funds = {
  ERDF: { en: 'ERDF', it: 'FESR' },
  IPA: { en: 'IPA', it: 'IPA' },
  ENPI: { en: 'ENPI', it: 'ENPI' },
  OWN: { en: 'Own means', it: 'Mezzi propri' },
}

const partnerTypes = {
  PUBLIC_AUTHORITY: { en: 'Public authority', it: 'Autorità pubblica' },
  DEVELOPMENT_AGENCY: { en: 'Development agency', it: 'Agenzia di sviluppo' },
  RESEARCH_ORGANISATION: { en: 'Research organisation', it: 'Ente di ricerca' },
  INNOVATION_OR_CLUSTER_NETWORK: { en: 'Innovation or cluster network', it: 'Rete di innovazione o cluster' },
}

/** The lists that both samples keep: where money comes from, and the four kinds of organisation that the real project names. Their keys are their codes. */
export const listRows = (inProject: (record: string, key: string, values: Record<string, unknown>) => SampleRow): SampleRow[] => [
  ...Object.entries(funds).map(([code, title]) => inProject('Fund', code, { code, title })),
  ...Object.entries(partnerTypes).map(([code, title]) => inProject('PartnerType', code, { code, title })),
]

import { added, changed, logged, MOMENT, SECRET } from '../../support/verbs/changes.js'
import { describeRoom } from '../../support/verbs/describe-room.js'
import { DEMONSTRATION, FUND, members, OTHER_PARTNER, OTHER_PROJECT, PARTNER, REGION, userId } from '../../support/verbs/people.js'
import type { RecordRow } from '../../support/verbs/record-rows.js'
import { one, verb } from '../../support/verbs/verb-rows.js'
import type { World } from '../../support/verbs/world.js'

const notLead = members.filter((person) => person !== 'leadPartner')

/** A partner that leaves with a seat, a former seat, a pilot in each state; and one that comes. */
async function leaving(world: World) {
  const [id, byId] = [await world.put('partner'), await world.put('partner')]
  const pilot = (status: string, values = {}) => world.put('pilot', { partner_id: id, status, ...values })
  const [planned, running, suspended] = [await pilot('PLANNED'), await pilot('RUNNING'), await pilot('SUSPENDED')]
  await pilot('COMPLETED')
  await pilot('CANCELLED')
  await pilot('RUNNING', { archived_at: 'now' })
  const indicator_id = await world.put('indicator', { pilot_id: running })
  const seat = await world.put('contributor', { indicator_id, partner_id: id })
  await world.put('contributor', { indicator_id, partner_id: id, until: '2013-01-01' })
  return { id, byId, planned, running, suspended, indicator_id, seat }
}

/** The sample's lead partner is the last one of the demonstration, once those whom rows of the table have made are gone. */
async function leadership(world: World): Promise<string> {
  await world.db.query(`DELETE FROM membership WHERE project_id = $1 AND role = 'LEAD_PARTNER' AND user_id <> $2`, [DEMONSTRATION, userId('leadPartner')])
  const { rows } = await world.db.query('UPDATE membership SET version = 1 WHERE project_id = $1 AND user_id = $2 RETURNING id', [
    DEMONSTRATION,
    userId('leadPartner'),
  ])
  return rows[0].id
}

const invitation = {
  project_id: DEMONSTRATION,
  email: 'new@example.org',
  display_name: 'New Person',
  token_hash: SECRET,
  earlier_token_hashes: [],
  expires_at: MOMENT,
}

const verbs = [
  verb({
    verb: 'replacePartner',
    make: leaving,
    with: ({ id, byId }) => ({ id, version: 1, from: '2014-05-01', byId }),
    by: ['leadPartner'],
    changes: ({ id, byId, planned, running, suspended, indicator_id, seat }) => ({
      partner: [changed(id, { withdrawn_on: [null, '2014-05-01'] }), changed(byId, { replaces_id: [null, id], joined_on: [null, '2014-05-01'] })],
      contributor: [changed(seat, { until: [null, '2014-05-01'] }), added({ indicator_id, partner_id: byId, since: '2014-05-01', continues_id: seat })],
      pilot: [planned, running, suspended].map((pilot) => changed(pilot, { partner_id: [id, byId] })),
    }),
    bad: {
      'a day that is none': { with: { from: '2014-02-30' }, code: 'NOT_A_DAY', at: 'from' },
      'a partner of another project': { with: { byId: OTHER_PROJECT }, code: 'NOT_FOUND' },
    },
  }),
  verb({
    verb: 'replacePartner',
    state: 'by one that is not in the list yet',
    make: one('partner', { position: 7, role: 'ASSOCIATED_PARTNER' }),
    with: ({ id }) => ({ id, version: 1, from: '2014-05-01', name: ' New Agency', country: 'SI' }),
    by: ['leadPartner'],
    changes: ({ id }) => ({
      partner: [
        changed(id, { withdrawn_on: [null, '2014-05-01'] }),
        added({ name: 'New Agency', country: 'SI', replaces_id: id, joined_on: '2014-05-01', role: 'ASSOCIATED_PARTNER', position: 7 }),
      ],
    }),
    bad: { 'a country that is none': { with: { country: 'ZZ' }, code: 'NOT_A_COUNTRY', at: 'country' } },
  }),
  verb({
    verb: 'replacePartner',
    state: 'that came later',
    make: one('partner', { joined_on: '2014-06-01' }),
    with: ({ id }) => ({ id, version: 1, from: '2014-05-01', name: 'New Agency' }),
    by: ['leadPartner'],
    refused: 'END_BEFORE_START',
  }),
  verb({
    verb: 'replacePartner',
    state: 'by itself',
    make: one('partner'),
    with: ({ id }) => ({ id, version: 1, from: '2014-05-01', byId: id }),
    by: ['leadPartner'],
    answers: Object.fromEntries([...notLead, 'administrator', 'elsewhere'].map((person) => [person, 'SAME_PARTNER'])),
    refused: 'SAME_PARTNER',
  }),
  verb({
    verb: 'replacePartner',
    state: 'by one that replaces another already',
    make: async (world) => ({ id: await world.put('partner'), byId: await world.put('partner', { replaces_id: PARTNER }) }),
    with: ({ id, byId }) => ({ id, version: 1, from: '2014-05-01', byId }),
    by: ['leadPartner'],
    refused: 'UNKNOWN_REFERENCE',
  }),
  verb({
    verb: 'replacePartner',
    state: 'by one that is archived',
    make: async (world) => ({ id: await world.put('partner'), byId: await world.put('partner', { archived_at: 'now' }) }),
    with: ({ id, byId }) => ({ id, version: 1, from: '2014-05-01', byId }),
    by: ['leadPartner'],
    refused: 'UNKNOWN_REFERENCE',
  }),
  verb({
    verb: 'addRegions',
    make: async (world) => {
      await world.db.query("DELETE FROM region WHERE code IN ('EL42', 'FI1B')")
      return {}
    },
    with: () => ({ projectId: DEMONSTRATION, codes: ['FI1B', 'EL42'] }),
    by: ['leadPartner'],
    changes: () => ({
      region: [
        added({ code: 'EL42', name: 'Notio Aigaio', country: 'GR', level: 2, nuts_version: 2021 }),
        added({ code: 'FI1B', name: 'Helsinki-Uusimaa', country: 'FI', level: 2, nuts_version: 2021 }),
      ],
    }),
    after: ({ data }) => expect(data.addRegions).toEqual({ added: 2, known: 0 }),
    bad: {
      'one that no list knows': { with: { codes: ['FI1B', 'XK00'] }, code: 'NOT_OFFICIAL', at: 'codes.1' },
      'too many': { with: { codes: Array.from({ length: 501 }, () => 'FI1B') }, code: 'TOO_MANY_REGIONS', at: 'codes' },
    },
  }),
  verb({
    verb: 'invite',
    make: async () => ({}),
    with: () => ({ projectId: DEMONSTRATION, email: ' new@example.org', displayName: 'New Person ', role: 'OBSERVER', partnerId: null }),
    by: ['leadPartner'],
    changes: () => ({ invitation: [added({ ...invitation, role: 'OBSERVER' })], security_event: [logged('INVITATION_MADE', { user_id: null })] }),
    after: ({ data }) => expect(data.invite).toMatchObject({ mailed: false, link: expect.stringMatching(/accept-invitation\?token=.{40}/) }),
    bad: {
      'an address that is none': { with: { email: 'new at example' }, code: 'NOT_AN_EMAIL', at: 'email' },
      'no name': { with: { displayName: ' ' }, code: 'REQUIRED', at: 'displayName' },
      'a partner’s person without a partner': { with: { role: 'PARTNER' }, code: 'PARTNER_NEEDED', at: 'partnerId' },
      'a partner that is not there': { with: { role: 'PARTNER', partnerId: OTHER_PROJECT }, code: 'UNKNOWN_REFERENCE', at: 'partnerId' },
    },
  }),
  verb({
    verb: 'invite',
    state: 'for a partner',
    make: async () => ({}),
    with: () => ({ projectId: DEMONSTRATION, email: 'new@example.org', displayName: 'New Person', role: 'PARTNER', partnerId: PARTNER }),
    by: ['leadPartner'],
    changes: () => ({
      invitation: [added({ ...invitation, role: 'PARTNER', partner_id: PARTNER })],
      security_event: [logged('INVITATION_MADE', { user_id: null })],
    }),
  }),
  verb({
    verb: 'resendInvitation',
    make: one('invitation', { expires_at: 'yesterday' }),
    with: ({ id }) => ({ id, version: 1 }),
    by: ['leadPartner'],
    blind: notLead,
    changes: ({ id }) => ({
      invitation: [changed(id, { token_hash: [SECRET, SECRET], expires_at: [MOMENT, MOMENT] })],
      security_event: [logged('INVITATION_MADE', { user_id: null })],
    }),
    after: ({ data }) => expect(data.resendInvitation).toMatchObject({ mailed: false, link: expect.stringMatching(/accept-invitation\?token=.{40}/) }),
  }),
  verb({
    verb: 'resendInvitation',
    state: 'once it was accepted',
    make: one('invitation', { accepted_at: 'now' }),
    with: ({ id }) => ({ id, version: 1 }),
    by: ['leadPartner'],
    blind: notLead,
    refused: 'INVITATION_OVER',
  }),
  verb({
    verb: 'createProject',
    make: async () => ({}),
    with: () => ({ acronym: 'New', title: 'A new project', leadEmail: 'new@example.org', leadName: 'New Person' }),
    by: ['administrator'],
    answers: Object.fromEntries([...members, 'elsewhere'].map((person) => [person, 'NOT_YOURS'])),
    changes: () => ({
      project: [
        added({
          ...{
            acronym: 'New',
            title: 'A new project',
            published: false,
            progress_public: false,
            demonstration: false,
            time_zone: 'Europe/Rome',
            currency: 'EUR',
          },
          ...{ behind_threshold: 0.1, ahead_threshold: 0.3, axes: 'BOTH' },
        }),
      ],
      invitation: [added({ ...invitation, project_id: expect.any(String), role: 'LEAD_PARTNER' })],
      security_event: [logged('PROJECT_MADE', { user_id: null })],
    }),
    after: async ({ data }, _, world) => {
      const seen = await world.clients.administrator.ask('query ($id: ID!) { project(id: $id) { id } }', { id: data.createProject.id })
      expect(seen.data.project).toBeNull()
    },
    bad: {
      'no acronym': { with: { acronym: ' ' }, code: 'REQUIRED', at: 'acronym' },
      'an address that is none': { with: { leadEmail: 'new' }, code: 'NOT_AN_EMAIL', at: 'leadEmail' },
      'no name': { with: { leadName: '' }, code: 'REQUIRED', at: 'leadName' },
    },
  }),
  verb({
    verb: 'deleteDemonstration',
    state: 'a project that is real',
    make: async () => ({}),
    with: () => ({ id: OTHER_PROJECT, version: 1 }),
    by: ['leadPartner', 'administrator', 'elsewhere'],
    answers: { ...Object.fromEntries(members.map((person) => [person, 'NOT_FOUND'])), observer: 'NOT_YOURS' },
    refused: 'NOT_THE_DEMONSTRATION',
  }),
  verb({
    verb: 'deleteDemonstration',
    state: 'with the version of another project',
    make: async () => ({}),
    with: () => ({ id: DEMONSTRATION, version: 99 }),
    by: ['leadPartner', 'administrator'],
    refused: 'CONFLICT',
  }),
  verb({
    verb: 'deletePartner',
    state: 'on which others rely',
    make: async (world) => {
      const id = await world.put('partner')
      await world.put('contact', { partner_id: id })
      return { id }
    },
    with: ({ id }) => ({ id, version: 1 }),
    by: ['leadPartner'],
    refused: 'IN_USE_OR_UNKNOWN',
  }),
  ...['updateMembership', 'archiveMembership'].flatMap((name) => [
    verb({
      verb: name,
      state: 'of the last lead partner',
      make: async (world) => ({ id: await leadership(world) }),
      with: ({ id }) => ({ id, version: 1, input: { role: 'OBSERVER' } }),
      by: ['leadPartner'],
      blind: notLead,
      refused: 'LAST_LEAD_PARTNER',
    }),
    verb({
      verb: name,
      state: 'of a lead partner beside another',
      make: async (world) => ({ id: await world.put('membership', { role: 'LEAD_PARTNER' }) }),
      with: ({ id }) => ({ id, version: 1, input: { role: 'OBSERVER' } }),
      by: ['leadPartner'],
      blind: notLead,
      changes: ({ id }) => ({
        membership: [changed(id, name === 'updateMembership' ? { role: ['LEAD_PARTNER', 'OBSERVER'] } : { archived_at: [null, MOMENT] })],
      }),
    }),
  ]),
  verb({
    verb: 'updateMembership',
    state: 'of oneself',
    make: async (world) => {
      const { rows } = await world.db.query('UPDATE membership SET version = 1 WHERE project_id = $1 AND user_id = $2 RETURNING id', [
        DEMONSTRATION,
        userId('ownPartner'),
      ])
      return { id: rows[0].id as string }
    },
    with: ({ id }) => ({ id, version: 1, input: {} }),
    by: ['leadPartner'],
    blind: notLead.filter((person) => person !== 'ownPartner'),
    changes: ({ id }) => ({ membership: [changed(id, {})] }),
  }),
]

const inProject = { projectId: DEMONSTRATION }
const all = 'create update archive delete'
const moneyBlind = ['leader', 'otherLeader', 'otherPartner', 'evaluator', 'otherEvaluator'] as const

const records: readonly RecordRow[] = [
  {
    record: 'Project',
    table: 'project',
    verbs: 'update',
    by: ['leadPartner'],
    make: async (world) => {
      const { rows } = await world.db.query('UPDATE project SET version = 1, website = NULL, ends_on = $2 WHERE id = $1 RETURNING id', [
        DEMONSTRATION,
        '2014-12-31',
      ])
      return rows[0].id
    },
    update: { website: 'https://example.org/', endsOn: '2015-01-31' },
    updated: { website: [null, 'https://example.org/'], ends_on: ['2014-12-31', '2015-01-31'] },
    bad: {
      'an end before the start': { of: 'update', with: { endsOn: '2013-01-01' }, code: 'END_BEFORE_START', at: 'endsOn' },
      'an address that is none': { of: 'update', with: { website: 'javascript:alert(1)' }, code: 'NOT_AN_ADDRESS', at: 'website' },
    },
  },
  {
    record: 'Partner',
    table: 'partner',
    verbs: all,
    by: ['leadPartner'],
    create: () => ({ ...inProject, name: 'Board of Farness', position: 50, role: 'PARTNER', country: 'XX', regionId: REGION }),
    created: () => ({ name: 'Board of Farness', position: 50, role: 'PARTNER', country: 'XX', region_id: REGION }),
    update: { joinedOn: '2014-01-01', withdrawnOn: '2014-02-01', city: ' Farness ' },
    updated: { joined_on: [null, '2014-01-01'], withdrawn_on: [null, '2014-02-01'], city: [null, 'Farness'] },
    bad: {
      'an end before the start': { with: { joinedOn: '2014-02-01', withdrawnOn: '2014-01-01' }, code: 'END_BEFORE_START', at: 'withdrawnOn' },
      'a country that is none': { with: { country: 'xx' }, code: 'NOT_A_COUNTRY', at: 'country' },
      'a letter that cannot be stored': { with: { note: 'a\u0000b' }, code: 'BAD_TEXT', at: 'note' },
    },
  },
  {
    record: 'Contact',
    table: 'contact',
    verbs: all,
    by: ['leadPartner', 'ownPartner'],
    create: () => ({ ...inProject, partnerId: PARTNER, name: 'Desk', email: 'desk@example.org' }),
    created: () => ({ partner_id: PARTNER, name: 'Desk', email: 'desk@example.org' }),
    update: { phone: '+1', jobTitle: 'Head' },
    updated: { phone: [null, '+1'], job_title: [null, 'Head'] },
    bad: { 'an address that is none': { with: { email: 'desk' }, code: 'NOT_AN_EMAIL', at: 'email' } },
  },
  {
    record: 'BudgetShare',
    table: 'budget_share',
    verbs: all,
    by: ['leadPartner'],
    blind: moneyBlind,
    answersToCreate: Object.fromEntries(moneyBlind.map((person) => [person, 'NOT_YOURS'])),
    create: () => ({ ...inProject, partnerId: PARTNER, amount: 1234.5, fundId: FUND }),
    created: () => ({ partner_id: PARTNER, amount: 1234.5, fund_id: FUND }),
    update: { amount: 0, coFinancingRate: 0.75 },
    updated: { amount: [100, 0], co_financing_rate: [null, 0.75] },
    bad: {
      'an amount below 0': { with: { amount: -1 }, code: 'TOO_SMALL', at: 'amount' },
      'a share above 1': { with: { coFinancingRate: 1.5 }, code: 'TOO_LARGE', at: 'coFinancingRate' },
    },
  },
  {
    record: 'FundBudget',
    table: 'fund_budget',
    verbs: all,
    by: ['leadPartner'],
    within: async (world) => {
      await world.db.query('DELETE FROM fund_budget WHERE project_id = $1', [DEMONSTRATION])
      return {}
    },
    create: () => ({ ...inProject, fundId: FUND, amount: 10 }),
    created: () => ({ fund_id: FUND, amount: 10 }),
    update: { precisionNote: 'About' },
    updated: { precision_note: [null, 'About'] },
    bad: { 'an amount that is too large': { with: { amount: 1e13 }, code: 'TOO_LARGE', at: 'amount' } },
  },
  {
    record: 'Fund',
    table: 'fund',
    verbs: all,
    by: ['leadPartner'],
    create: () => ({ ...inProject, code: 'ESF', title: { en: 'ESF', it: 'FSE' } }),
    created: () => ({ code: 'ESF', title: { en: 'ESF', it: 'FSE' } }),
    make: (world) => world.put('fund', { title: { en: 'Fund' } }),
    update: { title: { en: 'Funds' } },
    updated: { title: [{ en: 'Fund' }, { en: 'Funds' }] },
    bad: {
      'no code': { with: { code: ' ' }, code: 'REQUIRED', at: 'code' },
      'a code that is there': { with: { code: 'IPA' }, code: 'ALREADY_THERE' },
    },
  },
  {
    record: 'PartnerType',
    table: 'partner_type',
    verbs: all,
    by: ['leadPartner'],
    create: () => ({ ...inProject, code: 'CHAMBER', title: { en: 'Chamber' } }),
    created: () => ({ code: 'CHAMBER', title: { en: 'Chamber' } }),
    make: (world) => world.put('partner_type', { title: { en: 'Type' } }),
    update: { title: { en: 'Board' } },
    updated: { title: [{ en: 'Type' }, { en: 'Board' }] },
    bad: { 'a title in no language': { with: { title: {} }, code: 'NOT_TRANSLATIONS', at: 'title' } },
  },
  {
    record: 'Source',
    table: 'source',
    verbs: all,
    by: ['leadPartner'],
    create: () => ({ ...inProject, key: 'leaflet', title: 'Leaflet', address: 'https://example.org/leaflet' }),
    created: () => ({ key: 'leaflet', title: 'Leaflet', address: 'https://example.org/leaflet' }),
    update: { readInFull: true },
    updated: { read_in_full: [null, true] },
    bad: { 'no title': { with: { title: '' }, code: 'REQUIRED', at: 'title' } },
  },
  {
    record: 'Citation',
    table: 'citation',
    verbs: all,
    by: ['leadPartner'],
    create: () => ({ ...inProject, recordType: 'Partner', recordId: PARTNER, field: 'city', basis: 'COMMON_KNOWLEDGE' }),
    created: () => ({ record_type: 'Partner', record_id: PARTNER, field: 'city', basis: 'COMMON_KNOWLEDGE' }),
    update: { basis: 'DERIVED' },
    updated: { basis: ['EDITORIAL', 'DERIVED'] },
    bad: { 'no basis': { with: { basis: null }, code: 'REQUIRED', at: 'basis' } },
  },
  {
    record: 'Invitation',
    table: 'invitation',
    verbs: 'archive',
    by: ['leadPartner'],
    blind: notLead,
  },
  {
    record: 'Membership',
    table: 'membership',
    verbs: 'update archive',
    by: ['leadPartner'],
    blind: notLead,
    update: { role: 'PARTNER', partnerId: OTHER_PARTNER },
    updated: { role: ['OBSERVER', 'PARTNER'], partner_id: [null, OTHER_PARTNER] },
    bad: { 'a partner’s person without a partner': { of: 'update', with: { role: 'PARTNER' }, code: 'PARTNER_NEEDED', at: 'partnerId' } },
  },
  {
    record: 'ProjectNote',
    table: 'project_note',
    verbs: all,
    by: ['leadPartner'],
    create: () => ({ ...inProject, kind: 'OBJECTIVE', position: 1, title: 'Aim', text: 'More' }),
    created: () => ({ kind: 'OBJECTIVE', position: 1, title: 'Aim', text: 'More' }),
    update: { text: 'Less' },
    updated: { text: [null, 'Less'] },
    bad: { 'a place below 1': { with: { position: 0 }, code: 'TOO_SMALL', at: 'position' } },
  },
  {
    record: 'ProjectFigure',
    table: 'project_figure',
    verbs: all,
    by: ['leadPartner'],
    create: () => ({ ...inProject, title: 'Participants', value: 280, exactness: 'MORE_THAN', onDay: '2014-05-01', onDayPrecision: 'MONTH' }),
    created: () => ({ title: 'Participants', value: 280, exactness: 'MORE_THAN', on_day: '2014-05-01', on_day_precision: 'MONTH' }),
    update: { exactness: 'ABOUT', value: 300 },
    updated: { exactness: [null, 'ABOUT'], value: [null, 300] },
    bad: { 'another exactness': { with: { exactness: 'PERHAPS' }, code: 'BAD_USER_INPUT' } },
  },
  {
    record: 'Region',
    table: 'region',
    verbs: all,
    by: ['administrator'],
    answers: { elsewhere: 'NOT_YOURS' },
    answersToCreate: { elsewhere: 'NOT_YOURS' },
    create: () => ({ code: 'QQ9', name: 'Far', country: 'XX', level: 3, nutsVersion: 2021 }),
    created: () => ({ code: 'QQ9', name: 'Far', country: 'XX', level: 3, nuts_version: 2021 }),
    update: { performance: 'HIGH', performanceSource: 'Scoreboard' },
    updated: { performance: [null, 'HIGH'], performance_source: [null, 'Scoreboard'] },
    bad: {
      'a performance without its source': { with: { performance: 'LOW' }, code: 'SOURCE_NEEDED', at: 'performanceSource' },
      'a region that is there': { with: { code: 'XX01', nutsVersion: 2013 }, code: 'ALREADY_THERE' },
    },
  },
]

describeRoom('the partnership', verbs, records)

import { createHash, randomUUID } from 'node:crypto'
import { PASSWORD } from '../../support/product.js'
import { added, type Changes, changed, expectChanges, gone, logged, ME, MOMENT, SECRET } from '../../support/verbs/changes.js'
import { describeRoom } from '../../support/verbs/describe-room.js'
import { documentOf } from '../../support/verbs/documents.js'
import { CLERK, DEMONSTRATION, members, type Person, people, userId } from '../../support/verbs/people.js'
import type { RecordRow } from '../../support/verbs/record-rows.js'
import { type Asker, one, outcomeOf, verb } from '../../support/verbs/verb-rows.js'
import type { World } from '../../support/verbs/world.js'

const withSession = people.slice(0, 11)
const all = (answer: string, who: readonly Person[] = people): Partial<Record<Person, string>> => Object.fromEntries(who.map((person) => [person, answer]))
const notFound = all('NOT_FOUND', withSession)

/** A person who belongs to the demonstration, and has one session more than the one that asks. */
async function account(world: World, values = {}, isMember = true) {
  const { rows } = await world.db.query('SELECT password_hash FROM app_user WHERE id = $1', [CLERK])
  const id = await world.put('app_user', { password_hash: rows[0].password_hash, ...values })
  if (isMember) await world.put('membership', { user_id: id })
  const { rows: emails } = await world.db.query('SELECT email FROM app_user WHERE id = $1', [id])
  return { id, email: emails[0].email as string }
}

/** An administrator beside the one that asks. */
const otherAdministrator = async (world: World) => (await account(world, { administrator: true }, false)).id

const linkTaken = ({ id }: { readonly id: string }, { person }: Asker): Changes =>
  person === 'administrator'
    ? {
        one_time_link: [added({ user_id: id, made_by_id: userId('administrator'), token_hash: SECRET, expires_at: MOMENT })],
        security_event: [logged('RESET_LINK_TAKEN', { user_id: id })],
      }
    : {}

const sessionRows = (['session', 'api_token'] as const).flatMap((table) => {
  const name = table === 'session' ? 'revokeSession' : 'revokeApiToken'
  return [
    verb({
      verb: name,
      make: one(table),
      with: ({ id }) => ({ id }),
      by: ['ownPartner', 'administrator'],
      answers: notFound,
      changes: ({ id }) => ({
        [table]: [changed(id, { revoked_at: [null, MOMENT] })],
        security_event: [logged(table === 'session' ? 'SESSION_ENDED' : 'TOKEN_ENDED', { user_id: userId('ownPartner') })],
      }),
    }),
    verb({
      verb: name,
      state: 'over already',
      make: one(table, { revoked_at: '2014-01-01T00:00:00Z' }),
      with: ({ id }) => ({ id }),
      by: ['ownPartner', 'administrator'],
      answers: notFound,
    }),
  ]
})

const factorRow = verb({
  verb: 'removeFactor',
  make: one('second_factor'),
  with: ({ id }) => ({ id }),
  by: ['ownPartner', 'administrator'],
  answers: notFound,
  changes: ({ id }) => ({ second_factor: [gone(id)], security_event: [logged('FACTOR_REMOVED', { user_id: userId('ownPartner') })] }),
})

const token = { name: ' Power BI ', projectIds: [DEMONSTRATION], withMoney: true, days: 30 }

const seeing = (before: string | null, after: string | null, id: string) => ({
  session: [changed(id, { seeing_as_id: [before, after] })],
  audit_entry: [added({ record_type: 'Session', record_id: id, field: 'seeingAs' })],
})

const providerRows = [
  verb({
    verb: 'signInWith',
    state: 'a provider that is none',
    make: async () => ({}),
    with: () => ({ provider: 'nobody', inWindow: false }),
    by: people,
    refused: 'UNKNOWN_REFERENCE',
  }),
  verb({
    verb: 'joinAccountOf',
    state: 'a provider that is none',
    make: async () => ({}),
    with: () => ({ provider: 'nobody' }),
    by: withSession,
    refused: 'UNKNOWN_REFERENCE',
  }),
  verb({
    verb: 'partProviderAccount',
    make: one('provider_account'),
    with: ({ id }) => ({ id }),
    by: ['ownPartner', 'administrator'],
    answers: notFound,
    changes: ({ id }) => ({ provider_account: [gone(id)], security_event: [logged('PROVIDER_LEFT', { user_id: userId('ownPartner') })] }),
  }),
  verb({
    verb: 'partProviderAccount',
    state: 'the only way in',
    make: async (world) => ({ id: await world.put('provider_account', { user_id: await world.put('app_user') }) }),
    with: ({ id }) => ({ id }),
    by: ['administrator'],
    answers: notFound,
    refused: 'LAST_WAY_IN',
  }),
]

const ERASED = 'Person who was erased'

const erasureRows = [
  verb({
    verb: 'askForErasure',
    make: (world) => world.db.query('UPDATE app_user SET erasure_asked_at = NULL').then(() => ({})),
    with: () => ({ asked: true }),
    by: withSession,
    changes: (_, asker) => ({ app_user: [changed(String(asker.userId), { erasure_asked_at: [null, MOMENT] })], security_event: [logged('ERASURE_ASKED')] }),
  }),
  verb({
    verb: 'askForErasure',
    state: 'taken back',
    make: (world) => world.db.query('UPDATE app_user SET erasure_asked_at = $1', ['2014-01-01T00:00:00Z']).then(() => ({})),
    with: () => ({ asked: false }),
    by: withSession,
    changes: (_, asker) => ({ app_user: [changed(String(asker.userId), { erasure_asked_at: [MOMENT, null] })] }),
  }),
  verb({
    verb: 'erasePerson',
    make: async (world) => {
      const { id, email } = await account(world, { language: 'IT' })
      const { rows } = await world.db.query('SELECT id FROM membership WHERE user_id = $1', [id])
      return { id, email, membership: String(rows[0].id), session: await world.put('session', { user_id: id }) }
    },
    with: ({ id, email }) => ({ id, email: ` ${email.toUpperCase()}` }),
    by: ['administrator'],
    answers: { ...all('NOT_YOURS', members), elsewhere: 'NOT_FOUND' },
    changes: ({ id, email, membership, session }) => ({
      app_user: [
        changed(id, {
          display_name: [expect.any(String), ERASED],
          email: [email, `${id}@erased.invalid`],
          language: ['IT', null],
          password_hash: [SECRET, null],
          archived_at: [null, MOMENT],
          erased_at: [null, MOMENT],
        }),
      ],
      membership: [changed(membership, { archived_at: [null, MOMENT] })],
      session: [gone(session)],
    }),
    bad: {
      'somebody else’s e-mail': { with: { email: 'clerk@example.org' }, code: 'ANOTHER_PERSON', at: 'email' },
      nobody: { with: { id: 'nobody' }, code: 'NOT_FOUND' },
    },
  }),
  verb({
    verb: 'erasePerson',
    state: 'the last administrator',
    make: async () => ({}),
    with: () => ({ id: userId('administrator'), email: 'admin@example.org' }),
    by: ['administrator'],
    answers: notFound,
    refused: 'LAST_ADMINISTRATOR',
  }),
  verb({
    verb: 'erasePerson',
    state: 'erased before',
    make: async (world) => account(world, { erased_at: '2014-01-01T00:00:00Z', archived_at: '2014-01-01T00:00:00Z' }),
    with: ({ id, email }) => ({ id, email }),
    by: ['administrator'],
    answers: { ...all('NOT_YOURS', members), elsewhere: 'NOT_FOUND' },
    refused: 'ERASED',
  }),
]

const verbs = [
  ...sessionRows,
  ...erasureRows,
  ...providerRows,
  factorRow,
  verb({
    verb: 'createApiToken',
    make: async () => ({}),
    with: () => token,
    by: members,
    answers: { administrator: 'UNKNOWN_REFERENCE', elsewhere: 'UNKNOWN_REFERENCE' },
    changes: () => ({
      api_token: [added({ user_id: ME, name: 'Power BI', with_money: true, project_ids: [DEMONSTRATION], token_hash: SECRET, expires_at: MOMENT })],
      security_event: [logged('TOKEN_MADE')],
    }),
    after: ({ data }) => expect(data.createApiToken.token).toMatch(/^.{43}$/),
    bad: {
      'no name': { with: { name: ' ' }, code: 'REQUIRED', at: 'name' },
      'no day': { with: { days: 0 }, code: 'TOO_LARGE', at: 'days' },
      'more than a year': { with: { days: 367 }, code: 'TOO_LARGE', at: 'days' },
      'no project': { with: { projectIds: [] }, code: 'UNKNOWN_REFERENCE', at: 'projectIds' },
    },
  }),
  verb({
    verb: 'seeAs',
    fresh: true,
    make: async () => ({}),
    with: () => ({ userId: userId('ownPartner') }),
    by: ['leadPartner', 'administrator'],
    answers: { elsewhere: 'NOT_YOURS' },
    changes: (_, { sessionId }) => ({
      ...seeing(null, userId('ownPartner'), sessionId),
      security_event: [logged('SEEING_AS', { user_id: userId('ownPartner') })],
    }),
    bad: {
      oneself: { with: { userId: userId('leadPartner') }, code: 'UNKNOWN_REFERENCE', at: 'userId' },
      nobody: { with: { userId: 'nobody' }, code: 'NOT_YOURS' },
    },
  }),
  verb({
    verb: 'seeAs',
    state: 'oneself',
    make: async () => ({}),
    with: (_, asker) => ({ userId: asker.userId ?? CLERK }),
    by: ['administrator'],
    answers: { ...all('NOT_YOURS', members), leadPartner: 'UNKNOWN_REFERENCE', elsewhere: 'UNKNOWN_REFERENCE' },
    refused: 'UNKNOWN_REFERENCE',
  }),
  verb({
    verb: 'stopSeeingAs',
    fresh: true,
    make: async () => ({}),
    with: () => ({}),
    by: [...withSession, 'seeingAs'],
    answers: { token: 'UNAUTHENTICATED' },
    changes: (_, { person, sessionId }) => (person === 'seeingAs' ? seeing(userId('ownPartner'), null, sessionId) : {}),
  }),
  verb({
    verb: 'signOut',
    fresh: true,
    make: async () => ({}),
    with: () => ({}),
    by: people.filter((person) => person !== 'token'),
    changes: (_, { sessionId }): Changes =>
      sessionId ? { session: [changed(sessionId, { revoked_at: [null, MOMENT] })], security_event: [logged('SIGNED_OUT')] } : {},
  }),
  verb({
    verb: 'requestPasswordReset',
    state: 'of somebody without a project',
    make: (world) => account(world, {}, false),
    with: ({ email }) => ({ email }),
    by: people,
    changes: linkTaken,
    after: ({ data }, _, __, { person }) =>
      expect(data.requestPasswordReset).toEqual({ mailed: false, link: person === 'administrator' ? expect.stringMatching(/token=/) : null, waits: false }),
  }),
  verb({
    verb: 'requestPasswordReset',
    state: 'of a member',
    make: async (world) => ({ ...(await account(world)), other: await otherAdministrator(world) }),
    with: ({ email }) => ({ email }),
    by: people,
    changes: linkTaken,
    after: async ({ data }, { other }, world, { person }) => {
      await world.set('app_user', other, { archived_at: 'now' })
      const isTaken = person === 'administrator'
      expect(data.requestPasswordReset).toEqual({ mailed: false, link: isTaken ? expect.stringMatching(/token=/) : null, waits: isTaken })
    },
  }),
  verb({
    verb: 'confirmLink',
    make: async (world) => {
      const { id: user_id } = await account(world)
      const made_by_id = await otherAdministrator(world)
      const id = await world.put('one_time_link', { user_id, made_by_id, token_hash: randomUUID(), expires_at: 'tomorrow' })
      return { id, user_id }
    },
    with: ({ id }) => ({ id }),
    by: ['administrator'],
    answers: all('NOT_YOURS', withSession),
    changes: ({ id, user_id }) => ({
      one_time_link: [changed(id, { confirmed_by_id: [null, userId('administrator')] })],
      security_event: [logged('RESET_LINK_TAKEN', { user_id, detail: 'confirmed' })],
    }),
  }),
  verb({
    verb: 'beginExport',
    make: async () => ({}),
    with: () => ({ list: 'indicators' }),
    by: people,
    changes: (_, { person }): Changes => (person === 'stranger' ? {} : { security_event: [logged('FEED_READ', { detail: 'indicators.csv' })] }),
    bad: { 'no such list': { with: { list: 'nothings' }, code: 'UNKNOWN_REFERENCE', at: 'list' } },
  }),
  verb({
    verb: 'requestPasswordReset',
    state: 'for nobody',
    make: async () => ({ email: `${randomUUID()}@example.org` }),
    with: ({ email }) => ({ email }),
    by: ['administrator', 'stranger'],
    answers: all('done', people),
    after: ({ data }) => expect(data.requestPasswordReset).toEqual({ mailed: false, link: null, waits: false }),
  }),
  verb({
    verb: 'updateUser',
    state: 'oneself',
    make: (world) => world.db.query('UPDATE app_user SET version = 1, language = NULL WHERE id <> $1', [CLERK]).then(() => ({})),
    with: (_, asker) => ({ id: asker.userId ?? CLERK, version: 1, input: { language: 'IT' } }),
    by: withSession,
    changes: (_, asker) => ({ app_user: [changed(String(asker.userId), { language: [null, 'IT'] })] }),
  }),
]

const records: readonly RecordRow[] = [
  {
    record: 'User',
    table: 'app_user',
    verbs: 'update archive',
    by: ['administrator'],
    make: async (world) => (await account(world)).id,
    update: { displayName: 'Other', colourScheme: 'DARK' },
    updated: { display_name: [expect.any(String), 'Other'], colour_scheme: [null, 'DARK'] },
    bad: {
      'no name': { of: 'update', with: { displayName: ' ' }, code: 'REQUIRED', at: 'displayName' },
      'a name that is too long': { of: 'update', with: { displayName: 'x'.repeat(121) }, code: 'TOO_LONG', at: 'displayName' },
    },
  },
]

describeRoom('access', verbs, records, (worldOf) => {
  const ask = (verbName: string, variables: object, client = worldOf().product.client) => client.ask(documentOf(verbName), { ...variables })

  it('signIn opens a session for whoever knows the password, and notes who does not', async () => {
    const world = worldOf()
    const { id, email } = await account(world)
    await world.ready()
    expect(outcomeOf(await ask('signIn', { email, password: 'something else' }, world.clients.stranger))).toBe('WRONG_PASSWORD')
    expect(await world.deeds()).toEqual([])
    const stranger = world.product.client.withSession('')
    expect(outcomeOf(await ask('signIn', { email: ` ${email}`, password: PASSWORD }, stranger))).toBe('done')
    expectChanges(
      await world.deeds(),
      {
        session: [added({ user_id: id, device: SECRET, network: SECRET, token_hash: SECRET, seen_at: MOMENT, proved_at: MOMENT, expires_at: MOMENT })],
        known_device: [added({ user_id: id, token_hash: SECRET, seen_at: MOMENT })],
        security_event: [logged('SIGNED_IN', { user_id: id, by_user_id: id, detail: 'password' })],
      },
      null,
    )
    expect((await stranger.ask('{ viewer { id } }')).data.viewer).toEqual({ id })
  })

  it('signIn is refused to whoever is archived, and to anybody after ten failures', async () => {
    const world = worldOf()
    const archived = await account(world, { archived_at: 'now' })
    expect(outcomeOf(await ask('signIn', { email: archived.email, password: PASSWORD }))).toBe('WRONG_PASSWORD')
    const { email } = await account(world)
    for (let tries = 0; tries < 10; tries += 1) await ask('signIn', { email: `${email}${' '.repeat(tries)}`, password: 'something else' })
    await world.ready()
    expect(outcomeOf(await ask('signIn', { email, password: PASSWORD }))).toBe('RATE_LIMITED')
    expect(await world.deeds()).toEqual([])
  })

  it('changePassword is done by oneself with the present password, and ends the other sessions', async () => {
    const world = worldOf()
    const ending = { endSessions: true, endTokens: true }
    const { id } = await account(world)
    const [here, there] = [await sessionOf(world, id), await sessionOf(world, id)]
    const token = await world.put('api_token', { user_id: id })
    await world.ready()
    expect(outcomeOf(await ask('changePassword', { ...ending, current: 'not mine', password: 'another long one' }, here.client))).toBe('WRONG_PASSWORD')
    expect(outcomeOf(await ask('changePassword', { ...ending, current: PASSWORD, password: 'short' }, here.client))).toBe('PASSWORD_LENGTH')
    const refusals = { token: 'READ_ONLY', seeingAs: 'SEEING_AS', stranger: 'UNAUTHENTICATED' } as const
    for (const [person, answer] of Object.entries(refusals)) {
      expect([
        person,
        outcomeOf(await ask('changePassword', { ...ending, current: PASSWORD, password: 'another long one' }, world.clients[person as Person])),
      ]).toEqual([person, answer])
    }
    expect(await world.deeds()).toEqual([])
    expect(outcomeOf(await ask('changePassword', { ...ending, current: PASSWORD, password: 'another long one' }, here.client))).toBe('done')
    expectChanges(
      await world.deeds(),
      {
        app_user: [changed(id, { password_hash: [SECRET, SECRET] })],
        session: [changed(there.id, { revoked_at: [null, MOMENT] })],
        api_token: [changed(token, { revoked_at: [null, MOMENT] })],
        security_event: [logged('PASSWORD_CHANGED')],
      },
      id,
    )
    await world.put('api_token', { user_id: id })
    await sessionOf(world, id)
    await world.ready()
    const keeping = { current: 'another long one', password: 'a third long one', endSessions: false, endTokens: false }
    expect(outcomeOf(await ask('changePassword', keeping, here.client))).toBe('done')
    expectChanges(await world.deeds(), { app_user: [changed(id, { password_hash: [SECRET, SECRET] })], security_event: [logged('PASSWORD_CHANGED')] }, id)
  })

  it('resetPassword is done once by the link, within its day, and ends all sessions and tokens', async () => {
    const world = worldOf()
    const { id } = await account(world)
    const session = await sessionOf(world, id)
    const token = await world.put('api_token', { user_id: id })
    const link = (secret: string, expires_at: string) => world.put('one_time_link', { user_id: id, token_hash: hashOf(secret), expires_at })
    const [right] = [await link('right', 'tomorrow'), await link('over', 'yesterday')]
    await world.ready()
    expect(outcomeOf(await ask('resetPassword', { token: 'over', password: 'another long one' }))).toBe('LINK_OVER')
    expect(outcomeOf(await ask('resetPassword', { token: 'nothing', password: 'another long one' }))).toBe('LINK_OVER')
    expect(outcomeOf(await ask('resetPassword', { token: 'right', password: 'short' }))).toBe('PASSWORD_LENGTH')
    expect(await world.deeds()).toEqual([])
    expect(outcomeOf(await ask('resetPassword', { token: 'right', password: 'another long one' }))).toBe('done')
    expectChanges(
      await world.deeds(),
      {
        one_time_link: [changed(right, { used_at: [null, MOMENT] })],
        app_user: [changed(id, { password_hash: [SECRET, SECRET] })],
        session: [changed(session.id, { revoked_at: [null, MOMENT] })],
        api_token: [changed(token, { revoked_at: [null, MOMENT] })],
        security_event: [logged('PASSWORD_RESET', { user_id: id })],
      },
      null,
    )
    expect(outcomeOf(await ask('resetPassword', { token: 'right', password: 'another long one' }))).toBe('LINK_OVER')
  })

  it('acceptInvitation makes an account, or asks for the password of the one there is, and a membership', async () => {
    const world = worldOf()
    const { id: knownId, email } = await account(world)
    const invite = (secret: string, values: object) => world.put('invitation', { token_hash: hashOf(secret), role: 'CONTROLLER', ...values })
    const known = await invite('known', { email })
    const fresh = await invite('fresh', { email: 'fresh@example.org', display_name: 'Fresh' })
    await invite('late', { expires_at: 'yesterday' })
    await invite('taken back', { archived_at: 'now' })
    await invite('used', { accepted_at: 'now' })
    await world.ready()
    for (const secret of ['late', 'taken back', 'used', 'nothing']) {
      expect([secret, outcomeOf(await ask('acceptInvitation', { token: secret, password: 'a long enough one' }))]).toEqual([secret, 'LINK_OVER'])
    }
    expect(outcomeOf(await ask('acceptInvitation', { token: 'fresh', password: 'short' }))).toBe('PASSWORD_LENGTH')
    expect(await world.deeds()).toEqual([])
    expect(outcomeOf(await ask('acceptInvitation', { token: 'known', password: 'something else' }))).toBe('WRONG_PASSWORD')
    expect(await world.deeds()).toEqual([])
    const accepted = (id: string, user: unknown) => [changed(id, { accepted_at: [null, MOMENT], user_id: [null, user] })]
    expect(outcomeOf(await ask('acceptInvitation', { token: 'known', password: PASSWORD }))).toBe('done')
    expectChanges(
      await world.deeds(),
      {
        invitation: accepted(known, knownId),
        membership: [added({ user_id: knownId, role: 'CONTROLLER' })],
        security_event: [logged('INVITATION_ACCEPTED')],
      },
      knownId,
    )
    expect(outcomeOf(await ask('acceptInvitation', { token: 'fresh', password: 'a long enough one' }))).toBe('done')
    const { rows } = await world.db.query(`SELECT id FROM app_user WHERE email = 'fresh@example.org'`)
    expectChanges(
      await world.deeds(),
      {
        app_user: [added({ display_name: 'Fresh', email: 'fresh@example.org', administrator: false, password_hash: SECRET })],
        invitation: accepted(fresh, rows[0].id),
        membership: [added({ user_id: rows[0].id, role: 'CONTROLLER' })],
        security_event: [logged('INVITATION_ACCEPTED')],
      },
      rows[0].id,
    )
  })
})

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

async function sessionOf(world: World, user: string) {
  const secret = randomUUID()
  return { id: await world.put('session', { user_id: user, token_hash: hashOf(secret) }), client: world.product.client.withSession(secret) }
}

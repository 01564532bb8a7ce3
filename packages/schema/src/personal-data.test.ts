import { impersonalColumns, personalColumns, personalTable, rowsOfPerson, smellsOfPerson, unsaidColumns } from '@clusterpolisee/schema'

const keptIn = (table: string) => personalColumns().filter((column) => column.table === table)

it('leave no column that smells of a person without a word', () => {
  expect(unsaidColumns()).toEqual([])
})

it.each(['email', 'display_name', 'network', 'user_agent', 'contact_id', 'answered_by', 'phone', 'birth_day', 'user_id'])('smells a person in %s', (column) => {
  expect(smellsOfPerson({ column, leadsTo: null })).toBe(true)
})

it.each(['title', 'value', 'starts_on', 'baseline', 'nameable'])('smells nobody in %s', (column) => {
  expect(smellsOfPerson({ column, leadsTo: null })).toBe(false)
})

it('smells a person in whatever leads to an account, and nobody in what leads elsewhere', () => {
  expect(smellsOfPerson({ column: 'lead_id', leadsTo: 'app_user' })).toBe(true)
  expect(smellsOfPerson({ column: 'contact_id', leadsTo: 'partner' })).toBe(false)
})

it('say why, until when, and what erasing does', () => {
  expect(keptIn('app_user').find(({ column }) => column === 'email')).toEqual({
    record: 'User',
    table: 'app_user',
    property: 'email',
    column: 'email',
    optional: false,
    leadsTo: null,
    purpose: 'ACCOUNT',
    until: 'ERASED',
    erase: 'BLANK',
  })
})

it('know which columns lead to an account: of records, of what they extend, and of tables that are no records', () => {
  const leading = personalColumns().filter(({ leadsTo }) => leadsTo === 'app_user')
  expect(leading).toEqual(
    expect.arrayContaining(
      [
        { record: 'Membership', table: 'membership', column: 'user_id', optional: false },
        { record: 'Measurement', table: 'measurement', column: 'recorded_by_id', optional: true },
        { record: null, table: 'half_session', column: 'user_id', optional: false },
      ].map((column) => expect.objectContaining(column)),
    ),
  )
  expect(keptIn('score')).toEqual([expect.objectContaining({ column: 'evaluator_id', leadsTo: 'evaluator' })])
  expect(keptIn('provider_session').map(({ column, leadsTo }) => [column, leadsTo])).toEqual([
    ['session_id', 'session'],
    ['id_token', null],
  ])
})

it('leave no name, address or text of a person behind when the person is erased', () => {
  const texts = personalColumns().filter(({ leadsTo, table }) => leadsTo === null && table !== 'audit_entry')
  expect(texts.filter(({ erase }) => erase === 'KEEP').map(({ table, column }) => `${table}.${column}`)).toEqual(['evaluator.conflict_declared_at'])
})

it('delete whole rows or none: a row that goes leaves no column that stays', () => {
  for (const table of new Set(personalColumns().map((column) => column.table))) {
    const ends = keptIn(table)
      .filter(({ column }) => column !== 'seeing_as_id')
      .map(({ erase }) => erase === 'DELETE')
    expect([table, new Set(ends).size]).toEqual([table, 1])
  }
})

it('are listed for reviewers, with what only seems to be of a person', () => {
  expect(personalTable()).toContain('- network: SECURITY, ENDED + 90 days, DELETE\n')
  expect(personalTable()).toContain('- partner.name: An organisation\n')
  expect(impersonalColumns().every(({ why }) => why.length > 3)).toBe(true)
})

it('find the rows of a person by the account, over another row, or by the e-mail', () => {
  expect(rowsOfPerson('measurement', 'm', '$1')).toBe('(m.recorded_by_id = $1)')
  expect(rowsOfPerson('score', 's', '$1')).toBe('(s.evaluator_id IN (SELECT s_.id FROM evaluator s_ WHERE (s_.user_id = $1)))')
  expect(rowsOfPerson('contact', 'c', '$1')).toBe('(lower(c.email) = (SELECT email FROM app_user WHERE id = $1))')
  expect(rowsOfPerson('graphile_worker._private_jobs', 'j', '$1')).toBeNull()
})

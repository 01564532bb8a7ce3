import { demandTold } from './demand-told.js'

const tells = /change it by Database.write/

describe('outside a transaction', () => {
  it.each([
    'UPDATE session SET proved_at = moment_of_write() WHERE id = $1',
    'UPDATE session SET version = version + 1,\n  revoked_at = moment_of_write() WHERE id = $1',
    'INSERT INTO membership (id) VALUES ($1)',
    'DELETE FROM second_factor WHERE id = $1',
    "UPDATE app_user SET display_name = 'Ann'",
    'WITH gone AS (DELETE FROM membership WHERE id = $1 RETURNING 1) SELECT count(*) FROM gone',
  ])('who may see what is not changed: %s', (text) => {
    expect(() => demandTold(text)).toThrow(tells)
  })

  it.each([
    'UPDATE session SET seen_at = moment_of_write() WHERE id = (SELECT t.id FROM session t WHERE t.id = $1)',
    'DELETE FROM session_of_old',
    'UPDATE sign_in_pace SET full_at = moment_of_write()',
    'SELECT 1 FROM membership FOR UPDATE',
  ])('everything else runs: %s', (text) => {
    expect(() => demandTold(text)).not.toThrow()
  })
})

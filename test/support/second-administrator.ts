import { connectEmbedded } from './embedded-database.js'

/** Adds an administrator beside the sample's, `admin-b`, who belongs to no project and has the same password. */
export async function addSecondAdministrator(folder: string): Promise<void> {
  const database = await connectEmbedded(folder)
  await database.query(`INSERT INTO app_user (id, version, created_at, updated_at, display_name, email, administrator, password_hash)
    SELECT gen_random_uuid(), 1, now(), now(), 'Bea Beside', 'admin-b@example.org', true, password_hash FROM app_user WHERE email = 'admin@example.org'`)
  await database.end()
}

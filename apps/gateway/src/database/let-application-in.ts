import pg from 'pg'
import type { DataSource } from 'typeorm'
import { StartError } from '../kernel/start-error.js'
import { whenFree } from './patiently.js'

/**
 * Lets the application's role, which is the one in `url`, read and write, and no more: it owns nothing, so that it can alter
 * no table, empty none and switch no trigger off, and what the audit says it can add to, not change. Made when it is not
 * there; a StartError when the owner may not make it.
 */
export async function letApplicationIn(owner: DataSource, url: string): Promise<void> {
  const { username, password } = new URL(url)
  const name = decodeURIComponent(username)
  await makeRole(owner, name, decodeURIComponent(password))
  await whenFree(() => owner.query(rights(pg.escapeIdentifier(name), pg.escapeLiteral(name))))
}

async function makeRole(owner: DataSource, name: string, password: string): Promise<void> {
  const [known] = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name])
  if (known) return
  const role = pg.escapeIdentifier(name)
  await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(password)}`).catch(() => {
    throw new StartError(`PostgreSQL does not let the owner make the role of DATABASE_URL. Ask its administrator for: CREATE ROLE ${role} LOGIN PASSWORD '…';`)
  })
}

/** One transaction, so that a gateway that works meanwhile lacks nothing. The queue guards its tables by policies, which are made once: that stops all who read them. */
const rights = (role: string, name: string) => `
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  GRANT USAGE ON SCHEMA public, graphile_worker TO ${role};
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, graphile_worker TO ${role};
  REVOKE ALL ON ALL TABLES IN SCHEMA public, graphile_worker FROM ${role};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, graphile_worker TO ${role};
  REVOKE UPDATE, DELETE ON audit_entry, security_event, log_leaf, log_checkpoint FROM ${role};
  REVOKE INSERT, UPDATE, DELETE ON migration, sql_file, graphile_worker.migrations FROM ${role};
  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT t.tablename FROM pg_tables t WHERE t.schemaname = 'graphile_worker' AND t.rowsecurity AND NOT EXISTS (
      SELECT FROM pg_policies p WHERE p.schemaname = t.schemaname AND p.tablename = t.tablename AND p.policyname = 'application' AND p.roles = ARRAY[${name}::name])
    LOOP
      EXECUTE format('DROP POLICY IF EXISTS application ON graphile_worker.%I', name);
      EXECUTE format('CREATE POLICY application ON graphile_worker.%I TO ${role} USING (true) WITH CHECK (true)', name);
    END LOOP;
  END $$`

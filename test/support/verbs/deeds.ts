import type pg from 'pg'
import { note } from '../notes.js'

export type Row = Readonly<Record<string, unknown>>

/** One row that was written: null before for a new one, null after for one that is gone. */
export interface Deed {
  readonly table: string
  readonly id: string
  readonly before: Row | null
  readonly after: Row | null
}

/**
 * Notes every row that is written from now on, of every table, by triggers of its own: what a request changed, and that it
 * changed nothing else, is then read and not guessed. What is rolled back leaves no note.
 */
export async function noteDeeds(db: pg.Client): Promise<void> {
  await db.query(`
    CREATE SCHEMA deeds;
    CREATE UNLOGGED TABLE deeds.deed (n bigserial, at_table text, id text, before jsonb, after jsonb);
    CREATE FUNCTION deeds.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    DECLARE
      former jsonb := CASE WHEN TG_OP IN ('UPDATE', 'DELETE') THEN to_jsonb(OLD) END;
      latter jsonb := CASE WHEN TG_OP IN ('UPDATE', 'INSERT') THEN to_jsonb(NEW) END;
      whole jsonb := coalesce(latter, former);
    BEGIN
      INSERT INTO deeds.deed (at_table, id, before, after)
      VALUES (TG_TABLE_NAME, coalesce(whole ->> 'id', whole ->> 'record_id', whole ->> 'edition_id', whole ->> 'pilot_id'), former, latter);
      RETURN NULL;
    END $$;
    CREATE FUNCTION deeds.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'nothing empties a table'; END $$;
    CREATE FUNCTION deeds.later() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.run_at := now() + interval '1 day'; RETURN NEW; END $$;
    CREATE TRIGGER later BEFORE INSERT ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION deeds.later();
    DO $$ DECLARE name text; BEGIN
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('CREATE TRIGGER deeds AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION deeds.note()', name);
        EXECUTE format('CREATE TRIGGER deeds_empty BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION deeds.refuse()', name);
      END LOOP;
    END $$`)
}

/** What was written since it was last asked, in its order. */
export async function takeDeeds(db: pg.Client): Promise<Deed[]> {
  const { rows } = await db.query('WITH gone AS (DELETE FROM deeds.deed RETURNING *) SELECT n, at_table, id, before, after FROM gone ORDER BY n')
  const deeds: Deed[] = rows.map(({ at_table, id, before, after }) => ({ table: at_table, id, before, after }))
  for (const { table, before, after } of deeds) if (before && after) noteMove(table, before, after)
  return deeds.filter((deed) => !isUse(deed))
}

/** Columns that hold a state. */
const states = ['status', 'state']

function noteMove(table: string, before: Row, after: Row): void {
  for (const column of states) if (after[column] !== before[column]) note({ table, column, from: before[column], to: after[column] })
}

/** What is refused is counted, and told to the security log some seconds later. */
const counted: readonly unknown[] = ['SIGN_IN_FAILED', 'PASSWORD_FAILED', 'REFUSED', 'TRIED_TOO_OFTEN']

/** That a session or token was used is noted now and then, whatever was asked; that a password was tried, whatever came of it. */
const useOf: Readonly<Record<string, string>> = { session: 'seen_at', api_token: 'used_at' }

function isUse({ table, before, after }: Deed): boolean {
  if (table === 'sign_in_pace' || table === 'refusal_count' || table === 'log_leaf' || table === 'log_checkpoint') return true
  if (table === 'security_event' && counted.includes(after?.kind)) return true
  const column = useOf[table]
  return column !== undefined && before !== null && after !== null && changedColumns(before, after).every((name) => name === column)
}

/** Names of the columns whose values differ. */
export const changedColumns = (before: Row, after: Row): string[] =>
  Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))

/** Several deeds on one row are one: from the first's before to the last's after. What came and went again is none. */
export function foldDeeds(deeds: readonly Deed[]): Deed[] {
  const byRow = new Map<string, Deed>()
  for (const deed of deeds) {
    const key = `${deed.table} ${deed.id}`
    byRow.set(key, { ...deed, before: (byRow.get(key) ?? deed).before })
  }
  return [...byRow.values()].filter(({ before, after }) => before !== null || after !== null)
}

import { sql } from 'kysely';
import type pg from 'pg';
import { acrossCustomers, type Database } from '../../platform/database.ts';
import { BackupRefused } from './backup-refused.ts';

const unfinished = 'not restored to the end';

/** In the transaction that brings the rows back: nobody is served before what has been chosen since is in force. */
export const beginRestore = (client: pg.Client) => client.query(`comment on table migration is '${unfinished}'`);
export const endRestore = (client: pg.Client) => client.query('comment on table migration is null');

/** A restore that was cut off leaves the rows as they were in the backup, and people's choices since undone. */
export async function refuseUnfinishedRestore(database: Database): Promise<void> {
  const { rows } = await database.transaction(acrossCustomers('set-up'), (tx) =>
    sql<{ says: string | null }>`select obj_description('migration'::regclass, 'pg_class') as says`.execute(tx),
  );
  if (rows[0]?.says === unfinished)
    throw new BackupRefused('The restore did not come to its end. Remove the database and restore the backup again into an empty one.');
}

import { seedWorld } from '../../db/seed.ts';
import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { countDead } from '../platform/mail/dead-letters.ts';
import { readSettings, settings as knownSettings, SettingsError } from '../platform/settings.ts';
import {
  checkPlaces,
  engineOf,
  eraseForever,
  exportTables,
  findLastDrill,
  findReceipt,
  scan as scanStores,
  sweep as sweepHouse,
} from '../privacy/index.ts';
import { startWork } from '../work.ts';
import { text, type Command } from './command.ts';
import { clockFrom, progress, withHouse } from './with-house.ts';

export const worker: Command = {
  usage: 'worker',
  means: 'Works through the jobs only, beside other processes that serve',
  run: () =>
    withHouse(async ({ house, ownerUrl, runtimeUrl }) => {
      const work = await startWork(house, { ownerUrl, runtimeUrl }, readSettings(process.env));
      await new Promise<void>((resolve) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, () => resolve())));
      await work.stop();
      return 0;
    }),
};

export const migrateCommand: Command = {
  usage: 'migrate',
  means: 'Brings the database to this version, and says whether the data map answers for all of it',
  run: () =>
    withHouse(async ({ house }) => {
      await engineOf(house.database);
      console.log('The database is up to date and the data map answers for every column.');
      return 0;
    }),
};

export const seed: Command = {
  usage: 'seed',
  means: 'Fills an empty database with the demo world',
  run: () => withHouse(async ({ house }) => ((await seedWorld(house, progress)).length > 0 ? 0 : 1)),
};

export const sweep: Command = {
  usage: 'sweep [--now T]',
  means: 'Removes and anonymises everything whose time is out (--now: as if it were then)',
  options: { now: { type: 'string' } },
  run: (given) =>
    withHouse(
      async ({ house }) => {
        const counts = await sweepHouse(house, progress);
        for (const [what, count] of Object.entries(counts)) console.log(`${String(count).padStart(8)}  ${what}`);
        if (Object.keys(counts).length === 0) console.log('Nothing was due.');
        return 0;
      },
      clockFrom(text(given, 'now')),
    ),
};

export const exportCommand: Command = {
  usage: 'export <person>',
  means: 'Prints everything held about a person as JSON (person: account id or e-mail address)',
  run: ({ positionals }) =>
    withHouse(async ({ house }) => {
      const accountId = await findPerson(house, positionals[0]);
      for (const { part, rows } of await exportTables(house, accountId)) {
        for await (const row of rows) console.log(JSON.stringify({ table: part.table, row }));
      }
      return 0;
    }),
};

export const erase: Command = {
  usage: 'erase <person> --for-ever',
  means: 'Erases a person for ever and prints the receipt (person: account id or e-mail address)',
  options: { 'for-ever': { type: 'boolean' } },
  run: ({ positionals, values }) =>
    withHouse(async ({ house }) => {
      if (!values['for-ever']) throw new SettingsError('Erasure cannot be undone. Say it with --for-ever.');
      const [id = ''] = await eraseForever(house, [await findPerson(house, positionals[0])], 'request');
      console.log(JSON.stringify(await findReceipt(house, id), null, 2));
      return 0;
    }),
};

export const scan: Command = {
  usage: 'scan <marker>',
  means: 'Looks for a name, address or id in all tables, the queue, files and mails; exit 1 when found',
  run: ({ positionals }) =>
    withHouse(async ({ house }) => {
      const marker = positionals[0];
      if (!marker) throw new SettingsError('Say what to look for.');
      const traces = await scanStores(house, marker, [
        house.outboxFolder,
        house.files.folder,
        house.attachments.folder,
        house.vault.keyringFolder,
      ]);
      for (const { store, place, count } of traces) console.log(`${store}  ${place}  ${count}`);
      if (traces.length === 0) console.log('No trace.');
      return traces.length === 0 ? 0 : 1;
    }),
};

export const doctor: Command = {
  usage: 'doctor',
  means: 'Checks the settings, the database, the data map, the queue and the backup places, and lists every setting',
  async run() {
    for (const [name, { means }] of Object.entries(knownSettings))
      console.log(`${name.padEnd(22)}${process.env[name] ? 'set  ' : '     '}${means}`);
    return withHouse(async ({ house }) => {
      await engineOf(house.database);
      const dead = await countDead(house.database);
      console.log(`\nThe database answers, the data map is complete. Gave up: ${dead.mails} mails, ${dead.jobs} jobs.`);
      const last = await findLastDrill(house.database);
      console.log(last ? `The last restore drill ${last.state}, on ${last.started_at.toISOString()}.` : 'No backup has been tried yet.');
      const places = await checkPlaces(house);
      for (const { place, problem } of places)
        console.log(problem ? `Backups cannot be kept in ${place}: ${problem}` : `Backups can be kept in ${place}.`);
      return places.every(({ problem }) => !problem) ? 0 : 1;
    });
  },
};

async function findPerson(house: House, person = ''): Promise<string> {
  const found = await house.database.transaction(acrossCustomers('export'), (tx) =>
    tx
      .selectFrom('account')
      .select('id')
      .where(person.includes('@') ? 'email' : 'id', '=', person.toLowerCase())
      .where('kind', '<>', 'pseudonym')
      .executeTakeFirst(),
  );
  if (!found) throw new SettingsError('There is no such person here.');
  return found.id;
}

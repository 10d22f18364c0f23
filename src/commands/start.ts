import { createApp } from '../app.tsx';
import { seedWorld } from '../../db/seed.ts';
import { acrossCustomers } from '../platform/database.ts';
import { noteSigningKeys } from '../note-signing-keys.ts';
import { resolve } from 'node:path';
import { openHouse, vaultOf } from '../open-house.ts';
import { systemClock } from '../platform/clock.ts';
import { readSettings } from '../platform/settings.ts';
import { serveHttp } from '../serve-http.ts';
import { startWork } from '../work.ts';
import { addJob } from '../platform/jobs.ts';
import type { House } from '../platform/house.ts';
import { drillWhereNoneHolds, engineOf, hasBackup, publishDocuments, refuseUnfinishedRestore } from '../privacy/index.ts';
import type { Command } from './command.ts';

export const start: Command = {
  usage: 'start [--empty]',
  means: 'Serves Kursiv and works through its jobs (--empty: without the demo world)',
  options: { empty: { type: 'boolean' } },
  async run({ values }) {
    const settings = readSettings(process.env);
    const demo = !values['empty'];
    const open = await openHouse({
      settings,
      clock: systemClock,
      onProgress: tell,
      development: (settings.DEVELOPMENT ?? (demo ? '1' : '0')) === '1',
    });
    await refuseUnfinishedRestore(open.house.database);
    await engineOf(open.house.database); // refuses to start on a schema that the map does not answer for
    await open.house.database.transaction(acrossCustomers('set-up'), (tx) =>
      publishDocuments(tx, open.house.register, open.house.clock.now()),
    );
    await noteSigningKeys(open.house);
    const signIns = demo ? await seedWorld(open.house, tell) : [];
    // The demo world brings a register of its own, with the places that its backups are kept in.
    open.house.vault = vaultOf(settings, resolve(settings.DATA_FOLDER), open.house.register);
    const work = await startWork(open.house, open, settings);
    await beginProofs(open.house);
    const server = await serveHttp(createApp(open.house), settings);
    if (!settings.PUBLIC_URL) open.house.publicUrl = server.url;
    console.log(`\nKursiv is at ${server.url}\n`);
    for (const { role, email, password } of signIns) console.log(`  ${role.padEnd(24)}${email.padEnd(36)}${password}`);
    await untilToldToStop();
    open.beginClosing();
    await server.stop();
    await work.stop();
    await open.close();
    return Number(process.exitCode ?? 0);
  },
};

const tell = (line: string) => console.log(line);

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

/**
 * A new installation has its first backup within a minute, its first drill after that, and its promises tried when both are there,
 * without waiting for the night. One that was stopped in between goes on where it stood.
 */
async function beginProofs(house: House): Promise<void> {
  const isNew = !(await hasBackup(house));
  const isTried = !isNew && !(await drillWhereNoneHolds(house));
  await house.database.transaction(acrossCustomers('set-up'), async (tx) => {
    if (isNew) await addJob(tx, 'backup', {}, { key: 'backup', maxAttempts: 3, waitSeconds: 30 });
    await addJob(tx, 'prove', {}, { key: 'prove', maxAttempts: 3, waitSeconds: isTried ? 20 : 300 });
  });
}

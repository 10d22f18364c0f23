import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startMailServer } from '../support/mail-server.ts';
import { startTestServer, testSecret } from '../support/test-server.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { judgeCases, judgeMessages, judgeReceipts, judgeScreens, type Verdict } from './judge.ts';
import { fillForms, handOverMails, writeMessages, type Load } from './load.ts';
import { startParts, type Part, type Parts } from './parts.ts';
import { openScreen, type Screen } from './screen.ts';
import { buildTown, type Writer } from './town.ts';

export type Storm = {
  seed: number;
  students: number;
  administrators: number;
  messagesEach: number;
  forms: number;
  mails: number;
  calmMs: number;
};
export type Outcome = {
  verdicts: Verdict[];
  /** Receipts that were handed to the mail server again under the same Message-ID. */
  again: number;
  kills: Record<Part, number>;
  tries: number;
  comebacks: number;
  seconds: number;
};

const mailSecret = 'the secret of the mail server in the tests';
const mailAddress = 'svar@kursiv.example';
/**
 * How long a part is left alone after a blow: long enough to come back, or nothing would be tried but its absence. The database is
 * given up by its supervisor when it dies five times, each within half a minute of its being started again; that is another test, and
 * coming back takes its time as well.
 */
const restMs: Record<Part, number> = { application: 4_000, worker: 3_000, 'database session': 6_000, database: 45_000 };
/** The queue tries again after e^n seconds: what was hit several times comes late, and late is not lost. */
const settleMs = 600_000;

/** Load from many at once while parts are killed at random; afterwards it is counted what became of it all. */
export async function raiseStorm(storm: Storm): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'kursiv-chaos-'));
  const database = await startTestServer(folder, { durable: true });
  const mail = await startMailServer();
  let parts: Parts | undefined;
  const screens: { writer: Writer; screen: Screen }[] = [];
  try {
    const town = await buildTown(storm.students, storm.administrators);
    parts = await startParts(database, town.ownerUrl, folder, {
      DATABASE_URL: town.ownerUrl,
      DATABASE_RUNTIME_URL: town.runtimeUrl,
      SECRET: testSecret,
      MAIL_URL: mail.url,
      MAIL_FROM: 'kursiv@kursiv.example',
      MAIL_IN_ADDRESS: mailAddress,
      MAIL_IN_SECRET: mailSecret,
      BEHIND_PROXY: '1',
      LOG_LEVEL: 'fatal',
    });
    const chance = chanceFrom(storm.seed);
    screens.push(...town.writers.map((writer) => ({ writer, screen: openScreen(writer, parts!.urls, chance) })));
    const began = Date.now();
    const over = new AbortController();
    const killing = killParts(parts, storm.calmMs, chanceFrom(storm.seed + 1), over.signal);
    const lifting = liftLimits(town.ownerUrl, over.signal);
    const load: Load = { urls: parts.urls, chance, mailSecret, mailAddress };
    const [messages, forms, mails] = await Promise.all([
      together(town.writers, (writer) => writeMessages(load, writer, storm.messagesEach)),
      together(inTurns('form', storm.forms, 20), (names) => fillForms(load, names)),
      together(inTurns('mail', storm.mails, 4), (names) => handOverMails(load, names)),
    ]).finally(() => over.abort());
    const kills = await killing;
    await lifting;
    const seconds = (Date.now() - began) / 1000;
    const owner = await connectedAgain(town.ownerUrl);
    try {
      await settle(owner, screens);
      const receipts = judgeReceipts([...forms.accepted, ...mails.accepted], mail.received);
      return {
        verdicts: [
          await judgeMessages(owner, messages.accepted),
          await judgeScreens(owner, screens),
          await judgeCases(owner, 'Contact forms, as cases', forms.accepted, 'form'),
          await judgeCases(owner, 'Mails handed in, as cases', mails.accepted, 'mail'),
          receipts.verdict,
        ],
        again: receipts.again,
        kills,
        tries: messages.tries + forms.tries + mails.tries,
        comebacks: screens.reduce((sum, { screen }) => sum + screen.connections() - 1, 0),
        seconds,
      };
    } finally {
      await owner.end();
    }
  } finally {
    screens.forEach(({ screen }) => screen.close());
    await parts?.stop();
    await mail.close();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each part once, in a random order, and then at random, until the load is through. */
async function killParts(parts: Parts, calmMs: number, chance: Chance, over: AbortSignal): Promise<Record<Part, number>> {
  const kills: Record<Part, number> = { application: 0, worker: 0, database: 0, 'database session': 0 };
  const hitAt: Partial<Record<Part, number>> = {};
  const all = Object.keys(kills) as Part[];
  const first = all.toSorted(() => chance.next() - 0.5);
  while (!over.aborted || first.length > 0) {
    await wait(calmMs * (0.5 + chance.next()), undefined, over.aborted ? {} : { signal: over }).catch(() => {});
    const part = first.at(-1) ?? chance.of(all);
    const databaseAt = Math.max(hitAt.database ?? 0, hitAt['database session'] ?? 0);
    const lastAt = part === 'database session' ? databaseAt : (hitAt[part] ?? 0);
    if ((over.aborted && first.length === 0) || Date.now() - lastAt < restMs[part]) continue;
    if (!(await parts.kill(part, chance))) continue;
    if (first.length > 0) first.pop();
    hitAt[part] = Date.now();
    kills[part] += 1;
  }
  return kills;
}

/** What one address may send in an hour is not what is tried here: the counts are emptied as the storm goes on. */
async function liftLimits(ownerUrl: string, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    const owner = await connected(ownerUrl).catch(() => undefined);
    await owner?.query('delete from throttle').catch(() => {});
    await owner?.end().catch(() => {});
    await wait(1_000, undefined, { signal: over }).catch(() => {});
  }
}

/** Until nothing waits any more: mails in and out, and what the screens still lack. Reminders wait for people and are no part of it. */
async function settle(owner: pg.Client, screens: readonly { screen: { shown: number[] } }[]): Promise<void> {
  const isSettled = async () => {
    const { rows } = await owner.query<{ waiting: number; shown: number }>(
      `select (select count(*) from mail where template = 'enquiry-received' and state = 'queued')
            + (select count(*) from inbound_mail where state = 'waiting') as waiting,
              (select coalesce(sum(last_sequence), 0) * 2 from correspondence)::int as shown`,
    );
    const shown = screens.reduce((sum, { screen }) => sum + new Set(screen.shown).size, 0);
    return rows[0]!.waiting === 0 && shown >= rows[0]!.shown;
  };
  for (const end = Date.now() + settleMs; Date.now() < end && !(await isSettled());) await wait(200);
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** The last blow may have been at the database: it lets nobody in while it recovers. */
async function connectedAgain(url: string): Promise<pg.Client> {
  for (const end = Date.now() + 60_000; ;) {
    try {
      return await connected(url);
    } catch (error) {
      if (Date.now() > end) throw error;
      await wait(200);
    }
  }
}

type Sent = { accepted: string[]; tries: number };
async function together<Item>(items: readonly Item[], work: (item: Item) => Promise<Sent>): Promise<Sent> {
  const done = await Promise.all(items.map(work));
  return { accepted: done.flatMap(({ accepted }) => accepted), tries: done.reduce((sum, { tries }) => sum + tries, 0) };
}

/** Names of forms or mails, dealt out to so many who send them one after another. */
function inTurns(kind: string, count: number, senders: number): string[][] {
  const names = Array.from({ length: count }, (_, index) => `${kind}-${index}`);
  return Array.from({ length: senders }, (_, sender) => names.filter((_name, index) => index % senders === sender));
}

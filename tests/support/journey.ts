import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { maBraPaJobbet } from '../../db/world/courses/ma-bra-pa-jobbet.ts';
import { readFilm } from '../../db/world/read-film.ts';
import { publishFirstDocuments } from '../../src/desk/index.ts';
import { makeKeys } from '../../src/keys/index.ts';
import { addDays } from '../../src/platform/clock.ts';
import { serveHttp } from '../../src/serve-http.ts';
import { startWork } from '../../src/work.ts';
import { startBrowser } from './browser.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';
import { addCourse, addCustomer, addPerson, inHouse, makeStaff, type Person } from './world.ts';

export type Journey = {
  test: TestHouse;
  browser: Browser;
  url: string;
  admin: Person;
  customerId: string;
  course: { customerId: string; courseId: string; versionId: string; slug: string };
  /** A key to the course, for anyone or bound to one person. */
  makeKey(binding?: { email: string; givenName: string; familyName: string }): Promise<string>;
  /** The link in the newest mail to an address. */
  mailedLink(address: string): Promise<string>;
  close(): Promise<void>;
};

/** A whole house with its course, its film, an administrator, a worker that sends mail to disk, and a browser. */
export async function openJourney(): Promise<Journey> {
  // First: were there none, nothing stands open that would keep the run from ending.
  const browser = await startBrowser();
  const test = await openTestHouse();
  await inHouse(test, async (tx) => {
    await tx
      .insertInto('operator')
      .values({
        name: 'Lärvik Drift AB',
        contact_email: 'hej@larvik.example',
        dpo_name: 'Doris Dahl',
        dpo_email: 'dso@larvik.example',
        language: 'sv',
      })
      .execute();
    await publishFirstDocuments(tx, addDays(test.clock.now(), -30), test.house.register);
  });
  const customer = await addCustomer(test, 'kunskapslyftet');
  const course = await addCourse(test, customer.id, maBraPaJobbet, await readFilm(maBraPaJobbet.slug));
  const admin = await addPerson(test, 'Administratören');
  await makeStaff(test, admin, customer.id, course.courseId);
  const server = await serveHttp(test.app, { HOST: '127.0.0.1', PORT: 0 });
  test.house.publicUrl = server.url;
  const work = await startWork(test.house, test, { MAIL_URL: undefined, MAIL_FROM: 'kursiv@larvik.example' });
  return {
    test,
    browser,
    url: server.url,
    admin,
    customerId: customer.id,
    course,
    async makeKey(binding) {
      const order = {
        customerId: customer.id,
        courseId: course.courseId,
        label: 'resan',
        count: 1,
        expiresAt: addDays(test.clock.now(), 365),
      };
      const [key] = await inHouse(test, (tx) => makeKeys(tx, test.house, { ...order, ...(binding ? { bindings: [binding] } : {}) }));
      return key!;
    },
    mailedLink: (address) => mailedLink(test.house.outboxFolder, address, server.url),
    async close() {
      await browser.close();
      await server.stop();
      await work.stop();
      await test.close();
    },
  };
}

async function mailedLink(folder: string, address: string, url: string): Promise<string> {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (!name.endsWith('.eml')) continue;
      const raw = await readFile(join(folder, name), 'utf8');
      if (!raw.toLowerCase().includes(`to: ${address}`)) continue;
      const [head, body] =
        raw.split('\n\n', 2).length === 2 ? [raw.slice(0, raw.indexOf('\n\n')), raw.slice(raw.indexOf('\n\n') + 2)] : [raw, ''];
      const text = /base64/i.test(head) ? Buffer.from(body, 'base64').toString('utf8') : body.replace(/=\n/g, '').replace(/=3D/g, '=');
      const link = text.split(/\s/).find((word) => word.startsWith(url));
      if (link) return link;
    }
  }
  throw new Error('No mail with a link came.');
}

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { dataMap, stores } from '../../../data-map/index.ts';
import { lix } from '../../../tests/support/lix.ts';
import { openTestHouse } from '../../../tests/support/test-house.ts';
import { formPost, inHouse } from '../../../tests/support/world.ts';
import { findOperator } from '../../platform/find-operator.ts';
import { agrees, frameText, proveAll } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { announceTerms } from '../index.ts';
import { openDesk, type DeskHouse } from '../testing.ts';
import { firstTerms } from '../set-up/texts/terms.ts';

// Proof of N-74: the frame of the terms is made from the map and the settings; published terms that say something else are found out.

const operator = {
  name: 'Lärvik [Drift](/x)',
  contactEmail: 'hej@larvik.example',
  dpoName: 'D',
  dpoEmail: 'd@larvik.example',
  language: 'sv' as const,
};
const readEntities = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
/** As if the map had been changed. */
function withPeriod<Result>(table: 'account' | 'enquiry', period: string, work: () => Result): Result {
  const retention = dataMap[table].retention as { period: string };
  const usual = retention.period;
  retention.period = period;
  try {
    return work();
  } finally {
    retention.period = usual;
  }
}

describe('the frame of the terms', () => {
  it('says what is done with data, who is responsible, suppliers, closing, times, breaches, appeal, changes and contact, the same in both languages', () => {
    const frame = frameText(operator);
    const shape = (text: string) =>
      text.split(/\n\n+/).map((part) => (part.startsWith('## ') ? 'heading' : part.startsWith('- ') ? part.split('\n').length : 'text'));
    assert.deepEqual(shape(frame.sv), shape(frame.en));
    assert.equal(frame.sv.match(/^## /gm)?.length, 9);
    assert.ok(lix(frame.sv.replaceAll(/^(## |- )/gm, '')) <= 45, String(lix(frame.sv)));
    assert.match(
      frame.sv,
      /ansvarar för de här slagen av uppgifter om dig:\n\n- namn\n[\s\S]*i kursen\. Vi sköter dem[^#]*- korrespondens\n/,
    );
    assert.match(frame.en, /## Suppliers[^#]*- the database\n/);
    assert.match(frame.sv, /Lärvik \[Drift\]\(\/x\) driver Kursiv/, 'what the operator typed is words');
  });

  it('follows the map: another time is another text, and terms that were published before no longer agree', () => {
    const before = frameText(operator);
    const text = { sv: `Egna ord\n\n${before.sv}`, en: `Own words\n\n${before.en}` };
    assert.ok(agrees(text, operator));
    for (const table of ['account', 'enquiry'] as const)
      withPeriod(table, 'P3M', () => {
        assert.notEqual(frameText(operator).sv, before.sv);
        assert.match(frameText(operator).sv, /3 månader/);
        assert.ok(!agrees(text, operator), table);
      });
    assert.ok(!agrees({ ...text, en: text.en.replace('one month', 'one week') }, operator), 'each language by itself');
    assert.ok(!agrees(text, { ...operator, contactEmail: 'annan@larvik.example' }));
    assert.ok(agrees({ sv: text.sv.replace('Egna', 'Andra'), en: text.en }, operator), 'its own words are the operator’s own');
  });
});

describe('the frame and the map', () => {
  /** As if the map said something else of one entry. */
  function changed<Entry extends object>(entry: Entry, more: Partial<Record<keyof Entry, unknown>>, work: () => void): void {
    const usual = { ...entry };
    Object.assign(entry, more);
    try {
      work();
    } finally {
      Object.assign(entry, usual);
    }
  }

  it('change together: who is responsible, which kinds of data, what suppliers do, and the times of a course', () => {
    const before = frameText(operator);
    const text = { sv: before.sv, en: before.en };
    const differs = (why: string) => assert.ok(!agrees(text, operator), why);
    const { phone } = dataMap.customer_contact.columns;
    const phones = Object.values(dataMap).flatMap((entry) =>
      'role' in entry && entry.role === 'controller'
        ? Object.values(entry.columns as Record<string, { category?: string }>).filter(({ category }) => category === 'phone')
        : [],
    );
    assert.ok(phones.includes(phone));
    for (const column of phones) column.category = 'contact';
    try {
      differs('a kind of data that is no longer held');
    } finally {
      for (const column of phones) column.category = 'phone';
    }
    changed(dataMap.certificate, { role: 'controller' }, () => differs('another is responsible'));
    changed(stores.outbox ?? Object.values(stores)[0]!, { service: 'payment' }, () => differs('a supplier does something else'));
    assert.ok(agrees(text, operator));
  });
});

describe('published terms', () => {
  let desk: DeskHouse;
  before(async () => {
    desk = await openDesk();
  });
  beforeEach(async () => {
    await desk.house.owner.query("delete from document_version where version > 1 and kind = 'terms'");
    desk.house.clock.moveTo(new Date('2026-11-23T09:00:00Z'));
    await desk.house.owner.query("update session set expires_at = '2028-01-01'");
  });
  after(() => desk.house.close());
  const path = href('termsVersions');
  const publish = (fields: Record<string, string> = {}) =>
    desk.post(
      path,
      { text_sv: firstTerms.sv, text_en: firstTerms.en, in_force_on: '2027-01-01', applies_to: 'everyone', act: 'publish', ...fields },
      desk.executive,
    );
  const own = (html: string) => /<textarea[^>]*name="text_sv"[^>]*>([\s\S]*?)<\/textarea>/.exec(html)![1]!;

  it('that lack the frame are told to whoever publishes; the next version has it, and its own words stay its own', async () => {
    const before_ = await desk.textOf(path, desk.executive);
    assert.match(before_, /Villkoren stämmer inte längre med tjänsten/);
    assert.match(before_, /Det som görs av datakartan/);
    const review = await (await publish({ act: 'review' })).text();
    assert.match(review, /efter 6 månader tar vi bort dina personuppgifter/, 'what changes is seen before it is published');
    assert.equal((await publish()).status, 303);
    const after_ = await desk.textOf(path, desk.executive);
    assert.doesNotMatch(after_, /stämmer inte längre/);
    assert.doesNotMatch(own(after_), /6 månader/, 'only its own words are there to change');
    assert.match(own(after_), /inte sälja dem vidare/);
    const version = await desk.textOf(href('termsVersion', { version: 2 }));
    assert.match(version, /inte sälja dem vidare[\s\S]*efter 6 månader tar vi bort/);
  });

  it('that do not agree have the next version ready behind one button, where the management works', async () => {
    const operations = await desk.textOf(href('operations'), desk.executive);
    const form = /<form[^>]*action="\/[^"]*villkor[^"]*"[\s\S]*?<\/form>/.exec(operations)?.[0] ?? '';
    assert.match(form, /Förbered en ny version/);
    const fields = Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, readEntities(value!)]),
    );
    assert.equal(fields['in_force_on'], '2026-12-24', 'the first day that keeps the month’s notice');
    const review = await (await desk.post(path, fields, desk.executive)).text();
    assert.match(review, /Så ändras villkoren[\s\S]*Vem som ansvarar för vad/);
    assert.equal((await desk.post(path, { ...fields, act: 'publish' }, desk.executive)).status, 303);
    assert.doesNotMatch(await desk.textOf(href('operations'), desk.executive), /Förbered en ny version|stämmer inte längre/);
  });

  it('that do not agree are told to support without the button, and the proof says what is to be done', async () => {
    // The figures of a proof are shared for a few seconds.
    desk.pass(60);
    const seen = await desk.textOf(href('operations'), desk.support);
    assert.match(seen, /Ledningen behöver publicera en ny version/);
    assert.doesNotMatch(seen, /Förbered en ny version/);
    assert.match(await desk.textOf('/fortroende/terms-agree', desk.dpo), /Någon i ledningen publicerar en ny version/);
  });

  it('that only new accounts have may be made everyone’s as they are', async () => {
    assert.equal((await publish({ applies_to: 'new-accounts', in_force_on: '2026-12-01' })).status, 303);
    assert.equal((await publish({ applies_to: 'new-accounts', in_force_on: '2026-12-02' })).status, 422);
    assert.equal((await publish()).status, 303);
    assert.doesNotMatch(await desk.textOf(path, desk.executive), /stämmer inte längre/);
  });

  it('are a new version when only the map has changed, with its month’s notice and a mail to everyone', async () => {
    assert.equal((await publish()).status, 303);
    assert.match(await (await publish({ in_force_on: '2027-02-01' })).text(), /likadan som i den senaste/);
    const retention = dataMap.account.retention as { period: string };
    retention.period = 'P3M';
    try {
      assert.match(await desk.textOf(path, desk.executive), /Villkoren stämmer inte längre/);
      assert.equal((await publish({ in_force_on: '2026-12-01' })).status, 422, 'a month ahead all the same');
      assert.equal((await publish({ in_force_on: '2027-02-01' })).status, 303);
      assert.doesNotMatch(await desk.textOf(path, desk.executive), /Villkoren stämmer inte längre/);
      const shown = await desk.textOf(href('termsVersion', { version: 3 }));
      assert.match(shown, /<del>[^<]*(<span[^>]*>[^<]*<\/span>)?[^<]*6 |<del>6|6<\/del>/);
    } finally {
      retention.period = 'P6M';
    }
    await announceTerms(desk.house.house);
    const told = await desk.rows<{ count: number }>("select count(*)::int as count from mail where template = 'terms-changed'");
    assert.ok(told[0]!.count >= 3);
  });

  it('that keep accepted terms for those who have an account must agree for them too', async () => {
    const facts = () => inHouse(desk.house, findOperator);
    await publish({ applies_to: 'new-accounts', in_force_on: '2026-12-01' });
    const texts = await desk.rows<{ sv: string; en: string }>(
      "select text_sv as sv, text_en as en from document_version where kind = 'terms' order by version",
    );
    const who = (await facts())!;
    assert.deepEqual(
      texts.map((text) => agrees(text, who)),
      [false, true],
    );
    assert.match(await desk.textOf('/fortroende/terms-agree'), /1 av 2 senast publicerade lydelser/);
  });

  it('that no longer agree turn the promise red and are mailed to the data protection officer, once', async () => {
    const house = await openTestHouse();
    try {
      await house.app.request('/kom-igang', formPost(operator));
      const broken = async () => (await proveAll(house.house)).includes('terms-agree');
      const mails = async () =>
        (await house.owner.query("select address from mail where template = 'proof-broken' and about->>'proof' = 'terms-agree'")).rows;
      assert.equal(await broken(), false);
      const retention = dataMap.account.retention as { period: string };
      retention.period = 'P3M';
      try {
        assert.equal(await broken(), true);
        assert.equal(await broken(), true);
        assert.deepEqual(await mails(), [{ address: 'd@larvik.example' }]);
      } finally {
        retention.period = 'P6M';
      }
      assert.equal(await broken(), false);
    } finally {
      await house.close();
    }
  });
});

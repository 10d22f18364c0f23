import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promises } from '../../../promises/index.ts';
import { addFullPerson } from '../../../tests/support/full-person.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, formPost, makeStaff } from '../../../tests/support/world.ts';
import { addDays } from '../../platform/clock.ts';
import { sendMail } from '../../platform/mail/send-mail.ts';
import { folderTransport } from '../../platform/mail/transport.ts';
import { proveAll, sweep } from '../index.ts';
import { trustMails } from './mails.ts';
import { findProbe, probes } from './probes.ts';
import { promisesWith } from './promise-state.ts';
import { proofsNow } from './prove.ts';

// Proof of E-21, E-22 and of the places of N-26 among others: every promise is shown with a proof that is worked out now: each probe is shown a fault here, and sees it.

const operator = {
  name: 'Lärvik Drift',
  contactEmail: 'hej@larvik.example',
  dpoName: 'Doris Dahl',
  dpoEmail: 'dso@larvik.example',
  language: 'sv',
};

describe('the trust page', () => {
  let house: TestHouse;
  let place: { customerId: string; courseId: string; versionId: string };
  const get = async (path = '/fortroende', headers: Record<string, string> = {}) => (await house.app.request(path, { headers })).text();
  const later = (ms = 11_000) => house.clock.moveTo(new Date(house.clock.now().getTime() + ms));
  const run = async (id: string) => (await findProbe(id)!.run(house.house)).holds;
  const backUp = () => {
    const time = house.clock
      .now()
      .toISOString()
      .replace(/[-:]|\.\d+/g, '');
    for (const folder of house.house.vault.backupFolders) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `kursiv-${time}.age`), 'x');
    }
  };
  const drilled = (state: string) =>
    house.owner.query('insert into restore_drill (started_at, finished_at, state, row_count, due_at) values ($1, $1, $2, 7, $1)', [
      house.clock.now(),
      state,
    ]);

  before(async () => {
    house = await openTestHouse();
    await house.app.request('/kom-igang', formPost(operator));
    const customer = await addCustomer(house);
    place = await addCourse(house, customer.id);
    const admin = await addPerson(house, 'Admin');
    await makeStaff(house, admin, customer.id, place.courseId);
    await addFullPerson(house, 'Hel', place, admin);
    // What the small people of the tests have that no one in the house may have.
    await house.owner.query("update ledger set form_fingerprint = 'x' where event = 'consent'");
    await house.owner.query("update account_password set hash = replace(hash, '$argon2i$', '$argon2id$')");
    await house.owner.query('update mail set created_at = $1', [house.clock.now()]);
    await house.owner.query('update restore_drill set due_at = $1', [addDays(house.clock.now(), 300)]);
    house.house.vault.backupFolders.push(join(house.folder, 'elsewhere'));
    const [own] = house.house.register;
    house.house.register = [...house.house.register, { ...own!, name: 'Reservhallen', place: 'Umeå', services: ['backups'] }];
    backUp();
    await drilled('passed');
    await house.owner.query('update restore_drill set due_at = $1', [addDays(house.clock.now(), 300)]);
  });
  after(() => house.close());

  it('shows every promise once, with the state it has, in both languages', async () => {
    await proveAll(house.house);
    for (const [path, lang] of [
      ['/fortroende', 'sv'],
      ['/en/trust', 'en'],
    ] as const) {
      const html = await get(path);
      assert.match(html, new RegExp(`<html lang="${lang}"`));
      for (const { id } of promises) assert.equal(html.split(`id="${id.toLowerCase()}"`).length, 2, id);
      for (const { title } of probes) assert.ok(html.includes(title[lang]), title[lang]);
    }
    const old = await house.app.request('/loften');
    assert.deepEqual([old.status, old.headers.get('location')], [303, '/fortroende']);
  });

  it('knows only promises that are there, each probe by a name of its own', () => {
    const ids = new Set(promises.map(({ id }) => id));
    for (const probe of probes) for (const id of probe.promises) assert.ok(ids.has(id), `${probe.id}: ${id}`);
    assert.equal(new Set(probes.map(({ id }) => id)).size, probes.length);
    for (const { id } of probes) assert.match(id, /^[a-z]+(-[a-z]+)*$/);
  });

  it('holds all of it in a house that is as it should be', async () => {
    for (const probe of probes) assert.equal(await run(probe.id), true, `${probe.id} ${JSON.stringify(await probe.run(house.house))}`);
  });

  /** A sale of 2026, which is to be kept to the end of 2033. */
  const voucherDue = (due: string) =>
    house.owner.query(
      `insert into voucher (number, kind, reference, counterparty, ore, vat_ore, vat_percent, happened_on, made_at, due_at)
       values (9001, 'sale', 'ABCDEFGH', 'Köpare Köparsson', 49500, 9900, 25, '2026-03-02', '2026-03-02T10:00:00Z', $1)`,
      [due],
    );

  /** A fault for each probe: what makes it, and what mends it. */
  const faults: Record<string, { plant: () => Promise<unknown>; mend: () => Promise<unknown> }> = {
    'map-complete': {
      plant: () => house.owner.query('alter table account add column shoe_size int'),
      mend: () => house.owner.query('alter table account drop column shoe_size'),
    },
    'past-retention': {
      plant: () => house.owner.query("update mail set due_at = app.now() - interval '200 years' where id = (select id from mail limit 1)"),
      mend: () => sweep(house.house),
    },
    'erasures-done': {
      plant: () => house.owner.query("insert into erasure (way, requested_at, due_at) values ('request', '2026-11-01', '2029-01-01')"),
      mend: () => house.owner.query("update erasure set state = 'done'"),
    },
    'suppliers-told': {
      plant: () =>
        house.owner.query(`insert into supplier_notice (erasure_id, supplier, services, state, created_at)
          select id, 'Bolaget', '{mail}', 'by-hand', app.now() - interval '15 days' from erasure limit 1`),
      mend: () => house.owner.query("update supplier_notice set state = 'confirmed', confirmed_at = app.now()"),
    },
    'consents-proven': {
      plant: () => house.owner.query("update ledger set form_fingerprint = '' where event = 'consent'"),
      mend: () => house.owner.query("update ledger set form_fingerprint = 'x' where event = 'consent'"),
    },
    'purchases-ended': {
      plant: () => voucherDue('2034-01-02'),
      mend: () => house.owner.query('delete from voucher where number = 9001'),
    },
    'looks-told': {
      plant: () =>
        house.owner.query(`insert into access_log (id, actor_id, purpose, room, fields, due_at)
          select '00000000-0000-4000-8000-000000000001', id, 'correspond', 'people', '{}', '2030-01-01' from account limit 1`),
      mend: () => house.owner.query("delete from access_log where id = '00000000-0000-4000-8000-000000000001'"),
    },
    'messages-whole': {
      plant: () => house.owner.query('update correspondence set last_sequence = last_sequence + 1'),
      mend: () => house.owner.query('update correspondence set last_sequence = last_sequence - 1'),
    },
    'seats-counted': {
      plant: () =>
        house.owner.query(
          `insert into seat_count (customer_id, agreement_id, used, reserved, counted_at, holds_until, seen)
           select id, gen_random_uuid(), 99, 0, $1::timestamptz, $1::timestamptz + interval '1 hour', pg_current_snapshot() from customer limit 1`,
          [house.clock.now()],
        ),
      mend: () => house.owner.query('delete from seat_count'),
    },
    'row-level-security': {
      plant: () => house.owner.query('alter table customer no force row level security'),
      mend: () => house.owner.query('alter table customer force row level security'),
    },
    'restore-drill': { plant: () => (later(), drilled('failed')), mend: () => (later(), drilled('passed')) },
    'backup-age': {
      plant: () => rm(house.house.vault.backupFolders[0]!, { recursive: true }),
      mend: () => Promise.resolve(backUp()),
    },
    'backup-places': {
      plant: () => rm(house.house.vault.backupFolders[1]!, { recursive: true }),
      mend: () => Promise.resolve(backUp()),
    },
    'mail-delivered': {
      plant: () => house.owner.query("update mail set state = 'dead' where id = (select id from mail limit 1)"),
      mend: () => house.owner.query("update mail set state = 'queued'"),
    },
    'passwords-hashed': {
      plant: () => house.owner.query("update account_password set hash = 'hemligt'"),
      mend: () => house.owner.query("update account_password set hash = '$argon2id$x'"),
    },
    'answers-in-time': {
      plant: () => house.owner.query("update enquiry set waiting_since = '2026-01-01'"),
      mend: () => house.owner.query('update enquiry set waiting_since = null'),
    },
    'terms-in-force': {
      plant: () => house.owner.query("update document_version set in_force_at = '2040-01-01' where kind = 'terms'"),
      mend: () => house.owner.query("update document_version set in_force_at = '2026-01-01' where kind = 'terms'"),
    },
    'terms-agree': {
      plant: () =>
        house.owner.query("update document_version set text_sv = replace(text_sv, '6 månader', '3 månader') where kind = 'terms'"),
      mend: () =>
        house.owner.query("update document_version set text_sv = replace(text_sv, '3 månader', '6 månader') where kind = 'terms'"),
    },
    'texts-current': {
      plant: () => house.owner.query("update operator set name = 'Någon annan'"),
      mend: () => house.owner.query('update operator set name = $1', [operator.name]),
    },
    'stored-in-eu': {
      plant: async () => void (house.house.register = house.house.register.map((one) => ({ ...one, country: 'US' }))),
      mend: async () => void (house.house.register = house.house.register.map((one) => ({ ...one, country: one.own ? 'SE' : 'NO' }))),
    },
    'paper-checked': {
      plant: async () =>
        void (house.house.register = house.house.register.map((one) => (one.checked ? { ...one, checked: '2024-01-01' } : one))),
      mend: async () =>
        void (house.house.register = house.house.register.map((one) => (one.checked ? { ...one, checked: '2026-06-01' } : one))),
    },
    'suppliers-safe': {
      plant: async () => void (house.house.register = house.house.register.map(({ agreement, ...one }) => (agreement ? one : one))),
      mend: async () =>
        void (house.house.register = house.house.register.map((one) =>
          one.own ? one : { ...one, agreement: { signed: '2026-01-15', reference: 'PUB 2026-1' } },
        )),
    },
  };

  it('has a fault planted for every probe', () => {
    assert.deepEqual(
      probes.map(({ id }) => id).filter((id) => !faults[id]),
      [],
    );
  });

  for (const id of Object.keys(faults)) {
    it(`turns red when ${id} does not hold, and is green again when it is mended`, async () => {
      const probe = findProbe(id)!;
      await faults[id]!.plant();
      later();
      if (probe.when === 'daily') await proveAll(house.house);
      const shown = promisesWith(await proofsNow(house.house));
      for (const promise of probe.promises) {
        const { promise: own, state } = shown.find((one) => one.promise.id === promise)!;
        assert.equal(state, own.state === 'not-yet' ? 'not-yet' : 'broken', promise);
      }
      const html = await get();
      assert.ok(html.includes('Något stämmer inte just nu'));
      assert.ok(html.includes(`href="/fortroende/${id}"`));
      await faults[id]!.mend();
      later();
      if (probe.when === 'daily') await proveAll(house.house);
      assert.equal(await run(id), true);
      assert.ok(!(await get()).includes('Något stämmer inte just nu'), 'green again');
    });
  }

  it('tells a voucher that has its day from one that is kept longer, and from one whose day has been', async () => {
    const later_ = async (due: string, kept: boolean) => {
      await voucherDue(due);
      assert.equal((await findProbe('purchases-ended')!.run(house.house)).holds, kept, due);
      await house.owner.query('delete from voucher where number = 9001');
    };
    await later_('2034-01-01', true);
    await later_('2034-01-02', false);
    await later_('2026-06-01', false);
  });

  it('counts an address that refuses as its owner’s matter, and many of them as ours', async () => {
    const refuse = (count: number) =>
      house.owner.query(
        `insert into mail (address, template, language, state, problem, due_at)
         select 'fel' || n || '@annan.example', 'key-link', 'sv', 'dead', 'refused 550', now() + interval '9 days' from generate_series(1, $1) n`,
        [count],
      );
    await refuse(2);
    later();
    assert.equal(await run('mail-delivered'), true);
    await refuse(40);
    later();
    assert.equal(await run('mail-delivered'), false);
    await house.owner.query("delete from mail where state = 'dead'");
    later();
    assert.equal(await run('mail-delivered'), true);
  });

  it('tells the data protection officer of a fault once, and again only when it comes back', async () => {
    const told = async () =>
      (
        await house.owner.query<{ address: string; about: object }>(
          "select address, about from mail where template = 'proof-broken' and about->>'proof' = 'passwords-hashed'",
        )
      ).rows;
    await house.owner.query('delete from mail');
    await faults['passwords-hashed']!.plant();
    await proveAll(house.house);
    await proveAll(house.house);
    assert.deepEqual(await told(), [{ address: operator.dpoEmail, about: { proof: 'passwords-hashed' } }]);
    const post = { transport: folderTransport(house.house.outboxFolder), templates: trustMails, from: 'kursiv@kursiv.example' };
    const { rows } = await house.owner.query<{ id: string }>("select id from mail where template = 'proof-broken'");
    for (const { id } of rows) await sendMail(house.house, post, { mailId: id }, { number: 1, last: false });
    assert.deepEqual((await house.owner.query("select state from mail where template = 'proof-broken'")).rows, [{ state: 'sent' }]);
    await faults['passwords-hashed']!.mend();
    await proveAll(house.house);
    await faults['passwords-hashed']!.plant();
    await proveAll(house.house);
    assert.equal((await told()).length, 2);
    await faults['passwords-hashed']!.mend();
    await proveAll(house.house);
  });

  it('says that it does not know when the job has not answered for hours: nothing is green from memory', async () => {
    later(4 * 3_600_000);
    const kept = (await proofsNow(house.house)).filter(({ probe }) => probe.when === 'daily');
    assert.ok(kept.length >= 3);
    for (const { state, probe } of kept) assert.equal(state, 'unknown', probe.id);
    assert.match(await get('/fortroende/passwords-hashed'), /Vi vet inte hur det är just nu/);
  });

  it('does not know when a probe cannot be worked out, and the day counts as not held', async () => {
    later();
    await house.owner.query('alter table enquiry rename to enquiry_gone');
    const proofs = await proofsNow(house.house);
    assert.equal(proofs.find(({ probe }) => probe.id === 'answers-in-time')?.state, 'unknown');
    await house.owner.query('alter table enquiry_gone rename to enquiry');
    later();
  });

  it('keeps a row a day, and a day that failed once stays failed', async () => {
    const { rows } = await house.owner.query<{ holds: boolean; held_last: boolean }>(
      "select holds, held_last from proof_result where proof = 'passwords-hashed' order by day desc limit 1",
    );
    assert.deepEqual(rows, [{ holds: false, held_last: true }]);
    assert.match(await get('/fortroende/passwords-hashed'), /Stämde inte/);
    house.clock.moveTo(addDays(house.clock.now(), 1));
    backUp();
    await proveAll(house.house);
    const { rows: days } = await house.owner.query("select 1 from proof_result where proof = 'passwords-hashed'");
    assert.equal(days.length, 2);
    assert.equal((await house.app.request('/fortroende/finns-inte')).status, 404);
  });

  it('has its results swept after two years', async () => {
    house.clock.moveTo(addDays(house.clock.now(), 731));
    await sweep(house.house);
    assert.deepEqual((await house.owner.query('select 1 from proof_result')).rows, []);
  });
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { addDays } from '../../platform/clock.ts';
import { acrossCustomers } from '../../platform/database.ts';
import { looksAt, verifyLookLog } from '../../privacy/index.ts';
import { vatWithin } from '../price.ts';
import { enterVoucher, listVouchersOf } from '../voucher.queries.ts';
import { readPeriod } from './book-period.ts';
import { encode437 } from './code-page-437.ts';
import { openShop, type ShopHouse } from './testing.ts';
import { listVouchers, totalsOf } from './vouchers.queries.ts';

type Voucher = { number: number; kind: string; ore: number; vat_ore: number; vat_percent: number; day: string; purchase_id: string };

/** The operator's books of what private persons have bought (BFL 5): nothing is lost between the vouchers and what is made of them. */
describe('the books', () => {
  let shop: ShopHouse;
  let all: Voucher[];
  const start = new Date('2026-11-23T09:00:00Z');

  before(async () => {
    shop = await openShop(start);
    await shop.price();
    await addBooks(1000);
    all = await shop.rows<Voucher>('select *, happened_on::text as day from voucher order by happened_on, number');
  });
  after(() => shop.house.close());

  /** Prices and rates as they fall, over two years; every fifth is taken back. The numbers are always the same. */
  async function addBooks(count: number): Promise<void> {
    let seed = 7;
    const draw = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const at = (index: number) => addDays(start, -0.6 * (count - 1 - index));
    await shop.house.house.database.transaction(acrossCustomers('purchase'), async (tx) => {
      for (let index = 0; index < count; index++) {
        const ordered = at(index);
        const purchase = await tx
          .insertInto('purchase')
          .values({
            ...{ id: randomUUID(), customer_id: shop.customerId, course_title: 'Kurs', email: `k${index}@person.example` },
            ...{ given_name: 'Ängla "Lo"', family_name: `Östling;${index}`, language: 'sv', payment_method: 'invoice' },
            ore: 100 + draw(400_000 - 100),
            vat_percent: [25, 12, 6, 0][draw(4)]!,
            ...{ ordered_at: ordered, pay_by: addDays(ordered, 30), due_at: addDays(start, 1000) },
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        const number = await enterVoucher(tx, purchase, ordered);
        if (index % 5 === 0) await enterVoucher(tx, purchase, ordered, number);
      }
    });
  }

  const show = (path: string) => shop.get(path, shop.executive);
  const bytesOf = async (path: string) => {
    const response = await shop.house.app.request(path, { headers: { cookie: shop.executive.cookie, 'accept-language': 'sv' } });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const inPeriod = (period: string) => all.filter(({ day }) => day.startsWith(period));
  const sum = (rows: readonly Voucher[], of: (row: Voucher) => number) =>
    rows.reduce((total, row) => total + (row.kind === 'credit' ? -1 : 1) * of(row), 0);

  it('come to what their vouchers come to, each rate and kind, month by month and the whole year', async () => {
    for (const typed of ['2025', '2026', '2025-07', '2026-02', '2026-11', '2024']) {
      const period = readPeriod(typed, Temporal.PlainDate.from('2026-11-23'));
      const totals = await shop.house.house.database.transaction({ purpose: 'keep-books', accountId: shop.executive.id }, (tx) =>
        totalsOf(tx, period),
      );
      const rows = inPeriod(typed);
      assert.equal(
        totals.reduce((count, total) => count + total.count, 0),
        rows.length,
        typed,
      );
      for (const { vat_percent, kind, ore, vat_ore, count } of totals) {
        const those = rows.filter((row) => row.vat_percent === vat_percent && row.kind === kind);
        assert.deepEqual(
          [count, ore, vat_ore],
          [
            those.length,
            those.reduce((all, row) => all + row.ore, 0),
            those.reduce((all, row) => all + vatWithin(row.ore, row.vat_percent), 0),
          ],
          `${typed} ${vat_percent} ${kind}`,
        );
      }
    }
  });

  it('are read a page at a time, each voucher once, with the buyer’s name, and each page is a look that is told', async () => {
    await shop.house.owner.query('delete from access_log; delete from look_link');
    const rows = inPeriod('2026-03');
    const seen: number[] = [];
    let path: string | undefined = '/butik/verifikat?period=2026-03';
    for (; path;) {
      const { text } = await show(path);
      seen.push(
        ...[...text.matchAll(/<th scope="row" role="rowheader">(\d+)<\/th><td role="cell" data-title="Dag"/g)].map(([, number]) =>
          Number(number),
        ),
      );
      assert.match(text, /Östling;/);
      path = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    assert.deepEqual(
      seen,
      rows.map(({ number }) => number),
    );
    const [look] = await looksAt(shop.house.house, 'sell', rows[0]!.purchase_id);
    assert.deepEqual([look?.purpose, look?.room, look?.fields.includes('voucher.counterparty')], ['keep-books', 'shop', true]);
    assert.deepEqual((await verifyLookLog(shop.house.house)).faults, []);
    const [link] = await shop.rows<{ others: number }>('select others from look_link');
    assert.ok(link!.others > 0, 'the log of looks counts whom it was told to');
  });

  it('are a spreadsheet with every voucher of the period and sums that come out even', async () => {
    const { response, bytes } = await bytesOf('/butik/verifikat/bok.csv?period=2026');
    assert.equal(response.headers.get('content-disposition'), 'attachment; filename="verifikationer-2026.csv"');
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const lines = parseCsv(bytes.toString('utf8').slice(1));
    assert.deepEqual(lines[0], ['Nummer', 'Dag', 'Slag', 'Rättar', 'Order', 'Köpare', 'Utan moms', 'Moms', 'Moms, %', 'Med moms']);
    const rows = inPeriod('2026');
    assert.ok(rows.length > 600, 'more than is read at a time');
    assert.deepEqual(
      lines.slice(1).map(([number]) => Number(number)),
      rows.map(({ number }) => number),
    );
    assert.match(lines[1]![5]!, /^Ängla "Lo" Östling;\d+$/);
    const ore = (text = '') => Math.round(Number(text.replace(',', '.')) * 100);
    const total = (column: number) => lines.slice(1).reduce((all, line) => all + ore(line[column]), 0);
    assert.deepEqual([total(9), total(7)], [sum(rows, (row) => row.ore), sum(rows, (row) => row.vat_ore)]);
    assert.equal(total(6) + total(7), total(9));
  });

  it('are a SIE file that names nobody, where every voucher comes to nothing and all of them to the books', async () => {
    await shop.house.owner.query('delete from access_log; delete from look_link');
    const { response, bytes } = await bytesOf('/butik/verifikat/bok.se?period=2026');
    assert.equal(response.headers.get('content-disposition'), 'attachment; filename="verifikationer-2026.se"');
    const text = decode437(bytes);
    assert.match(
      text,
      /^#FLAGGA 0\r\n#PROGRAM "Kursiv" 1\r\n#FORMAT PC8\r\n#GEN 20261123\r\n#SIETYP 4\r\n#ORGNR 556016-0680\r\n#FNAMN "Lärvik Drift AB"\r\n/,
    );
    assert.doesNotMatch(text, /Ängla|Östling|person\.example/);
    const vouchers = parseSie(text);
    const rows = inPeriod('2026');
    assert.deepEqual(
      vouchers.map(({ number, day }) => [number, day]),
      rows.map(({ number, day }) => [number, day.replaceAll('-', '')]),
    );
    for (const { number, rows: lines } of vouchers)
      assert.equal(
        lines.reduce((all, { ore }) => all + ore, 0),
        0,
        `voucher ${number}`,
      );
    const on = (...accounts: number[]) =>
      vouchers
        .flatMap((one) => one.rows)
        .filter(({ account }) => accounts.includes(account))
        .reduce((all, { ore }) => all + ore, 0);
    assert.equal(
      on(1510),
      sum(rows, (row) => row.ore),
    );
    assert.equal(on(2611, 2621, 2631), -sum(rows, (row) => row.vat_ore));
    for (const [percent, account] of [
      [25, 2611],
      [12, 2621],
      [6, 2631],
    ] as const)
      assert.equal(
        on(account),
        -sum(
          rows.filter((row) => row.vat_percent === percent),
          (row) => row.vat_ore,
        ),
      );
    assert.equal(
      on(3004),
      -sum(
        rows.filter((row) => row.vat_percent === 0),
        (row) => row.ore,
      ),
    );
    const looks = await shop.rows<{ fields: string[] }>('select fields from access_log');
    assert.ok(looks.length > 0 && looks.every(({ fields }) => !fields.includes('voucher.counterparty')));
  });

  it('have no number twice and no gap, whatever has been taken back', () => {
    assert.deepEqual(
      all.map(({ number }) => number).toSorted((one, other) => one - other),
      all.map((_, index) => index + 1),
    );
  });

  it('have no gap when many buy at once', async () => {
    const before = Math.max(...all.map(({ number }) => number));
    await Promise.all([1, 2, 3, 4, 5, 6].map((number) => shop.buy(`samtidigt${number}@person.example`)));
    const made = await shop.rows<{ number: number }>('select number from voucher where number > $1 order by number', [before]);
    assert.deepEqual(
      made.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6].map((more) => before + more),
    );
  });

  it('outlive the purchase, and then lead to nobody', async () => {
    const gone = inPeriod('2026-11').at(-1)!;
    await shop.house.owner.query('delete from purchase where id = $1', [gone.purchase_id]);
    const { text } = await show('/butik/verifikat?period=2026-11');
    assert.ok(!text.includes(gone.purchase_id) && text.includes(`>${gone.number}<`));
  });

  it('show this year when the period is none', async () => {
    for (const typed of ['', '?period=skräp', '?period=2026-13', '?period=9999', '?efter=-1'])
      assert.match((await show(`/butik/verifikat${typed}`)).text, /Här visas 2026/);
    assert.match((await show('/butik/verifikat?period=2019')).text, /Det finns inga verifikationer/);
  });

  it('are found day by day, not read whole, and a purchase’s own by its index', async () => {
    await shop.house.owner.query('analyze voucher');
    await shop.house.house.database.transaction({ purpose: 'keep-books', accountId: shop.executive.id }, async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      const period = readPeriod('2026-03', Temporal.PlainDate.from('2026-11-23'));
      const page = await listVouchers(tx, period, { after: undefined, limit: 51 }).explain();
      assert.match(JSON.stringify(page), /voucher_happened/);
    });
    await shop.house.house.database.transaction({ purpose: 'sell', accountId: shop.support.id }, async (tx) => {
      assert.ok((await listVouchersOf(tx, all[0]!.purchase_id)).length > 0, 'support sees the vouchers of what it may see');
    });
  });
});

/** RFC 4180, with semicolons. */
function parseCsv(text: string): string[][] {
  const lines: string[][] = [];
  for (const line of text.split('\r\n').slice(0, -1))
    lines.push(
      [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
        ([, inQuotes, plain]) => inQuotes?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
  return lines;
}

type SieVoucher = { number: number; day: string; rows: { account: number; ore: number }[] };

function parseSie(text: string): SieVoucher[] {
  const vouchers: SieVoucher[] = [];
  for (const line of text.split('\r\n')) {
    const head = /^#VER K (\d+) (\d{8}) "(?:[^"\\]|\\.)*"$/.exec(line);
    if (head) vouchers.push({ number: Number(head[1]), day: head[2]!, rows: [] });
    const row = /^ {3}#TRANS (\d{4}) \{\} (-?\d+)\.(\d\d)$/.exec(line);
    if (row) vouchers.at(-1)!.rows.push({ account: Number(row[1]), ore: Number(`${row[2]}${row[3]}`) });
    assert.ok(head ?? row ?? /^(#(FLAGGA|PROGRAM|FORMAT|GEN|SIETYP|ORGNR|FNAMN|KONTO) .*|[{}]|)$/.test(line), line);
  }
  return vouchers;
}

/** Read back by the letters that a Swedish file has. */
const decode437 = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : ({ 0x86: 'å', 0x84: 'ä', 0x94: 'ö', 0x8f: 'Å', 0x8e: 'Ä', 0x99: 'Ö' }[byte] ?? '�'),
    )
    .join('');

describe('code page 437', () => {
  it('has the letters where the format says, and loses only marks of the others', () => {
    assert.deepEqual([...encode437('åäöÅÄÖéüÿ')], [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82, 0x81, 0x98]);
    assert.equal(encode437('Łódź š ć 猫 A\u0301').toString('latin1'), '?\u00a2dz s c ? A');
    assert.equal(encode437('a\u0000\u001b').toString('latin1'), 'a??');
  });
});

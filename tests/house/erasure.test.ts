import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aboutPeople, dataMap, type Entry } from '../../data-map/index.ts';
import { addMonths } from '../../src/platform/clock.ts';
import { countTables, eraseForever, findReceipt, scan, sweep } from '../../src/privacy/index.ts';
import { receiptDocument, type ErasureRow } from '../../src/privacy/receipts/receipt-document.ts';
import { addFullPerson, dump } from '../support/full-person.ts';
import { keptPlaces, withoutKept } from '../support/kept-traces.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, makeStaff, setUpOperator } from '../support/world.ts';

/** N-30, N-44 and E-21: everything goes, everywhere, and what stays is nobody's. */
describe('erasing one person of two', () => {
  let test: TestHouse;
  let before_: Record<string, string[]>;
  let after_: Record<string, string[]>;
  let gone: Awaited<ReturnType<typeof addFullPerson>>;
  let twin: Awaited<ReturnType<typeof addFullPerson>>;
  let erasureId: string;

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test);
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    gone = await addFullPerson(test, 'Borttagen', course, admin);
    twin = await addFullPerson(test, 'Tvilling', course, admin);
    const counts = await countTables(test.house, gone.id);
    const empty = Object.entries(dataMap as Record<string, Entry>)
      .filter(([table, entry]) => aboutPeople(entry) && !counts[table])
      .map(([table]) => table);
    assert.deepEqual(empty, [], 'the test person must have a row in every table that is about people');
    before_ = await dump(test);
    [erasureId = ''] = await eraseForever(test.house, [gone.id], 'request');
    after_ = await dump(test);
  });
  after(() => test.close());

  for (const marker of ['Borttagen', 'borttagen@person.example', 'GivenBorttagen', 'FamilyBorttagen', 'ForrBorttagen']) {
    it(`leaves no trace of ${marker} but where a law keeps it`, async () => {
      assert.deepEqual(withoutKept(await scan(test.house, marker, [test.folder])), []);
      assert.deepEqual(
        test.logLines.filter((line) => line.includes(marker)),
        [],
      );
    });
  }

  it('leaves no trace of the ids that led to the person', async () => {
    for (const id of gone.ids) assert.deepEqual(await scan(test.house, id, [test.folder]), [], id);
  });

  it('leaves nothing that the key slip or the token could be computed against', () => {
    const all = Object.values(after_).flat().join('\n');
    assert.ok(Object.values(before_).flat().join('\n').includes('AAA'));
    assert.equal(all.match(/AAA/g)?.length, 1, "only the twin's key still tells its last characters");
  });

  it('leaves of a purchase what the law needs, and nothing that leads to the course or what was learnt there', async () => {
    assert.deepEqual(keptPlaces(await scan(test.house, 'Borttagen', [])), ['purchase', 'voucher']);
    const { rows } = await test.owner.query('select * from purchase where email = $1', [gone.email]);
    const [kept] = rows as Record<string, unknown>[];
    assert.equal(rows.length, 1);
    assert.deepEqual([kept!['course_id'], kept!['key_id'], kept!['course_title']], [null, null, '']);
    assert.deepEqual([kept!['given_name'], kept!['payment_method'], kept!['ore']], [gone.givenName, 'invoice', 49_500]);
    for (const column of ['ordered_at', 'paid_at']) assert.equal((kept![column] as Date).getUTCHours(), 0, column);
    assert.deepEqual(await scan(test.house, 'Kurs för Borttagen', []), []);
    assert.equal((await test.owner.query('select from checkout where email = $1', [gone.email])).rowCount, 0, 'what was not ordered goes');
    assert.equal((await test.owner.query('select from purchase_look where purchase_id = $1', [kept!['id']])).rowCount, 0);
  });

  it('does not touch the twin', () => {
    const twinsIn = (tables: Record<string, string[]>) =>
      Object.entries(tables).flatMap(([table, lines]) =>
        lines.filter((line) => twin.ids.some((id) => line.includes(id)) || /tvilling/i.test(line)).map((line) => `${table} ${line}`),
      );
    assert.ok(twinsIn(before_).length > 20);
    assert.deepEqual(twinsIn(after_), twinsIn(before_));
  });

  it("keeps the course's figures: as many enrolments, visits, answers, attempts and messages", () => {
    for (const table of ['enrolment', 'page_visit', 'answer', 'attempt', 'attempt_answer', 'correspondence', 'message', 'course_key']) {
      assert.equal(after_[table]?.length, before_[table]?.length, table);
    }
  });

  it("lets the administrator's own words stand, without the name and address", async () => {
    const { rows } = await test.owner.query<{ body: string }>("select body from message where not from_student and body like 'Hej […]%'");
    assert.deepEqual(
      rows.map(({ body }) => body),
      ['Hej […], tidigare […]! Skriv till […] om något är oklart.'],
    );
  });

  it('would have found a trace: of the one who stays there are many, in tables and in mail', async () => {
    const stores = new Set((await scan(test.house, 'Tvilling', [test.folder])).map(({ store }) => store));
    assert.deepEqual([...stores], ['database', 'files']);
    const bytes = await scan(test.house, 'token Tvilling', []);
    assert.deepEqual(bytes, [], 'a hash is not the text');
    const planted = await test.owner.query("update course set tagline = 'för Borttagen' returning id");
    assert.equal(withoutKept(await scan(test.house, 'Borttagen', [])).length, 1);
    await test.owner.query('update course set tagline = $1', [String(planted.rowCount)]);
  });

  it('frees the address to return with', async () => {
    const back = await addPerson(test, 'Borttagen');
    assert.notEqual(back.id, gone.id);
    await eraseForever(test.house, [back.id], 'request');
  });

  it('gives a receipt that says what went and names nobody', async () => {
    const receipt = await findReceipt(test.house, erasureId);
    assert.equal(receipt?.state, 'done');
    assert.deepEqual(receipt?.confirmed, ['attachments', 'database', 'exports', 'jobs', 'keyring', 'outbox']);
    assert.equal(receipt?.account_id, null);
    assert.ok(receipt);
    const { rows } = receipt.receipt as { rows: Record<string, number> };
    assert.equal(rows['account deleted'], 1);
    assert.equal(rows['enrolment anonymised'], 1);
    assert.equal(rows['purchase kept'], 1);
  });

  it('tells on the receipt what a law keeps, which law, and until when at the latest', async () => {
    const receipt = await findReceipt(test.house, erasureId);
    const document = receiptDocument(receipt as ErasureRow, [], { by: 'Kursiv', at: test.clock.now() });
    const year = test.clock.now().getUTCFullYear();
    const kept = document.kept.map(({ what, law, until }) => [what.sv, /lagen/.test(law.sv), until.slice(0, 10)]);
    assert.deepEqual(kept.slice(0, 2), [
      ['Det du har köpt', true, addMonths(test.clock.now(), 36).toISOString().slice(0, 10)],
      ['Vår bokföring av det du har köpt', true, `${year + 8}-01-01`],
    ]);
    assert.ok(!document.erased.some(({ data }) => data.sv === 'Det du har köpt'), 'what is kept is not said to be erased');
  });

  // E-21: the last, since the clock moves on.
  it('forgets the purchase after three years, and the voucher when the seventh year is over', async () => {
    const start = test.clock.now();
    const placesAt = async (at: Date) => {
      test.clock.moveTo(at);
      await sweep(test.house);
      return keptPlaces(await scan(test.house, 'Borttagen', [test.folder]));
    };
    const due = addMonths(start, 36);
    assert.deepEqual(await placesAt(new Date(due.getTime() - 60_000)), ['purchase', 'voucher']);
    assert.deepEqual(await placesAt(new Date(due.getTime() + 60_000)), ['voucher']);
    const { rows } = await test.owner.query<{ purchase_id: string | null }>(
      "select purchase_id from voucher where counterparty like '%Borttagen%'",
    );
    assert.deepEqual(rows, [{ purchase_id: null }], 'nothing leads from an address to the voucher');
    const newYear = Date.UTC(start.getUTCFullYear() + 8, 0, 1);
    assert.deepEqual(await placesAt(new Date(newYear - 60_000)), ['voucher']);
    assert.deepEqual(await placesAt(new Date(newYear + 60_000)), []);
    assert.deepEqual(await scan(test.house, 'Borttagen', [test.folder]), []);
  });
});

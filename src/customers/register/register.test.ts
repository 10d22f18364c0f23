import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { addCourse, addCustomer, addPerson, signedIn } from '../../../tests/support/world.ts';
import { inflateSync } from 'node:zlib';
import { textOf as pdfText } from '../../../tests/support/pdf-text.ts';
import { href } from '../../routes.ts';
import { dataTerms, plainText } from '../agreement/data-terms.ts';
import { openRegister } from '../agreement/testing.ts';

// Proof of N-43 (the customer's own page) and N-56 (accepted with proof).

let at: Awaited<ReturnType<typeof openRegister>>;
before(async () => void (at = await openRegister()));
after(() => at.house.close());

const form = (more: [string, string][] = []): [string, string][] => {
  const usual: [string, string][] = [
    ['client_id', randomUUID()],
    ['name', 'Åbergs Bygg AB'],
    ['kind', 'company'],
    ['org', '556016-0680'],
    ['email', 'Chef@Aberg.example'],
    ['language', 'sv'],
    ['starts', '2026-11-01'],
    ['seats', '25'],
    ['months', '12'],
    ['renews', 'yes'],
    ['notice', '1'],
    ['what1', 'Platser'],
    ['quantity1', '25'],
    ['unit1', '495,50'],
    ['vat1', '25'],
  ];
  return [...usual.filter(([name]) => !more.some(([given]) => given === name)), ...more];
};

describe("the operator's customers", () => {
  it('are added with an agreement and an invitation, once however often it is sent', async () => {
    const fields = form();
    for (let turn = 0; turn < 2; turn++) assert.equal((await at.post(href('createCustomer'), fields, at.desk)).status, 303);
    const made = await at.rows("select * from customer where name = 'Åbergs Bygg AB'");
    assert.deepEqual(
      made.map(({ slug, kind, org_number }) => [slug, kind, org_number]),
      [['abergs-bygg-ab', 'company', '5560160680']],
    );
    assert.equal((await at.mailTo('chef@aberg.example')).text?.subject.includes('Åbergs Bygg AB'), true);
    const card = await at.textOf(href('customerCard', { organisation: made[0].id }), at.desk);
    assert.match(card, /556016-0680/);
    assert.match(card, /12\s387,50\skr/);
    assert.match(card, /15\s484,38\skr/);
    assert.match(card, /31 oktober 2027/);
    assert.doesNotMatch(card, /chef@aberg/);
    const again = await at.post(href('createCustomer'), form([['name', 'Annan AB']]), at.desk);
    assert.equal(again.status, 422);
    assert.match(await again.text(), /redan en kund med det organisationsnumret/);
  });

  it('are told every fault with what was typed kept', async () => {
    const faults: [string, string][] = [
      ['name', ''],
      ['org', '556016-0681'],
      ['email', 'x'],
      ['seats', '0'],
      ['unit1', 'abc'],
      ['starts', 'snart'],
    ];
    const wrong = await at.post(href('createCustomer'), form(faults), at.desk);
    assert.equal(wrong.status, 422);
    const text = await wrong.text();
    for (const said of [
      /Skriv organisationens namn/,
      /Organisationsnumret stämmer inte/,
      /namn@exempel\.se/,
      /Skriv antalet platser/,
      /Skriv priset på rad 1/,
      /Skriv första dagen/,
    ])
      assert.match(text, said);
    assert.match(text, /value="556016-0681"/);
    const half = await at.post(
      href('createCustomer'),
      form([
        ['quantity1', ''],
        ['org', ''],
      ]),
      at.desk,
    );
    assert.match(await half.text(), /Skriv antalet på rad 1/);
  });

  it('are listed in Swedish order, filtered, searched and paged by key', async () => {
    await addCustomer(at.house, 'zebra');
    const names = (html: string) => [...html.matchAll(/kunder\/[0-9a-f-]{36}">([^<]+)</g)].map(([, name]) => name);
    const all = names(await at.textOf(href('customers'), at.desk));
    assert.ok(all.indexOf('Kunden zebra') < all.indexOf('Åbergs Bygg AB'), all.join());
    assert.deepEqual(names(await at.textOf(`${href('customers')}?sok=%C3%A5berg&lage=running&slag=company`, at.desk)), ['Åbergs Bygg AB']);
    assert.deepEqual(names(await at.textOf(`${href('customers')}?sok=556016`, at.desk)), ['Åbergs Bygg AB']);
    assert.match(await at.textOf(`${href('customers')}?sok=finns+inte`, at.desk), /Ingen kund stämmer/);
    for (let index = 0; index < 51; index++) await addCustomer(at.house, `manga-${index}`);
    const first = await at.textOf(href('customers'), at.desk);
    const next = /href="([^"]+)" rel="next"/.exec(first)![1]!.replaceAll('&amp;', '&');
    const rest = names(await at.textOf(next, at.desk));
    assert.equal(new Set([...names(first), ...rest]).size, 54);
    for (const order of ['slut', 'namn'])
      assert.equal((await at.get(`${href('customers')}?ordning=${order}&efter=${at.customer.id}`, at.desk)).status, 200);
  });

  it('are for those who look after customers alone', async () => {
    const dpo = await addPerson(at.house, 'Ombud');
    await at.rows(`insert into operator_staff (account_id, role) values ($1, 'dpo')`, [dpo.id]);
    for (const who of [at.cookie, await signedIn(at.house, dpo)]) {
      for (const path of [href('customers'), href('newCustomer'), href('customerCard', { organisation: at.customer.id })])
        assert.equal((await at.get(path, who)).status, 404);
      assert.equal((await at.post(href('createCustomer'), form(), who)).status, 404);
    }
  });

  it('have a note that the customer never sees', async () => {
    const path = href('saveCustomerNote', { organisation: at.customer.id });
    assert.equal((await at.post(path, [['note', 'Vill ha faktura i januari']], at.desk)).status, 303);
    assert.match(await at.textOf(href('customerCard', { organisation: at.customer.id }), at.desk), /faktura i januari/);
    assert.equal((await at.post(path, [['note', 'x'.repeat(5001)]], at.desk)).status, 422);
    assert.doesNotMatch(await at.textOf(href('agreement', { customer: at.customer.slug }), at.cookie), /faktura/);
  });
});

describe('an agreement', () => {
  it('is read, accepted with proof and noticed by the customer’s administrator, and renewed by the operator', async () => {
    const id = await at.agree({ seats: 5 });
    const page = href('agreement', { customer: at.customer.slug });
    assert.match(await at.textOf(page, at.cookie), /Någon som får företräda er behöver godkänna/);
    const accept = href('acceptDataTerms', { customer: at.customer.slug, agreement: id });
    assert.equal((await at.post(accept, [['title', '']], at.cookie)).status, 422);
    for (let turn = 0; turn < 2; turn++)
      assert.equal(
        (
          await at.post(
            accept,
            [
              ['title', 'rektor'],
              ['accept', 'yes'],
            ],
            at.cookie,
          )
        ).status,
        303,
      );
    const proofs = await at.rows('select * from data_terms_acceptance where agreement_id = $1', [id]);
    assert.equal(proofs.length, 1);
    assert.deepEqual(
      [proofs[0].name, proofs[0].title, proofs[0].version, proofs[0].account_id],
      ['GivenChefen FamilyChefen', 'rektor', 1, at.boss.id],
    );
    assert.equal(proofs[0].text, plainText(dataTerms('sv', { customer: 'Kunden nordhammar', operator: 'Lärvik Drift AB' })));
    assert.match(await at.textOf(page, at.cookie), /godkändes den 23 november 2026 av GivenChefen FamilyChefen, rektor/);

    const pdf = await at.get(href('agreementPdf', { customer: at.customer.slug, agreement: id }), at.cookie);
    assert.equal(pdf.headers.get('content-type'), 'application/pdf');
    const bytes = Buffer.from(await pdf.arrayBuffer());
    assert.match(bytes.toString('latin1'), /StructTreeRoot/);
    assert.match(pdfText(bytes, inflateSync), /Personuppgiftsbiträdesavtal/);

    const notice = href('giveNotice', { customer: at.customer.slug, agreement: id });
    assert.equal((await at.post(notice, [], at.cookie)).status, 422);
    for (let turn = 0; turn < 2; turn++) assert.equal((await at.post(notice, [['sure', 'yes']], at.cookie)).status, 303);
    assert.match(await at.textOf(page, at.cookie), /Uppsagt av kunden den 23 november 2026/);
    const change = href('changeAgreement', { organisation: at.customer.id, agreement: id });
    assert.equal((await at.post(change, [['change', 'renew']], at.desk)).status, 303);
    assert.deepEqual(await at.rows('select ends_at, noticed_at from agreement where id = $1', [id]), [{ ends_at: null, noticed_at: null }]);
    assert.deepEqual(await at.rows('select ended_at, due_at from customer where id = $1', [at.customer.id]), [
      { ended_at: null, due_at: null },
    ]);
    assert.equal((await at.post(change, [['change', 'notice']], at.desk)).status, 303);
    const mails = await at.rows("select account_id from mail where template = 'agreement-noticed'");
    assert.deepEqual(mails, [{ account_id: at.boss.id }]);
    assert.equal(
      (
        await at.post(
          change,
          [
            ['change', 'seats'],
            ['seats', '0'],
          ],
          at.desk,
        )
      ).status,
      422,
    );
    assert.equal(
      (
        await at.post(
          change,
          [
            ['change', 'seats'],
            ['seats', '7'],
          ],
          at.desk,
        )
      ).status,
      303,
    );
    assert.equal(
      (await at.post(href('changeAgreement', { organisation: at.customer.id, agreement: randomUUID() }), [['change', 'end']], at.desk))
        .status,
      404,
    );
  });

  it('is one at a time', async () => {
    const path = href('createAgreement', { organisation: at.customer.id });
    const overlapping = await at.post(path, form([['starts', '2027-01-01']]), at.desk);
    assert.equal(overlapping.status, 422);
    assert.match(await overlapping.text(), /redan ett avtal för den tiden/);
    assert.equal((await at.post(path, form([['starts', '2030-01-01']]), at.desk)).status, 303);
    const strange = await at.post(
      path,
      form([
        ['starts', '2040-01-01'],
        ['courses', randomUUID()],
      ]),
      at.desk,
    );
    assert.match(await strange.text(), /En kurs som du valde finns inte längre/);
  });

  it('has room for any course of the customer: one that is not shown is searched for, and what is chosen stays', async () => {
    const owner = await addCustomer(at.house, 'mangakurser');
    const { courseId } = await addCourse(at.house, owner.id);
    const path = href('createAgreement', { organisation: owner.id });
    await at.rows(
      `insert into course (customer_id, slug, title, tagline, description, minutes, language, listed_at)
        select customer_id, 'kurs-' || n, 'Kurs ' || lpad(n::text, 3, '0'), tagline, description, minutes, language, listed_at
        from course, generate_series(1, 250) n where id = $1`,
      [courseId],
    );
    const [first] = await at.rows("select id from course where title = 'Kurs 001'");
    const [last] = await at.rows("select id from course where title = 'Kurs 250'");
    const page = await at.textOf(href('newAgreement', { organisation: owner.id }), at.desk);
    assert.match(page, /name="course_search"/);
    assert.doesNotMatch(page, new RegExp(last.id));
    const chosen: [string, string][] = [
      ['starts', '2050-01-01'],
      ['courses', first.id],
      ['course_search', 'KURS 250'],
    ];
    const sought = await at.post(path, form([...chosen, ['find', 'courses']]), at.desk);
    assert.equal(sought.status, 200);
    const found = await sought.text();
    assert.match(found, new RegExp(`value="${first.id}" checked`));
    assert.match(found, new RegExp(`value="${last.id}"(?! checked)`));
    assert.match(found, /value="2050-01-01"/);
    assert.doesNotMatch(found, /Kurs 249/);
    const made = async () => (await at.rows('select from agreement_course where course_id = any($1)', [[first.id, last.id]])).length;
    assert.equal(await made(), 0);
    assert.equal((await at.post(path, form([...chosen, ['courses', last.id]]), at.desk)).status, 303);
    assert.equal(await made(), 2, 'once each');
  });

  it('tells what is processed from the map, in both languages, to the customer’s administrator alone', async () => {
    const path = href('dataProcessing', { customer: at.customer.slug });
    const text = await at.textOf(path, at.cookie);
    for (const said of [/Dina kurser/, /Brevbäraren AB/, /a\) Instruktioner/, /h\) Insyn och granskning/, /Doris Dahl/])
      assert.match(text, said);
    assert.equal((await at.get(path, at.desk)).status, 404);
    const terms = dataTerms('en', { customer: 'A', operator: 'B' });
    for (const letter of 'abcdefgh') assert.ok(terms.sections.some(({ heading }) => heading.startsWith(`${letter})`)));
  });
});

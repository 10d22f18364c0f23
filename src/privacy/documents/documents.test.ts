import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aboutPeople, dataMap, type Entry } from '../../../data-map/index.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addCustomer, addPerson, formPost, inHouse, signedIn } from '../../../tests/support/world.ts';
import { cookieNames } from '../../platform/cookies.ts';
import { publishDocuments } from '../index.ts';
import { compareTexts } from './compare.ts';
import { contentLists, missingIn } from './content-lists.ts';
import { asRead, asText, documentKinds, literal, type Document } from './document.ts';
import type { DocumentFacts } from './facts.ts';
import { lix } from '../../../tests/support/lix.ts';
import { makeDocument } from './make.ts';

// Proof of N-74 and N-43: what is published is made from the map, says all that the law wants, and is kept version by version.

const operator = {
  name: 'Lärvik_Drift *AB* [x](/y)',
  contactEmail: 'hej@larvik.example',
  dpoName: 'Doris Dahl',
  dpoEmail: 'dso@larvik.example',
  language: 'sv' as const,
};
const locales = ['sv', 'en'] as const;

describe('a generated document', () => {
  let house: TestHouse;
  let facts: DocumentFacts;
  before(async () => {
    house = await openTestHouse();
    await house.app.request('/kom-igang', formPost(operator));
    facts = { operator, register: house.house.register };
  });
  after(() => house.close());
  const get = async (path: string, headers: Record<string, string> = {}) => (await house.app.request(path, { headers })).text();
  const each = (work: (made: Document, locale: 'sv' | 'en') => void) =>
    documentKinds.forEach((kind) => locales.forEach((locale) => work(makeDocument(kind, facts, locale), locale)));

  it('says everything that its list of the law demands, for both roles and in both languages', () => {
    each((made, locale) => assert.deepEqual(missingIn(made, facts, locale), [], `${made.kind} ${locale}`));
  });

  it('names the controller whose record or annex it is, its representative and officer, and how each is reached (Art. 30(2)(a))', () => {
    const reached = (who: string) => ({
      name: `Ombud ${who}`,
      address: `${who}gatan 1\n123 45 Ort`,
      email: `${who}@skolan.example`,
      phone: '08-465 004 00',
    });
    const controller = {
      name: 'Lindängens skola',
      orgNumber: '556677-8899',
      contacts: { controller: reached('skol'), representative: reached('rep'), officer: { ...reached('dso'), address: '' } },
    };
    for (const kind of ['record-processor', 'annex'] as const)
      for (const locale of locales) {
        const own = { ...facts, controller };
        assert.deepEqual(missingIn(makeDocument(kind, own, locale), own, locale), [], `${kind} ${locale}`);
        const general = missingIn(makeDocument(kind, facts, locale), own, locale).join('\n');
        for (const said of ['Lindängens skola', '556677-8899', 'Ombud rep', 'repgatan 1', 'dso@skolan.example', '08-465 004 00'])
          assert.match(general, new RegExp(`does not say "${said}"`), `${kind} ${locale}: a text that names nobody is found out`);
      }
  });

  it('would be found out: whatever part is taken away, its demands are missed', () => {
    each((made, locale) => {
      for (const part of made.parts.filter(({ law }) => law.some((one) => contentLists[made.kind].some((demand) => demand.law === one)))) {
        const without = { ...made, parts: made.parts.filter((one) => one !== part) };
        assert.notDeepEqual(missingIn(without, facts, locale), [], `${made.kind} ${locale}: ${part.title}`);
        const emptied = { ...made, parts: made.parts.map((one) => (one === part ? { ...part, blocks: [] } : one)) };
        assert.notDeepEqual(missingIn(emptied, facts, locale), [], `${made.kind} ${locale}: ${part.title} emptied`);
      }
    });
  });

  it('would be found out when a table, an officer or a supplier is left out', () => {
    const policy = makeDocument('privacy-policy', facts, 'sv');
    const others = { operator: { ...operator, dpoName: 'Någon Annan' }, register: facts.register };
    assert.match(missingIn(policy, others, 'sv').join('\n'), /Någon Annan/);
    const more = { operator, register: [...facts.register, { ...facts.register[0]!, name: 'Ny leverantör' }] };
    assert.match(missingIn(policy, more, 'sv').join('\n'), /13\(1\)\(e\) does not say "Ny leverantör"/);
  });

  it('answers every demand of its list with a part, and labels nothing that no list asks for', () => {
    each((made) => {
      const asked = new Set(contentLists[made.kind].map(({ law }) => law));
      assert.deepEqual(
        made.parts.flatMap(({ law }) => law).filter((law) => !asked.has(law)),
        [],
        made.kind,
      );
    });
  });

  it('has the same parts in both languages', () => {
    for (const kind of documentKinds) {
      const shape = (locale: 'sv' | 'en') =>
        makeDocument(kind, facts, locale).parts.map(({ law, blocks }) => [law, blocks.map((block) => Object.keys(block)[0])]);
      assert.deepEqual(shape('sv'), shape('en'), kind);
    }
  });

  it('is plain Swedish: LIX 45 at most, with a short summary on top', () => {
    for (const kind of documentKinds) {
      const made = makeDocument(kind, facts, 'sv');
      assert.ok(made.short.length >= 2, kind);
      assert.ok(lix(made.short.join('\n')) <= 40, `${kind} in short: ${lix(made.short.join('\n'))}`);
      const running = made.parts.flatMap(({ blocks }) =>
        blocks.flatMap((block) => ('text' in block ? [block.text] : 'list' in block ? block.list : [])),
      );
      assert.ok(lix(asRead(running.join('\n'))) <= 45, `${kind}: ${lix(asRead(running.join('\n')))}`);
    }
    assert.ok(lix('Personuppgiftsbehandlingen genomförs enligt dataskyddsförordningens bestämmelser.') > 60);
  });

  it('takes what the operator typed as words, never as marks', async () => {
    assert.match(await get('/integritetspolicy'), /Lärvik_Drift \*AB\* \[x\]\(\/y\) driver Kursiv/);
    assert.doesNotMatch(await get('/integritetspolicy'), /href="\/y"/);
    assert.equal(asRead(`${literal('[a](b)')} och [länk](/c)`), '[a](b) och länk');
  });

  it('tells of every table about a person, in both languages', async () => {
    for (const locale of locales) {
      const html = await get('/integritetspolicy', { 'accept-language': locale });
      for (const [table, entry] of Object.entries(dataMap as Record<string, Entry>)) {
        if (aboutPeople(entry)) assert.ok(html.includes(`>${entry.title[locale]}</th>`), `${table} is missing in ${locale}`);
      }
    }
  });

  it('lists every cookie there is, and says that nothing is optional (N-02)', async () => {
    const html = await get('/kakor');
    for (const name of Object.values(cookieNames)) assert.match(html, new RegExp(`>${name}</th>`));
    assert.match(html, /I dag finns inget valfritt/);
  });

  it('is a new version with its own date when the settings or the register change, and is otherwise left alone', async () => {
    const versions = async () =>
      (await house.owner.query('select kind, max(version)::int as version from document_version group by 1 order by 1')).rows;
    const before = await versions();
    const publish = (register = house.house.register) => inHouse(house, (tx) => publishDocuments(tx, register, house.clock.now()));
    assert.deepEqual(await publish(), []);
    assert.deepEqual(await versions(), before);
    await inHouse(house, (tx) => tx.updateTable('operator').set({ dpo_name: 'Dag Dahl' }).execute());
    assert.doesNotMatch(await get('/integritetspolicy'), /Version 1/, 'no date is claimed for a text that was not published');
    assert.deepEqual(await publish(), ['privacy-policy', 'annex', 'record-controller', 'record-processor']);
    assert.match(await get('/integritetspolicy'), /Version 2, gäller från den 23\s?november 2026/);
    const moved = house.house.register.map((one) => ({ ...one, place: 'Växjö' }));
    assert.deepEqual(await publish(moved), ['storage', 'suppliers']);
    await publish();
  });

  it('shows what differs from the version before, word by word', async () => {
    const html = await get('/dokument/privacy-policy/2');
    assert.match(html, /Det här skiljer från version 1/);
    assert.match(html, /<del>Doris<\/del>/);
    assert.match(html, /<ins>Dag<\/ins>/);
    assert.match(await get('/dokument/privacy-policy/1'), /Det här är den första versionen/);
    assert.match(await get('/dokument/privacy-policy'), /href="\/dokument\/privacy-policy\/2"/);
    assert.match(await get('/dokument/terms'), /href="\/dokument\/terms\/1"/);
    for (const path of ['/dokument/privacy-policy/99', '/dokument/unknown', '/dokument/privacy-policy/0'])
      assert.equal((await house.app.request(path)).status, 404, path);
  });

  it('compares paragraph by paragraph', () => {
    const kinds = (before: string, after: string) =>
      compareTexts(before, after).map(({ pieces }) => pieces.map(({ kind, text }) => `${kind} ${text}`).join('|'));
    assert.deepEqual(kinds('a\n\nb', 'a\n\nb'), []);
    assert.deepEqual(kinds('a\n\nb', 'a\n\nc\n\nb'), ['added c']);
    assert.deepEqual(kinds('a\n\nb', 'a'), ['removed b']);
    assert.deepEqual(kinds('ett två', 'ett tre'), ['same ett |removed två|added tre']);
  });

  it('of the records is the operator’s own; a customer’s annex is its customer administrators’', async () => {
    const place = await addCustomer(house);
    const other = await addCustomer(house, 'annan');
    const [dpo, admin, teacher] = [await addPerson(house, 'Ombud'), await addPerson(house, 'Kundadmin'), await addPerson(house, 'Larare')];
    for (const account_id of [dpo.id, admin.id, teacher.id]) {
      await inHouse(house, (tx) =>
        tx
          .insertInto('ledger')
          .values({ account_id, event: 'acceptance', about: 'terms', state: 'accepted', version: 1, text_hash: 'x', language: 'sv' })
          .execute(),
      );
    }
    await inHouse(house, async (tx) => {
      await tx.insertInto('operator_staff').values({ account_id: dpo.id, role: 'dpo' }).execute();
      await tx.insertInto('membership').values({ customer_id: place.id, account_id: admin.id, role: 'customer_admin' }).execute();
      await tx.insertInto('membership').values({ customer_id: place.id, account_id: teacher.id, role: 'teacher' }).execute();
    });
    const status = async (path: string, who?: typeof dpo) =>
      (await house.app.request(path, { headers: who ? { cookie: await signedIn(house, who) } : {} })).status;
    assert.equal(await status('/forteckning', dpo), 200);
    assert.equal(await status('/forteckning/nordhammar', dpo), 200);
    assert.equal(await status('/forteckning/finns-inte', dpo), 404);
    assert.equal(await status('/forteckning', admin), 404);
    assert.equal(await status('/forteckning'), 303);
    assert.equal(await status('/dokument/record-controller'), 404);
    assert.equal(await status('/dokument/record-controller', dpo), 200);
    assert.equal(await status('/k/nordhammar/personuppgifter', admin), 200);
    assert.equal(await status('/k/nordhammar/personuppgifter', teacher), 404);
    assert.equal(await status(`/k/${other.slug}/personuppgifter`, admin), 404);
    const record = await get('/forteckning/nordhammar', { cookie: await signedIn(house, dpo) });
    assert.match(record, /Gäller Kunden nordhammar</);
    await house.owner.query("update customer set org_number = '5566778899' where slug = 'nordhammar'");
    const numbered = await get('/forteckning/nordhammar', { cookie: await signedIn(house, dpo) });
    assert.match(numbered, /Gäller Kunden nordhammar, organisationsnummer 556677-8899</);
    assert.match(await get('/forteckning', { cookie: await signedIn(house, dpo) }), /href="\/forteckning\/nordhammar"/);
    assert.ok(asText(makeDocument('record-controller', facts, 'sv')).length > 500);
  });
});

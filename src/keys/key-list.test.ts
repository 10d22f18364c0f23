import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { addCustomer, addCourse, addPerson, enrol, signedIn } from '../../tests/support/world.ts';
import { openKeyHouse } from './testing.ts';
import { readPeopleList } from './people-list.ts';
import { readTable } from './read-table.ts';

/** N-04: keys bound to the people of a pasted list. */
const word = fc.string({ unit: fc.constantFrom(...'abcåäöéÅÖ-’'), minLength: 1, maxLength: 8 }).map((text) => `A${text}`);
const person = fc.record(
  {
    email: fc.tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), fc.constantFrom('skola.example', 'x.test')).map((parts) => parts.join('@')),
    givenName: fc.oneof(word, fc.constantFrom('Anna "Nanna"', 'Per; Olof', 'Eva,Lena', 'Kim\tLi')),
    familyName: fc.oneof(word, fc.constantFrom('von Essen', 'Åkesson-Öst', 'Berg "B"')),
  },
  { noNullPrototype: true },
);
const heads = {
  email: ['Mejladress', 'E-post', 'email', 'E-mail address', 'MEJL'],
  givenName: ['Förnamn', 'Given name', 'first_name', 'FIRSTNAME'],
  familyName: ['Efternamn', 'Family name', 'Last name', 'surname'],
  other: ['Klass', 'Telefon', 'Personalnummer'],
};
const columns = fc
  .record({
    email: fc.constantFrom(...heads.email),
    givenName: fc.constantFrom(...heads.givenName),
    familyName: fc.constantFrom(...heads.familyName),
    other: fc.constantFrom(...heads.other),
  })
  .chain((titles) => fc.shuffledSubarray(Object.entries(titles), { minLength: 4 }));
const quoted = (text: string, delimiter: string, always: boolean) =>
  always || text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

test('any list with headings is read: every delimiter, order, language, quoting and line ending', () => {
  const layout = fc.record({
    delimiter: fc.constantFrom(';', ',', '\t'),
    ending: fc.constantFrom('\n', '\r\n', '\r'),
    bom: fc.constantFrom('', '\uFEFF'),
    always: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 12 }), columns, layout, (people, order, { delimiter, ending, bom, always }) => {
      const rows = [
        order.map(([, title]) => title),
        ...people.map((one) => order.map(([field]) => (field === 'other' ? '12 A' : one[field as keyof typeof one]))),
      ];
      const text = bom + rows.map((row) => row.map((cell) => quoted(cell, delimiter, always)).join(delimiter)).join(ending);
      const read = readPeopleList(text).map(({ email, givenName, familyName }) => ({ email, givenName, familyName }));
      assert.deepEqual(read, people);
    }),
    { numRuns: 400 },
  );
});

test('without headings the address is found wherever it stands, and names beside it', () => {
  const names = (text: string) => readPeopleList(text).map(({ email, givenName, familyName }) => [email, givenName, familyName]);
  assert.deepEqual(names('a@x.example'), [['a@x.example', '', '']]);
  assert.deepEqual(names('Aino\tMäkelä\tAino@X.example'), [['aino@x.example', 'Aino', 'Mäkelä']]);
  assert.deepEqual(names('a@x.example;Sara Inga Blind'), [['a@x.example', 'Sara Inga', 'Blind']]);
  assert.deepEqual(names('a@x.example;"Blind, Sara Inga"'), [['a@x.example', 'Sara Inga', 'Blind']]);
  assert.deepEqual(names('Aino Mäkelä <aino@x.example>'), [['aino@x.example', 'Aino', 'Mäkelä']]);
  assert.deepEqual(names('\n\n;a@x.example;Aino;Mäkelä;070-174 06 05\n\n'), [['a@x.example', 'Aino', 'Mäkelä']]);
  assert.deepEqual(names('inte en adress'), [['inte en adress', '', '']]);
  assert.deepEqual(names('Namn;E-post\nAino Mäkelä;a@x.example'), [['a@x.example', 'Aino', 'Mäkelä']]);
  assert.deepEqual(
    readPeopleList('mejl\n\na@x.example\nb@x.example').map(({ line }) => line),
    [3, 4],
  );
});

test('whatever is pasted is read without a fault, and in time that grows with its length', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', ';', ',', '\t', '\n', '\r', '@', '<', '>', 'a', ' ', '\0'), maxLength: 300 }),
      (text) => {
        assert.ok(Array.isArray(readPeopleList(text)));
      },
    ),
    { numRuns: 2_000 },
  );
  const began = performance.now();
  for (const text of ['"'.repeat(60_000), ';'.repeat(60_000), '\n'.repeat(60_000), '<'.repeat(60_000), ' '.repeat(60_000) + 'a'])
    readTable(text);
  for (const text of ['<'.repeat(60_000), 'a@b <'.repeat(12_000)]) readPeopleList(text);
  assert.ok(performance.now() - began < 2_000);
});

const { house, course, admin, get, post, make, select } = await openKeyHouse();
after(() => house.close());
const cookie = await signedIn(house, admin);
const root = '/k/nordhammar/nycklar/lista';
const form = (list: string, extra: Record<string, string> = {}) => ({
  course: 'liten-kurs',
  label: 'Höstens nya',
  list,
  expires: '2027-06-30',
  days: '',
  client_id: randomUUID(),
  ...extra,
});
const counted = async (table: string) => (await select(`select count(*)::int as n from ${table}`))[0].n as number;

test('each row is told what would happen before anything has', async () => {
  const student = await addPerson(house, 'Student');
  await enrol(house, student, course);
  await make({ bindings: [{ email: 'vantar@x.example' }] });
  const other = await addCustomer(house, 'annan-kund');
  const stranger = await addPerson(house, 'Framling');
  await enrol(house, stranger, await addCourse(house, other.id));
  const before = [await counted('key_batch'), await counted('course_key')];
  const list = [
    'Namn;Mejl',
    'Ny Person;ny@x.example',
    `S;${student.email}`,
    'V;Vantar@x.example',
    'F;inte-en-adress',
    'Igen;NY@x.example',
    `U;${stranger.email}`,
  ];
  const response = await post(root, form([...list, `${'x'.repeat(101)} y;lang@x.example`].join('\n')), cookie);
  assert.equal(response.status, 200);
  const page = await response.text();
  const verdicts = [...page.matchAll(/<span><span class="badge [a-z]+">([^<]+)</g)].map(([, text]) => text);
  assert.deepEqual(verdicts, [
    'Ny nyckel',
    'Är redan med i kursen',
    'Har redan en nyckel som inte är inlöst',
    'Fel i mejladressen',
    'Står redan högre upp i listan',
    'Ny nyckel',
    'Namnet är för långt',
  ]);
  assert.match(page, /Det blir 2 nycklar\. Inget har gjorts än/);
  assert.deepEqual([await counted('key_batch'), await counted('course_key')], before);
  const looks = await select('select s.account_id from access_log l join access_log_subject s on s.log_id = l.id where l.actor_id = $1', [
    admin.id,
  ]);
  assert.deepEqual(looks, [{ account_id: student.id }], 'whoever is found is recorded as seen; a stranger is not found');
});

test('only the new get a key, once, and the file says whose each is', async () => {
  const fields = form('Mejl;Förnamn;Efternamn\nkerstin@x.example;Kerstin;=Åberg\nfel\nnils@x.example;Nils;Öst');
  const answers = await Promise.all([0, 1, 2].map(async () => (await post(`${root}/nycklar`, fields, cookie)).text()));
  for (const answer of answers) assert.match(answer, /kerstin@x\.example/);
  assert.equal(answers.filter((answer) => answer.includes('1 rader')).length, 1);
  const rows = await select(
    "select bound_email, bound_given_name, bound_family_name, batch_id from course_key where bound_email like '%@x.example' and bound_given_name in ('Kerstin', 'Nils') order by 1",
  );
  assert.deepEqual(
    rows.map(({ bound_email, bound_given_name }) => [bound_email, bound_given_name]),
    [
      ['kerstin@x.example', 'Kerstin'],
      ['nils@x.example', 'Nils'],
    ],
  );
  const csv = await (await post('/k/nordhammar/nycklar/fil', { client_id: fields.client_id }, cookie)).text();
  assert.match(csv, /;Kerstin =Åberg;kerstin@x\.example\r\n/);
  const sheet = await post('/k/nordhammar/nycklar/nyckelblad', { client_id: fields.client_id }, cookie);
  assert.equal(sheet.headers.get('content-type'), 'application/pdf');
  const nobody = await post(`${root}/nycklar`, form('kerstin@x.example'), cookie);
  assert.equal(nobody.status, 422);
  assert.match(await nobody.text(), /Ingen på listan behöver en ny nyckel[^]*kerstin@x\.example/);
});

test('what was typed comes back with a fault, and to be changed', async () => {
  for (const list of ['', ';;;', 'a@x.example\n'.repeat(1_001)]) {
    const response = await post(root, form(list), cookie);
    assert.equal(response.status, 422);
    assert.match(await response.text(), /value="Höstens nya"/);
  }
  const back = await (await post(root, form('a@x.example', { change: 'yes' }), cookie)).text();
  assert.match(back, /<textarea[^]*a@x\.example<\/textarea>/);
  assert.equal((await get(root, cookie)).status, 200);
});

test('a thousand rows are judged and made in one go', async () => {
  const list = Array.from({ length: 1_000 }, (_, index) => `person${index}@stor.example;Förnamn${index};Efternamn`).join('\n');
  const fields = form(list, { label: 'Stort' });
  assert.match(await (await post(root, fields, cookie)).text(), /Det blir 1\s000 nycklar/);
  const began = performance.now();
  const made = await post(`${root}/nycklar`, fields, cookie);
  assert.equal(made.status, 200);
  const sheet = await post('/k/nordhammar/nycklar/nyckelblad', { client_id: fields.client_id }, cookie);
  assert.equal(sheet.status, 200);
  assert.ok(performance.now() - began < 20_000);
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addPerson, formPost, signedIn } from '../../../tests/support/world.ts';
import { folderTransport } from '../../platform/mail/transport.ts';
import { createApp } from '../../app.tsx';
import { readMail } from '../site/read-mail.ts';
import { termsEn, termsSv } from './texts/terms.ts';

const operator = {
  name: 'Lärvik_Drift *AB*',
  contactEmail: 'hej@larvik.example',
  dpoName: 'Doris Dahl',
  dpoEmail: 'dso@larvik.example',
  language: 'sv',
};

describe('an empty installation', () => {
  let house: TestHouse;
  before(async () => void (house = await openTestHouse()));
  after(() => house.close());

  test('leads every visitor to its set-up, and tells that it is alive', async () => {
    for (const path of ['/', '/kontakt', '/integritetspolicy', '/nyckel']) {
      const response = await house.app.request(path);
      assert.deepEqual([response.status, response.headers.get('location')], [303, '/kom-igang'], path);
    }
    assert.deepEqual(await (await house.app.request('/halsa')).json(), { status: 'ok' });
  });

  test('tells what is missing and keeps what was typed', async () => {
    const response = await house.app.request('/kom-igang', formPost({ ...operator, dpoName: '', contactEmail: 'hej', language: 'fi' }));
    const html = await response.text();
    assert.equal(response.status, 422);
    assert.match(html, /Skriv namnet på dataskyddsombudet\./);
    assert.match(html, /Mejladressen ska se ut som namn@exempel\.se\./);
    assert.match(html, /Välj svenska eller engelska\./);
    assert.match(html, /value="Lärvik_Drift \*AB\*"/);
  });

  test('is set up once, also when many press at the same instant', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map(async (name) => house.app.request('/kom-igang', formPost({ ...operator, name }))),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303]));
    const { rows } = await house.owner.query('select kind, version, count(*)::int as count from document_version group by 1, 2 order by 1');
    assert.deepEqual(
      rows,
      ['annex', 'cookies', 'privacy-policy', 'record-controller', 'record-processor', 'storage', 'suppliers', 'terms'].map((kind) => ({
        kind,
        version: 1,
        count: 1,
      })),
    );
    assert.equal((await house.app.request('/kom-igang')).headers.get('location'), '/');
    assert.equal((await house.app.request('/kom-igang', formPost({ ...operator, name: 'Någon annan' }))).headers.get('location'), '/');
    assert.doesNotMatch(await (await house.app.request('/kontakt')).text(), /Någon annan/);
  });
});

describe('the desk', () => {
  let house: TestHouse;
  const get = async (path: string, headers: Record<string, string> = {}) => (await house.app.request(path, { headers })).text();
  before(async () => {
    house = await openTestHouse();
    await house.app.request('/kom-igang', formPost(operator));
  });
  after(() => house.close());

  test('every open page answers in both languages and sets no cookie', async () => {
    for (const path of ['/kontakt', '/villkor', '/integritetspolicy', '/kakor', '/tillganglighet']) {
      for (const [language, sign] of [
        ['sv', 'Lärvik_Drift'],
        ['en', 'is run by'],
      ] as const) {
        const response = await house.app.request(path, { headers: { 'accept-language': language } });
        const html = await response.text();
        assert.equal(response.status, 200, path);
        assert.equal(response.headers.get('set-cookie'), null);
        assert.match(html, new RegExp(`<html lang="${language}">`));
        assert.match(html, new RegExp(sign));
        assert.doesNotMatch(html, /<script/);
      }
    }
  });

  test('the contact page names the operator and the data protection officer', async () => {
    const html = await get('/kontakt');
    assert.match(html, /href="mailto:hej@larvik\.example"/);
    assert.match(html, /Doris Dahl/);
    assert.match(html, /href="mailto:dso@larvik\.example"/);
  });

  test('the terms are the published ones, and say the same things in both languages', async () => {
    assert.match(await get('/villkor'), /En nyckel öppnar en kurs en gång/);
    assert.match(await get('/villkor', { 'accept-language': 'en' }), /A key opens a course once/);
    const shape = (text: string) =>
      text.split(/\n\n+/).map((part) => (part.startsWith('## ') ? 'heading' : part.startsWith('- ') ? part.split('\n').length : 'text'));
    assert.deepEqual(shape(termsSv.trim()), shape(termsEn.trim()));
  });

  test('the terms name what the law and the data map want of them, with the map’s own periods, after the operator’s own words', async () => {
    const wanted = {
      sv: [
        'inte sälja dem vidare',
        'Allmänna reklamationsnämnden',
        'Lärvik_Drift *AB* ansvarar för uppgifterna om ditt konto',
        'ge dig kursen och minnas var du är i den',
        'efter 6 månader tar vi bort',
        'Det du har skrivit till oss: 6 månader från det senaste',
        'en varning och möjlighet att rätta till det',
        'överklaga en varning eller en uppsägning inom 30 dagar',
        'minst en månad innan',
        'Du når oss på hej@larvik.example',
      ],
      en: [
        'not resell',
        'Consumer Disputes',
        'Lärvik_Drift *AB* is responsible for the data about your account',
        'after 6 months we remove',
        'a warning and a chance to put it right',
        'appeal a warning or a termination within 30 days',
        'at least one month before',
        'You reach us at hej@larvik.example',
      ],
    };
    for (const locale of ['sv', 'en'] as const) {
      const html = await get('/villkor', { 'accept-language': locale });
      for (const words of wanted[locale]) assert.ok(html.includes(words), `${locale}: ${words}`);
      assert.ok(html.indexOf(wanted[locale][0]!) < html.indexOf(wanted[locale][3]!), 'own words first');
    }
  });

  test('a language is chosen and the visitor comes back to the same page, never to another site', async () => {
    const choose = (fields: Record<string, string>) => house.app.request('/sprak', formPost(fields));
    const chosen = await choose({ locale: 'en', return: '/kontakt' });
    assert.deepEqual([chosen.status, chosen.headers.get('location')], [303, '/kontakt']);
    const cookie = chosen.headers.get('set-cookie')!;
    assert.match(cookie, /^language=en; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000/);
    assert.match(await get('/kontakt', { cookie: 'language=en', 'accept-language': 'sv' }), /<html lang="en">/);
    for (const path of ['https://evil.example', '//evil.example', '/\\evil.example', '']) {
      assert.equal((await choose({ locale: 'sv', return: path })).headers.get('location'), '/', path);
    }
    const behind = async (path: string) => (await choose({ locale: 'sv', return: path })).headers.get('location');
    assert.equal(await behind('/k/a/grupper/1/sokning'), '/k/a/grupper/1', 'a search has its list behind it');
    assert.equal(await behind('/kontakt?till=ombud'), '/kontakt?till=ombud');
    const unknown = await choose({ locale: 'fi', return: '/kontakt' });
    assert.deepEqual([unknown.status, unknown.headers.get('set-cookie')], [303, null]);
  });

  test('a choice that comes from another site is refused', async () => {
    const response = await house.app.request('/sprak', {
      ...formPost({ locale: 'en' }),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    });
    assert.equal(response.status, 403);
  });

  test('health and readiness are JSON', async () => {
    assert.deepEqual(await (await house.app.request('/halsa')).json(), { status: 'ok' });
    const ready = (await (await house.app.request('/redo')).json()) as { status: string; live: string };
    assert.equal(ready.status, 'ready');
    assert.match(ready.live, /^(listening|polling)$/);
  });

  test('a mail in the outbox is read as it was written; a stranger’s address is not found', async () => {
    const transport = folderTransport(house.house.outboxFolder);
    const id = randomUUID();
    const subject = 'Din länk till kursen Må bra på jobbet, som handlar om återhämtning och mycket annat';
    const text = `Hej Åsa!\n\nhttp://localhost/nyckel/fortsatt/${randomUUID()}.${'x'.repeat(80)}\n\nKursiv – <b>så</b>`;
    await transport.send({ id, from: 'kursiv@kursiv.example', to: 'asa@person.example', subject, text, language: 'sv' });
    const list = await get('/utveckling/mejl');
    assert.ok(list.includes(subject));
    const html = await get(`/utveckling/mejl/${id}`);
    assert.match(html, /Hej Åsa!/);
    assert.match(html, /<a href="http:\/\/localhost\/nyckel\/fortsatt\/[0-9a-f-]{36}\.x{80}">/);
    assert.match(html, /&lt;b>så/);
    assert.equal((await house.app.request(`/utveckling/mejl/${randomUUID()}`)).status, 404);
    assert.equal((await house.app.request('/utveckling/mejl/..%2f..%2fsecret')).status, 404);
  });

  test('outside development there are no local mails', async () => {
    const app = createApp({ ...house.house, development: false });
    assert.equal((await app.request('/utveckling/mejl')).status, 404);
  });

  test('a signed-in person reads the same pages', async () => {
    const cookie = await signedIn(house, await addPerson(house, 'Hilda', { acceptedTerms: false }));
    for (const path of ['/kontakt', '/villkor', '/integritetspolicy', '/kakor', '/tillganglighet']) {
      assert.equal((await house.app.request(path, { headers: { cookie } })).status, 200, path);
    }
  });
});

test('mails are read in every encoding that a mail of ours can have', () => {
  const mail = (encoding: string, body: string) =>
    readMail(
      `Subject: =?UTF-8?Q?R=C3=A4ksm=C3=B6rg=C3=A5s?=\n =?UTF-8?B?IG9jaCBtZXI=?=\nTo: a@person.example\nContent-Transfer-Encoding: ${encoding}\n\n${body}`,
    );
  assert.equal(mail('7bit', 'Hej').subject, 'Räksmörgås och mer');
  assert.equal(mail('quoted-printable', 'Sn=C3=B6 p=\nå =3D'.replace('å', '=C3=A5')).text, 'Snö på =');
  assert.equal(mail('base64', Buffer.from('Snö på').toString('base64')).text, 'Snö på');
});

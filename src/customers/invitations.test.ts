import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { addCourse, addCustomer, addPerson, enrol, signedIn, type Person } from '../../tests/support/world.ts';
import { addDays } from '../platform/clock.ts';
import { guardMail } from '../platform/mail/guard.ts';
import { eraseForever } from '../privacy/index.ts';
import { href } from '../routes.ts';
import { openOffice } from './testing.ts';

/** E-03: nobody reaches another customer's data unless that customer gave it by invitation. */
const office = await openOffice();
const { house, customer, course, second, boss, cookie, get, textOf, post, rows, inviteTo, linkOf, mailTo, revoke, rolesOf } = office;
after(() => house.close());
const students = href('students', { customer: customer.slug, course: course.slug });
const accept = (path: string, as: string) => post(path, [['choice', 'accept']], as);
const invited = async (marker: string): Promise<[Person, string]> => {
  const person = await addPerson(house, marker);
  return [person, await signedIn(house, person)];
};

test('someone of another customer is told what it means, accepts, and sees what the customer lets the role see', async () => {
  const [person, theirs] = await invited('Gasten');
  const elsewhere = await addCustomer(house, 'hemmakunden');
  await enrol(house, person, await addCourse(house, elsewhere.id));
  const student = await addPerson(house, 'Eleven');
  await enrol(house, student, course);
  assert.equal((await get(students, theirs)).status, 404);
  await inviteTo([['addresses', ` ${person.email.toUpperCase()}\n`]]);
  const { text, path } = await mailTo(person.email);
  assert.match(text!.paragraphs.join('\n'), /Kunden nordhammar har bjudit in dig att bli lärare/);
  const page = await textOf(path, theirs);
  for (const told of [
    'GivenChefen FamilyChefen hos Kunden nordhammar',
    'Du blir lärare.',
    'Det gäller Liten kurs.',
    'Du kommer att se studenternas förnamn, efternamn, hur långt de har kommit och resultat på slutprovet.',
  ])
    assert.ok(page.includes(told), told);
  assert.equal((await post(path, [['choice', 'x']], theirs)).status, 422);
  assert.equal((await accept(path, theirs)).headers.get('location'), '/mina-roller?besked=med');
  const seen = await textOf(students, theirs);
  assert.match(seen, /GivenEleven/);
  assert.ok(!seen.includes(student.email), 'teachers are not shown addresses');
  assert.equal(
    (await get(href('students', { customer: customer.slug, course: second.slug }), theirs)).status,
    404,
    'no more than the scope',
  );
  assert.match(await textOf('/mina-roller', theirs), /Genom en inbjudan som du tackade ja till den 23 november 2026/);
  assert.match(await textOf(href('invitations', { customer: customer.slug }), cookie), /GivenGasten FamilyGasten/);
  assert.equal((await rows("select from ledger where about = 'invitation' and account_id = $1", [person.id])).length, 1);
  assert.deepEqual(await rows('select from invitation_address where address = $1', [person.email]), [], 'the address is no longer needed');
});

test('the table opens nothing: a made-up token, or that of another use, is no link', async () => {
  const id = await inviteTo([]);
  for (const use of ['key', 'challenge', 'invitation address'] as const)
    assert.ok([404, 410].includes((await get(href('invitation', { token: house.house.secrets.token(use, id) }))).status));
  assert.equal((await get(`/inbjudan/${id}.${'a'.repeat(43)}`)).status, 404);
});

test('the mail names nobody but its recipient (N-53), and nothing is sent once the invitation has ended', async () => {
  const id = await inviteTo([['addresses', 'ny.larare@annat.example']]);
  const { text } = await mailTo('ny.larare@annat.example');
  assert.doesNotThrow(() =>
    guardMail(text!.paragraphs.join('\n'), ['ny.larare@annat.example'], [boss.givenName, boss.familyName, boss.email]),
  );
  await revoke(id);
  assert.equal((await mailTo('ny.larare@annat.example')).text, undefined);
  assert.deepEqual(await rows('select from invitation_address where invitation_id = $1', [id]), []);
});

test('of fifty who accept at the same instant one gets the role', async () => {
  const people = await Promise.all(Array.from({ length: 50 }, (_, index) => invited(`Ivrig${index}`)));
  const id = await inviteTo([]);
  await Promise.all(people.map(([, theirs]) => accept(linkOf(id), theirs)));
  const ids = people.map(([{ id: account }]) => account);
  assert.equal((await rows('select from membership where account_id = any($1)', [ids])).length, 1);
  assert.equal((await rows('select from course_teacher where account_id = any($1)', [ids])).length, 1);
  assert.deepEqual(await rows('select uses from invitation where id = $1', [id]), [{ uses: 1 }]);
  assert.equal((await get(linkOf(id), (await invited('Sen'))[1])).status, 410);
});

test('one person who presses fifty times uses it once', async () => {
  const [, theirs] = await invited('Tvekande');
  const id = await inviteTo([['uses', '50']]);
  await Promise.all(Array.from({ length: 50 }, async () => accept(linkOf(id), theirs)));
  assert.deepEqual(await rows('select uses from invitation where id = $1', [id]), [{ uses: 1 }]);
});

test('only addresses and domains that are allowed may accept', async () => {
  const [person, theirs] = await invited('Listad');
  const [, other] = await invited('Olistad');
  const byAddress = await inviteTo([['addresses', person.email]]);
  assert.equal((await get(linkOf(byAddress), other)).status, 409);
  assert.equal((await accept(linkOf(byAddress), other)).status, 409);
  const mailed = await mailTo(person.email);
  assert.equal((await get(mailed.path, other)).status, 409, 'a link that was mailed is for its address');
  assert.equal((await get(linkOf(byAddress), theirs)).status, 200);
  const byDomain = await inviteTo([
    ['domains', 'person.example'],
    ['uses', '5'],
  ]);
  assert.equal((await accept(linkOf(byDomain), other)).status, 303);
  const wrongDomain = await inviteTo([
    ['domains', 'son.example, n.example'],
    ['uses', '5'],
  ]);
  assert.equal((await accept(linkOf(wrongDomain), theirs)).status, 409);
});

test('revoking ends the access at once, and leaves what came another way', async () => {
  const [person, theirs] = await invited('Tillfallig');
  const [first, both] = [
    await inviteTo([]),
    await inviteTo([
      ['courses', course.courseId],
      ['courses', second.courseId],
    ]),
  ];
  for (const id of [first, both]) assert.equal((await accept(linkOf(id), theirs)).status, 303);
  assert.equal((await get(students, theirs)).status, 200);
  await revoke(first);
  assert.equal((await get(students, theirs)).status, 200, 'the other invitation still gives it');
  assert.equal((await revoke(both)).headers.get('location'), `${href('invitations', { customer: customer.slug })}?besked=aterkallad`);
  assert.equal((await get(students, theirs)).status, 404);
  assert.deepEqual(await rolesOf(person), []);
  assert.equal((await get(linkOf(both), theirs)).status, 410);
  assert.equal((await revoke(both)).status, 404);
  const [member, asMember] = await invited('Fast');
  await office.give(member, 'teacher');
  const third = await inviteTo([]);
  await accept(linkOf(third), asMember);
  await revoke(third);
  assert.deepEqual(await rolesOf(member), ['teacher'], 'what was given for good stays');
});

test('access that was given for a time ends by itself, to the second', async () => {
  const [, theirs] = await invited('Kort');
  const id = await inviteTo([['accessDays', '7']]);
  await accept(linkOf(id), theirs);
  assert.equal((await get(students, theirs)).status, 200);
  const now = house.clock.now();
  house.clock.moveTo(addDays(now, 6.9));
  const again = await signedIn(house, (await invited('Vittne'))[0]);
  assert.ok(again);
  const later = await signedIn(house, { id: (await rows("select id from account where given_name = 'GivenKort'"))[0].id } as Person);
  assert.equal((await get(students, later)).status, 200);
  house.clock.moveTo(addDays(now, 7.01));
  assert.equal((await get(students, later)).status, 404);
  assert.match(await textOf('/mina-roller', later), /Du har ingen roll hos någon kund/);
  house.clock.moveTo(now);
});

test('an invitation that has expired, and one of a customer that has ended, opens nothing', async () => {
  const [person] = await invited('Forsent');
  const id = await inviteTo([['days', '1']]);
  const now = house.clock.now();
  house.clock.moveTo(addDays(now, 1.01));
  assert.equal((await get(linkOf(id), await signedIn(house, person))).status, 410);
  house.clock.moveTo(now);
  const other = await inviteTo([]);
  await rows('update customer set ended_at = $2 where id = $1', [customer.id, now]);
  assert.equal((await get(linkOf(other))).status, 410);
  await rows('update customer set ended_at = null where id = $1', [customer.id]);
});

test('someone without an account opens one from the mailed link, and then answers', async () => {
  const id = await inviteTo([
    ['domains', 'annat.example'],
    ['uses', '9'],
  ]);
  const link = linkOf(id);
  const asked = await textOf(link);
  assert.match(asked, /Har du inget konto\?/);
  assert.doesNotMatch(asked, /Chefen/, 'who invites is told only to those who have signed in');
  assert.equal((await post(link, [['email', 'x']])).status, 422);
  const before = (await rows('select from mail')).length;
  assert.equal((await post(link, [['email', 'nagon@fel.example']])).status, 303);
  assert.equal((await rows('select from mail')).length, before, 'the answer is the same, but nothing is sent');
  assert.equal((await post(link, [['email', 'Vera@annat.example']])).status, 303);
  const { path } = await mailTo('vera@annat.example');
  const open = `${path}/konto`;
  assert.match(await textOf(path), /Du loggar in med vera@annat\.example/);
  const fields: [string, string][] = [
    ['givenName', 'Vera'],
    ['familyName', 'Ny'],
    ['language', 'sv'],
  ];
  const wrong = await post(open, [...fields, ['password', 'kort']]);
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /value="Vera"/);
  const opened = await post(open, [...fields, ['password', 'gräsklippare vid sjön']]);
  assert.equal(opened.headers.get('location'), path);
  const theirs = /session=[^;]+/.exec(opened.headers.get('set-cookie') ?? '')![0];
  assert.match((await get(path, theirs)).headers.get('location') ?? '', /^\/villkor\/godkann/, 'the terms come first');
  const [{ id: account }] = await rows("select id from account where email = 'vera@annat.example'");
  await rows(
    `insert into ledger (account_id, event, about, state, version, text_hash, language, at)
     values ($1, 'acceptance', 'terms', 'accepted', 1, 'x', 'sv', $2)`,
    [account, house.clock.now()],
  );
  assert.equal((await accept(path, theirs)).status, 303);
  assert.equal((await get(students, theirs)).status, 200);
  assert.match(await textOf(path), /gäller inte längre/, 'the link is used up');
});

test('asking for links is throttled', async () => {
  const id = await inviteTo([['uses', '9']]);
  const statuses = [];
  for (let index = 0; index < 6; index += 1) statuses.push((await post(linkOf(id), [['email', 'samma@annat.example']])).status);
  assert.deepEqual(statuses, [303, 303, 303, 303, 303, 429]);
});

test('a form that is wrong keeps what was typed and says what to do', async () => {
  const save = (fields: [string, string][]) => post(href('saveInvitation', { customer: customer.slug }), fields, cookie);
  const bad = await save([
    ['role', 'teacher'],
    ['addresses', 'inte en adress'],
    ['uses', '0'],
    ['days', 'x'],
    ['domains', 'fel'],
  ]);
  assert.equal(bad.status, 422);
  const page = await bad.text();
  for (const text of [
    'En av mejladresserna är felskriven',
    'Skriv ett antal från 1 till',
    'Skriv ett antal dagar',
    'En domän ska se ut som',
    'inte en adress',
  ])
    assert.ok(page.includes(text), text);
  const noCourse = await save([
    ['role', 'teacher'],
    ['uses', '1'],
    ['days', '1'],
  ]);
  assert.match(await noCourse.text(), /Välj minst en kurs/);
  const foreign = await save([
    ['role', 'teacher'],
    ['uses', '1'],
    ['days', '1'],
    ['courses', boss.id],
  ]);
  assert.equal(foreign.status, 422);
});

test('erasing the invited person leaves the count, erasing the sender leaves the invitation', async () => {
  const [person, theirs] = await invited('Raderad');
  const sender = await addPerson(house, 'Avsandare');
  await office.give(sender, 'customer_admin');
  const id = await inviteTo([['uses', '2']]);
  await rows('update invitation_sender set account_id = $2 where invitation_id = $1', [id, sender.id]);
  await accept(linkOf(id), theirs);
  await eraseForever(house.house, [person.id, sender.id], 'request');
  assert.deepEqual(await rows('select uses from invitation where id = $1', [id]), [{ uses: 1 }]);
  assert.deepEqual(await rows('select from invitation_use where invitation_id = $1', [id]), []);
  const [, next] = await invited('Efterat');
  assert.match(await textOf(linkOf(id), next), /Kunden nordhammar har bjudit in dig\./);
  assert.equal((await accept(linkOf(id), next)).status, 303);
});

test('leaving gives the role back, and nothing brings it back by itself', async () => {
  const [person, theirs] = await invited('Lamnar');
  const [first, other] = [await inviteTo([]), await inviteTo([])];
  for (const id of [first, other]) await accept(linkOf(id), theirs);
  const left = await post(
    '/mina-roller',
    [
      ['customer', customer.id],
      ['role', 'teacher'],
    ],
    theirs,
  );
  assert.equal(left.headers.get('location'), '/mina-roller?besked=lamnat');
  assert.equal((await get(students, theirs)).status, 404);
  await revoke(first);
  assert.deepEqual(await rolesOf(person), []);
});

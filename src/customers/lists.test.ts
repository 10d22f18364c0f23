import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { addPerson, enrol, signedIn } from '../../tests/support/world.ts';
import { href } from '../routes.ts';
import { openRegister } from './agreement/testing.ts';

/** Lists of people are searched by POST, narrowed, read by key and say so when they are empty. */
let at: Awaited<ReturnType<typeof openRegister>>;
before(async () => void (at = await openRegister()));
after(() => at.house.close());

const place = () => ({ customer: at.customer.slug });
const search = async (path: string, fields: Record<string, string>, status = 200) => {
  const response = await at.post(path, Object.entries(fields), at.cookie);
  // Without a name to search for, what is chosen is led to an address.
  if (response.status === 303) return at.textOf(response.headers.get('location')!, at.cookie);
  assert.equal(response.status, status);
  return response.text();
};
const named = async (marker: string, given: string, family: string) => {
  const person = await addPerson(at.house, marker);
  await at.house.owner.query('update account set given_name = $2, family_name = $3 where id = $1', [person.id, given, family]);
  return person;
};
const tooLong = { text: 'x'.repeat(101) };
const orderOf = (text: string, names: readonly string[]) => names.toSorted((one, other) => text.indexOf(one) - text.indexOf(other));

describe('the list of seats', () => {
  const seats = () => href('seats', place());
  const find = () => href('searchSeats', place());

  it('says that it is empty, finds people by what is shown, by course, and in Swedish order', async () => {
    await at.agree({ seats: 200 });
    assert.match(await at.textOf(seats(), at.cookie), /Ingen har en plats än/);
    await enrol(at.house, await named('Ett', 'Örjan', 'Zetterlund'), at.course);
    await enrol(at.house, await named('Tva', 'Åsa', 'Ångman'), at.second);
    await enrol(at.house, await named('Tre', 'Anna', 'Ödlund'), at.course);
    const all = await at.textOf(seats(), at.cookie);
    const names = ['Örjan Zetterlund', 'Åsa Ångman', 'Anna Ödlund'];
    assert.deepEqual(orderOf(all, names), names);
    const some = await search(find(), { text: 'ång', kurs: '' });
    assert.match(some, /Åsa Ångman/);
    assert.doesNotMatch(some, /Zetterlund|Ödlund/);
    const ofCourse = await search(find(), { text: '', kurs: at.course.courseId });
    assert.match(ofCourse, /Zetterlund[^]*Ödlund/);
    assert.doesNotMatch(ofCourse, /Ångman/);
    assert.match(await search(find(), { text: 'ingensomhelst', kurs: '' }), /Ingen med en plats stämmer/);
    assert.match(await search(find(), { ...tooLong, kurs: '' }, 422), /Skriv en kortare del/);
  });

  it('does not find anyone by what the customer has chosen not to show', async () => {
    await at.rows("update visibility set shown = false where role = 'customer_admin' and field = 'family_name'");
    const text = await search(find(), { text: 'Zetterlund', kurs: '' });
    assert.match(text, /Ingen med en plats stämmer/);
    await at.rows("update visibility set shown = true where role = 'customer_admin' and field = 'family_name'");
  });

  it('goes on by key within a search, and is closed to others', async () => {
    for (let n = 0; n < 51; n++) await enrol(at.house, await named(`Rad${n}`, 'Rad', `Nummer${String(n).padStart(2, '0')}`), at.course);
    const first = await search(find(), { text: 'nummer', kurs: '' });
    assert.match(first, /Nummer49/);
    assert.doesNotMatch(first, /Nummer50/);
    const after = /name="after" value="([^"]+)"/.exec(first)![1]!;
    const second = await search(find(), { text: 'nummer', kurs: '', after });
    assert.match(second, /Nummer50/);
    assert.doesNotMatch(second, /Nummer49/);
    const teacher = await addPerson(at.house, 'Lararen');
    await at.give(teacher, 'teacher');
    assert.equal((await at.post(find(), [['text', 'a']], await signedIn(at.house, teacher))).status, 404);
  });
});

describe('the list of seats in order', () => {
  const page = (query: string) => at.textOf(`${href('seats', place())}?${query}`, at.cookie);
  const seated = ['Åsa Ångman', 'Rad Nummer00', 'Örjan Zetterlund', 'Anna Ödlund'];

  it('is by name from either end, or by how many courses, and a course may be chosen beside', async () => {
    const [row] = await at.rows("select id from account where given_name = 'Örjan'");
    await enrol(at.house, { id: row!.id } as Awaited<ReturnType<typeof addPerson>>, at.second);
    const most = await page('ordning=courses');
    assert.equal(
      orderOf(
        most,
        seated.filter((name) => most.includes(name)),
      )[0],
      'Örjan Zetterlund',
      'has two courses',
    );
    assert.match(most, /aria-sort="descending"[^>]*><span class="ordered">Kurser/);
    const last = await page('ordning=name-last');
    assert.deepEqual(orderOf(last, ['Anna Ödlund', 'Åsa Ångman', 'Örjan Zetterlund']), ['Anna Ödlund', 'Åsa Ångman', 'Örjan Zetterlund']);
    const [, next] = /\?([^"]*efter=[^"]*)" rel="next"/.exec(last)!;
    const rest = await page(next!.replaceAll('&amp;', '&'));
    assert.match(rest, /Nummer00/);
    assert.doesNotMatch(rest, /Ödlund/);
    const ofCourse = await page(`kurs=${at.second.courseId}&ordning=name-last`);
    assert.deepEqual(orderOf(ofCourse, ['Åsa Ångman', 'Örjan Zetterlund']), ['Åsa Ångman', 'Örjan Zetterlund']);
    assert.doesNotMatch(ofCourse, /Ödlund|Nummer/);
    const inSearch = await search(href('searchSeats', place()), { text: 'a', kurs: at.second.courseId, ordning: 'name-last' });
    assert.match(inSearch, /aria-sort="descending"[^>]*><button class="as-link"[^>]*>Namn/);
    for (const odd of ['ordning=x&kurs=x', `kurs=&efter=${randomUUID()}`])
      assert.match(await page(odd), /aria-sort="ascending"[^]*Ångman|Nummer00/);
  });

  it('is in no order of what is not shown', async () => {
    await at.rows("update visibility set shown = false where role = 'customer_admin' and field in ('family_name', 'given_name')");
    const rows = (html: string) => [...html.matchAll(/name="person" value="([^"]+)"/g)].map(([, id]) => id);
    const shown = rows(await page(''));
    assert.deepEqual(
      shown,
      shown.toSorted((one, other) => one!.localeCompare(other!)),
      'the ids alone',
    );
    await at.rows("update visibility set shown = true where role = 'customer_admin' and field in ('family_name', 'given_name')");
  });
});

describe('the list of groups in order', () => {
  const page = (query: string) => at.textOf(`${href('groups', place())}?${query}`, at.cookie);
  const groupsOf = (html: string) => [...html.matchAll(/<a href="[^"]*\/grupper\/[0-9a-f-]{36}">([^<]*)<\/a>/g)].map(([, name]) => name);

  it('is by name, by how many are in it or by when it was made, those that have ended last', async () => {
    await at.rows(
      `insert into student_group (customer_id, id, name, keeps_courses, created_at, ended_at) select $1, gen_random_uuid(), name, false, '2026-01-01'::timestamptz + make_interval(days => n::int),
         case when name = 'Aldrig mer' then '2026-06-01'::timestamptz end
       from unnest(array['Örnar', 'Ål', 'Zebror', 'Aldrig mer'] || array(select 'Grupp ' || to_char(g, 'FM00') from generate_series(1, 48) g))
         with ordinality s(name, n)`,
      [at.customer.id],
    );
    await at.rows(
      `insert into student_group_member (customer_id, group_id, account_id, joined_at)
       select g.customer_id, g.id, a.id, app.now() from student_group g, account a where g.name = 'Zebror' and a.given_name in ('Örjan', 'Åsa')`,
    );
    const whole = async (query: string) => {
      const first = await page(query);
      const [, next] = /\?([^"]*efter=[^"]*)" rel="next"/.exec(first)!;
      return [...groupsOf(first), ...groupsOf(await page(next!.replaceAll('&amp;', '&')))];
    };
    const many = Array.from({ length: 48 }, (_, n) => `Grupp ${String(n + 1).padStart(2, '0')}`);
    const byName = [...many, 'Zebror', 'Ål', 'Örnar', 'Aldrig mer'];
    assert.deepEqual(await whole(''), byName);
    assert.deepEqual(await whole('ordning=odd'), byName);
    assert.deepEqual(await whole('ordning=members'), ['Zebror', ...many, 'Ål', 'Örnar', 'Aldrig mer']);
    assert.deepEqual(await whole('ordning=latest'), [...many.toReversed(), 'Zebror', 'Ål', 'Örnar', 'Aldrig mer']);
    assert.match(await page('ordning=members'), /aria-sort="descending"[^>]*><span class="ordered">Personer/);
    assert.deepEqual(groupsOf(await page('sok=E&ordning=latest')), ['Zebror', 'Aldrig mer'], 'within a search too');
    assert.equal(groupsOf(await page(`efter=${randomUUID()}`)).length, 50, 'begins anew');
    await at.rows('delete from student_group_member; delete from student_group');
  });
});

describe('the list of members', () => {
  it('is narrowed by role', async () => {
    const members = href('members', place());
    // Without a name to search for, what is chosen is led to an address.
    const narrowed = async (roll: string) => {
      const led = await at.post(members, Object.entries({ text: '', roll }), at.cookie);
      assert.equal(led.status, 303);
      return at.textOf(led.headers.get('location')!, at.cookie);
    };
    const teachers = await narrowed('teacher');
    assert.match(teachers, /GivenLararen/);
    assert.doesNotMatch(teachers, /FamilyChefen/);
    assert.doesNotMatch(await search(members, { text: 'family', roll: 'teacher' }), /FamilyChefen/);
    assert.match(await narrowed('course_admin'), /Ingen medlem stämmer/);
    assert.match(await narrowed('what'), /FamilyChefen/);
  });
});

describe('the list of invitations', () => {
  const list = () => href('invitations', place());

  it('is found by address, by who has accepted, by role and by state', async () => {
    assert.match(await at.textOf(list(), at.cookie), /Ingen är inbjuden än/);
    await at.inviteTo([['addresses', 'vantar@lista.example']]);
    const gone = await at.inviteTo([['domains', 'skola.example']]);
    await at.revoke(gone);
    const asAdmin = await at.inviteTo([['role', 'course_admin']]);
    const guest = await named('Gast', 'Gunnel', 'Gästrik');
    await at.post(at.linkOf(asAdmin), [['choice', 'accept']], await signedIn(at.house, guest));
    const byAddress = await search(list(), { text: 'VANTAR@', roll: '', lage: '' });
    assert.match(byAddress, /vantar@lista\.example/);
    assert.doesNotMatch(byAddress, /skola\.example/);
    assert.match(await search(list(), { text: 'gästrik', roll: '', lage: '' }), /Gunnel Gästrik/);
    assert.match(await search(list(), { text: '', roll: '', lage: 'revoked' }), /skola\.example/);
    const open = await search(list(), { text: '', roll: 'teacher', lage: 'open' });
    assert.match(open, /vantar@lista\.example/);
    assert.doesNotMatch(open, /skola\.example|Gästrik/);
    const made = [/vantar@lista\.example/, /skola\.example/, /Gästrik/];
    await at.rows("update invitation set expires_at = expires_at - interval '2 days', max_uses = 5 where role = 'course_admin'");
    const standing = (html: string) =>
      made
        .map((one, n) => [html.search(one), n])
        .toSorted(([a], [b]) => a! - b!)
        .map(([, n]) => n);
    const inOrder = async (order: string) => standing(await at.textOf(`${list()}?ordning=${order}`, at.cookie));
    assert.deepEqual(await inOrder('oldest'), [0, 1, 2]);
    for (const order of ['', 'latest', 'odd']) assert.deepEqual(await inOrder(order), [2, 1, 0]);
    assert.deepEqual(await inOrder('ends'), [2, 0, 1], 'what is revoked does not end soon');
    const all = await at.rows('select id from invitation order by created_at');
    assert.doesNotMatch(await at.textOf(`${list()}?ordning=oldest&efter=${all[0]!.id}`, at.cookie), made[0]!);
    assert.match(await at.textOf(`${list()}?ordning=oldest&efter=${all[0]!.id}`, at.cookie), made[1]!);
    assert.match(await at.textOf(`${list()}?efter=${randomUUID()}`, at.cookie), made[2]!, 'begins anew');
    assert.match(await search(list(), { text: 'ingen alls', roll: '', lage: '' }), /Ingen inbjudan stämmer/);
    assert.match(await search(list(), tooLong, 422), /Skriv en kortare del/);
  });
});

describe('the members of a group', () => {
  it('are found by name within the group alone', async () => {
    const group = randomUUID();
    await at.post(
      href('groups', place()),
      [
        ['client_id', group],
        ['name', '7B'],
      ],
      at.cookie,
    );
    const people = [await named('Med', 'Molly', 'Medverkande'), await named('Annan', 'Alva', 'Annorlunda')];
    for (const person of people) await enrol(at.house, person, at.course);
    const ids = people.map(({ id }) => id);
    await at.rows(
      'insert into student_group_member (customer_id, group_id, account_id, joined_at) select $1, $2, unnest($3::uuid[]), app.now()',
      [at.customer.id, group, ids],
    );
    const find = href('searchGroup', { ...place(), group });
    const found = await search(find, { text: 'medv' });
    assert.match(found, /Molly Medverkande/);
    assert.doesNotMatch(found, /Annorlunda/);
    assert.match(await search(find, { text: 'Zetterlund' }), /Ingen medlem stämmer/);
    await at.house.owner.query(`update student_group_member set joined_at = joined_at - interval '2 days' where account_id = $1`, [ids[1]]);
    const shown = ['Alva Annorlunda', 'Molly Medverkande'];
    const page = href('group', { ...place(), group });
    assert.deepEqual(orderOf(await at.textOf(page, at.cookie), shown), shown, 'by name');
    const latest = await at.textOf(`${page}?ordning=joined`, at.cookie);
    assert.deepEqual(orderOf(latest, shown), shown.toReversed());
    assert.match(latest, /aria-sort="descending"[^>]*><span class="ordered">Med sedan/);
    assert.doesNotMatch(
      await search(find, { text: 'm', ordning: 'joined', after: ids[0]! }),
      /Molly Medverkande/,
      'after the first there is the rest',
    );
    await search(find, tooLong, 422);
    assert.equal((await at.post(href('searchGroup', { ...place(), group: randomUUID() }), [['text', 'a']], at.cookie)).status, 404);
  });
});

describe('what a customer’s administrator looks after', () => {
  it('is a click away from their roles', async () => {
    const roles = await at.textOf(href('myRoles'), at.cookie);
    for (const room of ['inbox', 'members', 'groups', 'keyBatches', 'invitations', 'whoSeesWhom', 'agreement', 'seats'] as const)
      assert.ok(roles.includes(`href="${href(room, place())}"`), room);
  });
});

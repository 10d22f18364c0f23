import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { recordLook } from '../../privacy/index.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { afterIn, chosenIn, orderField } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { customerAdmin } from '../customer-admin.ts';
import { listImports } from '../people-import/people-import.queries.ts';
import { changeGroup, endGroup as end, takeOut } from './change-group.ts';
import { groupForm, withinAgreement } from './group-form.ts';
import {
  findGroup,
  groupMemberOrders,
  listGroupMembers,
  listPublishedCourses,
  membersPerPage,
  type GroupMemberOrder,
} from './groups.queries.ts';
import { GroupPage } from './pages/group-page.tsx';
import type { TypedGroup } from './pages/groups-page.tsx';
import { listGroupTeachers } from './teachers.queries.ts';
import { words } from '../words.ts';
import { groupWords } from './words.ts';

const purpose = 'administer-customer';
const looked = ['account.given_name', 'account.family_name', 'account.email', 'student_group_member.joined_at'];

export const group = (visit: Visit): Promise<Response> => groupPage(visit, undefined, []);

/** By POST: a name that is searched for must not stand in an address (E-04). */
export async function searchGroup(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { tooLong } = words[visit.locale].members;
  const schema = z.object({
    text: z.string(tooLong).trim().max(100, tooLong),
    ordning: z.enum(groupMemberOrders).optional().catch(undefined),
    after: z.string().regex(idPattern).optional(),
  });
  const form = await readForm(visit.request, schema);
  const { ordning: order, after } = form.ok ? form.value : {};
  const searched = { text: form.typed.one['text'] ?? '', order, after };
  return groupPage(visit, undefined, form.ok ? [] : form.errors, { searched });
}

export async function saveGroup(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { id: customerId, slug } = customerOf(visit);
  const id = visit.params['group']!;
  const form = await readForm(visit.request, groupForm(visit.locale));
  const { one, all } = form.typed;
  const typed = { id, name: one['name'] ?? '', courses: all['courses'] ?? [], keeps: one['keeps'] === 'yes' };
  if (!form.ok) return groupPage(visit, typed, form.errors);
  const { name, courses, keeps } = form.value;
  const saved = await withinAgreement(
    visit.locale,
    visit.house.database.transaction(scopeOf(visit, purpose), async (tx) => {
      const known = new Set((await listPublishedCourses(tx, customerId)).map((course) => course.id));
      if (!courses.every((course) => known.has(course))) return false;
      if (await changeGroup(tx, customerId, id, { name, courses, keepsCourses: keeps === 'yes' })) return true;
      throw new NotFound();
    }),
  );
  if (saved === true) return redirect(`${href('group', { customer: slug, group: id })}?besked=sparad`);
  return groupPage(visit, typed, [saved || { name: 'courses', text: groupWords[visit.locale].form.coursesGone }]);
}

export async function leaveGroup(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { id: customerId, slug } = customerOf(visit);
  const id = visit.params['group']!;
  const form = await readForm(visit.request, z.object({ person: z.uuid() }));
  if (!form.ok) throw new NotFound();
  const out = await visit.house.database.transaction(scopeOf(visit, purpose), (tx) => takeOut(tx, customerId, id, [form.value.person]));
  if (!out) throw new NotFound();
  return redirect(`${href('group', { customer: slug, group: id })}?besked=ute`);
}

/** Ends the group; a name for the next one makes that as well. */
export async function endGroup(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { locale } = visit;
  const { id: customerId, slug } = customerOf(visit);
  const text = groupWords[locale].form;
  const form = await readForm(
    visit.request,
    z.object({ client_id: z.uuid(), again: z.string().trim().max(100, text.nameLong).optional() }),
  );
  if (!form.ok) return groupPage(visit, undefined, form.errors, { again: form.typed.one['again'] });
  const { client_id, again } = form.value;
  const next = again ? { id: client_id, name: again } : undefined;
  const ended = await visit.house.database.transaction(scopeOf(visit, purpose), (tx) => end(tx, customerId, visit.params['group']!, next));
  if (!ended) throw new NotFound();
  const to = next?.id ?? visit.params['group']!;
  return redirect(`${href('group', { customer: slug, group: to })}?besked=${next ? 'skapad' : 'avslutad'}`);
}

type Searched = { text: string; order: GroupMemberOrder | undefined; after: string | undefined };
type Kept = { again?: string | undefined; searched?: Searched };

async function groupPage(
  visit: Visit,
  typed: TypedGroup | undefined,
  errors: FieldError[],
  { again = '', searched }: Kept = {},
): Promise<Response> {
  const actorId = customerAdmin(visit);
  const { locale, house, url, params } = visit;
  const customer = customerOf(visit);
  const groupId = params['group']!;
  const asked = searched ?? { text: '', order: chosenIn(url, orderField, groupMemberOrders), after: afterIn(url) };
  const facts = await house.database.transaction(scopeOf(visit, purpose), async (tx) => {
    const found = await findGroup(tx, customer.id, groupId);
    if (!found) throw new NotFound();
    const members = await listGroupMembers(tx, { customerId: customer.id, groupId, actorId, ...asked });
    const teachers = await listGroupTeachers(tx, customer.id, groupId);
    const subjects = [...new Set([...members.slice(0, membersPerPage), ...teachers].map(({ id }) => id))];
    await recordLook(tx, house.clock, { actorId, customerId: customer.id, purpose, room: 'customers', fields: looked, subjects });
    return {
      found,
      members,
      teachers,
      courses: await listPublishedCourses(tx, customer.id),
      imports: await listImports(tx, customer.id, groupId),
    };
  });
  const { found, members, teachers, courses, imports } = facts;
  const text = groupWords[locale].group;
  const said = (Object.keys(text.said) as (keyof typeof text.said)[]).find((one) => one === url.searchParams.get('besked'));
  const next = members.length > membersPerPage ? members[membersPerPage - 1]?.id : undefined;
  return page(
    visit,
    {
      title: text.title,
      width: 'wide',
      status: errors.length > 0 ? 422 : 200,
      ...(said && errors.length === 0 ? { flash: { kind: 'done', text: text.said[said] } as const } : {}),
    },
    <GroupPage
      {...{ locale, customer, courses, teachers, imports, errors, next, again }}
      now={house.clock.now()}
      group={found}
      typed={typed ?? { id: groupId, name: found.name, courses: found.courses, keeps: found.keeps_courses }}
      members={members.slice(0, membersPerPage)}
      isFirst={!asked.after}
      searched={asked.text}
      order={asked.order}
      nextId={randomUUID()}
    />,
  );
}

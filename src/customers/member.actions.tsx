import { z } from 'zod';
import { notify } from '../notifications/index.ts';
import { findProtection, protectionWords } from '../people/index.ts';
import { recordLook } from '../privacy/index.ts';
import type { Tx } from '../platform/database.ts';
import { readForm } from '../platform/read-body.ts';
import { customerOf, NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { changeRoles, isChange, type WantedRoles } from './change-roles.ts';
import { customerAdmin } from './customer-admin.ts';
import { memberFields } from './members.actions.tsx';
import { findMember, listCourses, listOpenGroups, type Member } from './members.queries.ts';
import { MemberPage } from './pages/member-page.tsx';
import { words } from './words.ts';

/** One of the customer's people: which roles they have, and a form that gives and takes them. */
export const member = (visit: Visit): Promise<Response> => memberPage(visit, undefined);

export async function saveMember(visit: Visit): Promise<Response> {
  const actorId = customerAdmin(visit);
  const { id: customerId, slug } = customerOf(visit);
  const form = await readForm(visit.request, roleForm);
  const text = words[visit.locale].member;
  if (!form.ok) return memberPage(visit, { wanted: undefined, error: text.unknown });
  const wanted: WantedRoles = { ...form.value, customerAdmin: form.value.customerAdmin === 'yes' };
  const outcome = await visit.house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    const person = await theMember(tx, visit);
    const known = new Set((await listCourses(tx, customerId)).map(({ id }) => id));
    const open = new Set((await listOpenGroups(tx, customerId)).map(({ id }) => id));
    if (![...wanted.administers, ...wanted.teaches].every((id) => known.has(id))) return 'unknown';
    if (!wanted.groups.every((id) => open.has(id))) return 'unknown';
    if (!(await changeRoles(tx, customerId, person, wanted))) return 'last';
    const isNews = person.id !== actorId && isChange(person, wanted);
    if (isNews) await notify(tx, visit.house.clock, { event: 'roles-changed', to: [person.id], customerId });
    return 'saved';
  });
  if (outcome === 'unknown') return memberPage(visit, { wanted: undefined, error: text.unknown });
  if (outcome === 'last') return memberPage(visit, { wanted, error: text.lastAdmin });
  const isOver = visit.params['member'] === actorId && !wanted.customerAdmin;
  return redirect(isOver ? href('myRoles') : `${href('member', { customer: slug, member: visit.params['member']! })}?besked=sparat`);
}

/** One ticked box comes as a text, several as a list, none not at all. */
const ticked = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid()).max(1000));
const roleForm = z.object({ customerAdmin: z.literal('yes').optional(), administers: ticked, teaches: ticked, groups: ticked });

async function theMember(tx: Tx, visit: Visit): Promise<Member> {
  const found = await findMember(tx, customerOf(visit).id, visit.params['member']!);
  if (!found) throw new NotFound();
  return found;
}

type Typed = { wanted: WantedRoles | undefined; error: string };

async function memberPage(visit: Visit, typed: Typed | undefined): Promise<Response> {
  const actorId = customerAdmin(visit);
  const { locale } = visit;
  const customer = customerOf(visit);
  const text = words[locale].member;
  const facts = await visit.house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    const person = await theMember(tx, visit);
    const look = { actorId, customerId: customer.id, purpose: 'administer-customer', room: 'customers', fields: memberFields } as const;
    await recordLook(tx, visit.house.clock, { ...look, subjects: [person.id] });
    const protection = await findProtection(tx, { customerId: customer.id, accountId: person.id });
    return { member: person, courses: await listCourses(tx, customer.id), groups: await listOpenGroups(tx, customer.id), protection };
  });
  const said = typed ? undefined : { sparat: text.saved, skydd: protectionWords[locale].saved }[visit.url.searchParams.get('besked') ?? ''];
  return page(
    visit,
    { title: text.title, status: typed ? 422 : 200, ...(said ? { flash: { kind: 'done', text: said } as const } : {}) },
    <MemberPage locale={locale} customer={customer} typed={typed} {...facts} />,
  );
}

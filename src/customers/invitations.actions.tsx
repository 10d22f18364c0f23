import { z } from 'zod';
import { readForm } from '../platform/read-body.ts';
import { customerOf, NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href, idPattern } from '../routes.ts';
import { addressOf, afterIn, chosenIn, orderField, orderIn } from '../ui/asked-list.ts';
import { page } from '../ui/page.tsx';
import { customerAdmin } from './customer-admin.ts';
import { invitationForm } from './invitation-form.ts';
import { invitationStates } from './invitation-state.ts';
import { lookAtInvited } from './look-at-invited.ts';
import { invite, type Offer } from './invite.ts';
import { invitationOrders, invitationsPerPage, listInvitations } from './invitations.queries.ts';
import { listCourses, listOpenGroups } from './members.queries.ts';
import { InvitationsPage, type AskedInvitations } from './pages/invitations-page.tsx';
import { NewInvitationPage, type TypedInvitation } from './pages/new-invitation-page.tsx';
import { revokeInvitation as revoke } from './revoke-invitation.ts';
import { staffRoles } from './roles.queries.ts';
import { sharedToken } from './tokens.ts';
import { words } from './words.ts';

const flashes = ['skickad', 'aterkallad', 'sista'] as const;

export const invitations = (visit: Visit): Promise<Response> => {
  const { url } = visit;
  const role = chosenIn(url, 'roll', staffRoles);
  const state = chosenIn(url, 'lage', invitationStates);
  return invitationsPage(visit, { text: '', role, state, order: orderIn(url, invitationOrders), after: afterIn(url) });
};

/** By POST: neither a name nor an address that is searched for may stand in an address (E-04). What else is chosen may, and is led to one. */
export async function searchInvitations(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { tooLong } = words[visit.locale].members;
  const schema = z.object({
    text: z.string(tooLong).trim().max(100, tooLong),
    roll: z.enum(staffRoles).optional().catch(undefined),
    lage: z.enum(invitationStates).optional().catch(undefined),
    ordning: z.enum(invitationOrders).catch('latest'),
    after: z.string().regex(idPattern).optional(),
  });
  const form = await readForm(visit.request, schema);
  const nothing = { role: undefined, state: undefined, order: 'latest', after: undefined } as const;
  if (!form.ok) return invitationsPage(visit, { ...nothing, text: form.typed.one['text'] ?? '', error: tooLong });
  const { text, roll: role, lage: state, ordning: order, after } = form.value;
  if (text !== '' || after) return invitationsPage(visit, { text, role, state, order, after });
  const chosen = { roll: role ?? '', lage: state ?? '', [orderField]: order === 'latest' ? '' : order };
  return redirect(addressOf(href('invitations', { customer: customerOf(visit).slug }), Object.entries(chosen)));
}

async function invitationsPage(visit: Visit, asked: AskedInvitations): Promise<Response> {
  const { locale, house } = visit;
  const customer = customerOf(visit);
  const found = await readInvitations(visit, asked);
  const rows = found.slice(0, invitationsPerPage);
  const links = Object.fromEntries(rows.map(({ id }) => [id, house.publicUrl + href('invitation', { token: sharedToken(house, id) })]));
  const next = found.length > rows.length ? rows.at(-1)?.id : undefined;
  const text = words[locale].invitations;
  const said = flashes.find((one) => one === visit.url.searchParams.get('besked'));
  return page(
    visit,
    {
      title: text.title,
      width: 'wide',
      status: asked.error ? 422 : 200,
      ...(said ? { flash: { kind: said === 'sista' ? 'problem' : 'done', text: text.said[said] } as const } : {}),
    },
    <InvitationsPage {...{ locale, customer, rows, links, next, asked }} now={house.clock.now()} />,
  );
}

/** Reads one page of the list and records the look in the same transaction. */
function readInvitations(visit: Visit, { error, ...wanted }: AskedInvitations) {
  customerAdmin(visit);
  const customerId = customerOf(visit).id;
  return visit.house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    const rows = error ? [] : await listInvitations(tx, { customerId, ...wanted });
    const shown = rows.slice(0, invitationsPerPage);
    const subjects = shown.flatMap((row) => row.accepted.map(({ id }) => id));
    const fields = ['account.given_name', 'account.family_name', 'invitation_use.accepted_at'];
    const invitationIds = shown.filter(({ waiting }) => waiting.length > 0).map(({ id }) => id);
    await lookAtInvited(tx, visit, { fields, subjects, invitationIds });
    return rows;
  });
}

export async function newInvitation(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  return formPage(visit, { values: {}, courses: [], groups: [], errors: [] });
}

export async function saveInvitation(visit: Visit): Promise<Response> {
  const actorId = customerAdmin(visit);
  const { id: customerId, slug } = customerOf(visit);
  const form = await readForm(visit.request, invitationForm(visit.locale));
  const typed = { values: form.typed.one, courses: form.typed.all['courses'] ?? [], groups: form.typed.all['groups'] ?? [] };
  if (!form.ok) return formPage(visit, { ...typed, errors: form.errors });
  const offer: Offer = form.value;
  const made = await visit.house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    const known = new Set((await listCourses(tx, customerId)).map(({ id }) => id));
    const groups = new Set((await listOpenGroups(tx, customerId)).map(({ id }) => id));
    if (!offer.courses.every((id) => known.has(id)) || !offer.groups?.every((id) => groups.has(id))) return undefined;
    return invite(tx, visit.house, { customerId, actorId, language: visit.locale }, offer);
  });
  if (!made) return formPage(visit, { ...typed, errors: [{ name: 'courses', text: words[visit.locale].newInvitation.coursesMissing }] });
  return redirect(`${href('invitations', { customer: slug })}?besked=skickad`);
}

export async function revokeInvitation(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { id: customerId, slug } = customerOf(visit);
  const scope = scopeOf(visit, 'administer-customer');
  const outcome = await revoke((work) => visit.house.database.transaction(scope, work), customerId, visit.params['invitation']!);
  if (outcome === 'not there') throw new NotFound();
  return redirect(`${href('invitations', { customer: slug })}?besked=${outcome === 'last' ? 'sista' : 'aterkallad'}`);
}

async function formPage(visit: Visit, typed: TypedInvitation): Promise<Response> {
  const { locale } = visit;
  const customer = customerOf(visit);
  const { courses, groups } = await visit.house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => ({
    courses: await listCourses(tx, customer.id),
    groups: await listOpenGroups(tx, customer.id),
  }));
  return page(
    visit,
    { title: words[locale].newInvitation.title, status: typed.errors.length > 0 ? 422 : 200 },
    <NewInvitationPage locale={locale} customer={customer} courses={courses} groups={groups} typed={typed} />,
  );
}

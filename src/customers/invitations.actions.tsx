import { recordLook } from '../privacy/index.ts';
import { readForm } from '../platform/read-body.ts';
import { customerOf, NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href, idPattern } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { customerAdmin } from './customer-admin.ts';
import { invitationForm } from './invitation-form.ts';
import { invite, type Offer } from './invite.ts';
import { invitationsPerPage, listInvitations } from './invitation.queries.ts';
import { listCourses } from './members.queries.ts';
import { InvitationsPage } from './pages/invitations-page.tsx';
import { NewInvitationPage, type TypedInvitation } from './pages/new-invitation-page.tsx';
import { revokeInvitation as revoke } from './revoke-invitation.ts';
import { sharedToken } from './tokens.ts';
import { words } from './words.ts';

const flashes = ['skickad', 'aterkallad', 'sista'] as const;

export async function invitations(visit: Visit): Promise<Response> {
  const actorId = customerAdmin(visit);
  const { locale, house } = visit;
  const customer = customerOf(visit);
  const asked = visit.url.searchParams.get('efter') ?? '';
  const after = idPattern.test(asked) ? asked : undefined;
  const found = await house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    const rows = await listInvitations(tx, customer.id, after);
    const subjects = rows.flatMap((row) => row.accepted.map(({ id }) => id));
    const fields = ['account.given_name', 'account.family_name', 'invitation_use.accepted_at'];
    await recordLook(tx, house.clock, {
      actorId,
      customerId: customer.id,
      purpose: 'administer-customer',
      room: 'customers',
      fields,
      subjects,
    });
    return rows;
  });
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
      ...(said ? { flash: { kind: said === 'sista' ? 'problem' : 'done', text: text.said[said] } as const } : {}),
    },
    <InvitationsPage locale={locale} now={house.clock.now()} customer={customer} rows={rows} links={links} next={next} />,
  );
}

export async function newInvitation(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  return formPage(visit, { values: {}, courses: [], errors: [] });
}

export async function saveInvitation(visit: Visit): Promise<Response> {
  const actorId = customerAdmin(visit);
  const { id: customerId, slug } = customerOf(visit);
  const form = await readForm(visit.request, invitationForm(visit.locale));
  const typed = { values: form.typed.one, courses: form.typed.all['courses'] ?? [] };
  if (!form.ok) return formPage(visit, { ...typed, errors: form.errors });
  const offer: Offer = form.value;
  const made = await visit.house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    const known = new Set((await listCourses(tx, customerId)).map(({ id }) => id));
    if (!offer.courses.every((id) => known.has(id))) return undefined;
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
  const courses = await visit.house.database.transaction(scopeOf(visit, 'administer-customer'), (tx) => listCourses(tx, customer.id));
  return page(
    visit,
    { title: words[locale].newInvitation.title, status: typed.errors.length > 0 ? 422 : 200 },
    <NewInvitationPage locale={locale} customer={customer} courses={courses} typed={typed} />,
  );
}

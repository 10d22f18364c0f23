import { z } from 'zod';
import { recordLook } from '../privacy/index.ts';
import { readForm } from '../platform/read-body.ts';
import { customerOf, scopeOf, type Visit } from '../platform/visit.ts';
import { idPattern } from '../routes.ts';
import { afterIn } from '../ui/asked-list.ts';
import { page } from '../ui/page.tsx';
import { customerAdmin } from './customer-admin.ts';
import { listMembers, membersPerPage } from './members.queries.ts';
import { MembersPage, type MembersPageProps } from './pages/members-page.tsx';
import { invitedRoles, type InvitedRole } from './roles.queries.ts';
import { words } from './words.ts';

export const memberFields = ['account.given_name', 'account.family_name', 'account.email', 'membership.role'];

export async function members(visit: Visit): Promise<Response> {
  return answer(visit, await look(visit, { text: '', role: undefined, after: afterIn(visit.url) }));
}

/** By POST: a name that is searched for must not stand in an address (E-04). */
export async function searchMembers(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { tooLong } = words[visit.locale].members;
  const schema = z.object({
    text: z.string(tooLong).trim().max(100, tooLong),
    roll: z.enum(invitedRoles).optional().catch(undefined),
    after: z.string().regex(idPattern).optional(),
  });
  const form = await readForm(visit.request, schema);
  if (form.ok) return answer(visit, await look(visit, { text: form.value.text, role: form.value.roll, after: form.value.after }));
  const searched = form.typed.one['text'] ?? '';
  return answer(visit, { members: [], next: undefined, isFirst: true, searched, role: undefined, error: tooLong }, 422);
}

/** Reads one page of the list and records the look in the same transaction. */
function look(visit: Visit, { text, role, after }: { text: string; role: InvitedRole | undefined; after: string | undefined }) {
  const actorId = customerAdmin(visit);
  const customerId = customerOf(visit).id;
  return visit.house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    const found = await listMembers(tx, { customerId, text, role, after });
    const shown = found.slice(0, membersPerPage);
    await recordLook(tx, visit.house.clock, {
      actorId,
      customerId,
      purpose: 'administer-customer',
      room: 'customers',
      fields: memberFields,
      subjects: shown.map(({ id }) => id),
    });
    return { members: shown, next: found.length > shown.length ? shown.at(-1)?.id : undefined, isFirst: !after, searched: text, role };
  });
}

function answer(visit: Visit, found: Omit<MembersPageProps, 'locale' | 'customer'>, status = 200): Response {
  const { locale } = visit;
  return page(
    visit,
    { title: words[locale].members.title, width: 'wide', status },
    <MembersPage locale={locale} customer={customerOf(visit)} {...found} />,
  );
}

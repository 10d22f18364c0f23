import { z } from 'zod';
import { recordLook } from '../privacy/index.ts';
import { readForm } from '../platform/read-body.ts';
import { customerOf, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href, idPattern } from '../routes.ts';
import { addressOf, afterIn, chosenIn, orderField } from '../ui/asked-list.ts';
import { page } from '../ui/page.tsx';
import { customerAdmin } from './customer-admin.ts';
import { listMembers, memberOrders, membersPerPage, type MemberOrder } from './members.queries.ts';
import { MembersPage, type MembersPageProps } from './pages/members-page.tsx';
import { invitedRoles, type InvitedRole } from './roles.queries.ts';
import { words } from './words.ts';

export const memberFields = ['account.given_name', 'account.family_name', 'account.email', 'membership.role'];

export async function members(visit: Visit): Promise<Response> {
  const { url } = visit;
  return answer(
    visit,
    await look(visit, {
      text: '',
      role: chosenIn(url, 'roll', invitedRoles),
      order: chosenIn(url, orderField, memberOrders),
      after: afterIn(url),
    }),
  );
}

/** By POST: a name that is searched for must not stand in an address (E-04). What else is chosen may, and is led to one. */
export async function searchMembers(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { tooLong } = words[visit.locale].members;
  const schema = z.object({
    text: z.string(tooLong).trim().max(100, tooLong),
    roll: z.enum(invitedRoles).optional().catch(undefined),
    ordning: z.enum(memberOrders).optional().catch(undefined),
    after: z.string().regex(idPattern).optional(),
  });
  const form = await readForm(visit.request, schema);
  if (form.ok) {
    const { text, roll: role, ordning: order, after } = form.value;
    if (text !== '' || after) return answer(visit, await look(visit, { text, role, order, after }));
    const here = href('members', { customer: customerOf(visit).slug });
    return redirect(addressOf(here, Object.entries({ roll: role ?? '', [orderField]: order ?? '' })));
  }
  const searched = form.typed.one['text'] ?? '';
  return answer(visit, { members: [], next: undefined, isFirst: true, searched, role: undefined, order: undefined, error: tooLong }, 422);
}

type Asked = { text: string; role: InvitedRole | undefined; order: MemberOrder | undefined; after: string | undefined };

/** Reads one page of the list and records the look in the same transaction. */
function look(visit: Visit, { text, role, order, after }: Asked) {
  const actorId = customerAdmin(visit);
  const customerId = customerOf(visit).id;
  return visit.house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    const found = await listMembers(tx, { customerId, text, role, order, after });
    const shown = found.slice(0, membersPerPage);
    await recordLook(tx, visit.house.clock, {
      actorId,
      customerId,
      purpose: 'administer-customer',
      room: 'customers',
      fields: memberFields,
      subjects: shown.map(({ id }) => id),
    });
    return {
      members: shown,
      next: found.length > shown.length ? shown.at(-1)?.id : undefined,
      isFirst: !after,
      searched: text,
      role,
      order,
    };
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

import { z } from 'zod';
import { notify } from '../../notifications/index.ts';
import { acrossCustomers } from '../../platform/database.ts';
import { readForm } from '../../platform/read-body.ts';
import { actorOf, customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { forgetNameOnKeys, insertProtection, isMember, removeProtection, type AskedBy } from './protection.queries.ts';

const form = z.object({ protect: z.enum(['yes', 'no']) });

/** An administrator of the customer protects somebody's identity, or no longer does. The person is told. */
export async function protectMember(visit: Visit): Promise<Response> {
  if (!actorOf(visit).roles.includes('customer_admin')) throw new NotFound();
  const member = visit.params['member']!;
  await change(visit, member, 'customer');
  return redirect(`${href('member', { customer: customerOf(visit).slug, member })}?besked=skydd`);
}

/** The person asks for it: nobody needs to be told why, and no administrator can take it back. */
export async function protectOwn(visit: Visit): Promise<Response> {
  await change(visit, actorOf(visit).accountId, 'person');
  return redirect(`${href('whoSeesWhom', { customer: customerOf(visit).slug })}?besked=skydd`);
}

async function change(visit: Visit, accountId: string, by: AskedBy): Promise<void> {
  const read = await readForm(visit.request, form);
  const place = { customerId: customerOf(visit).id, accountId };
  await visit.house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    if (!read.ok || !(await isMember(tx, place))) throw new NotFound();
    await (read.value.protect === 'yes' ? insertProtection : removeProtection)(tx, place, by);
    const told = by === 'customer' && accountId !== actorOf(visit).accountId ? [accountId] : [];
    await notify(tx, visit.house.clock, { event: 'protection-changed', to: told, customerId: place.customerId });
  });
  // Keys belong to nobody yet: neither the person nor a purpose of administration reads them.
  if (read.ok && read.value.protect === 'yes')
    await visit.house.database.transaction(acrossCustomers('key redemption'), (tx) => forgetNameOnKeys(tx, place));
}

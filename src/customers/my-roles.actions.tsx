import { z } from 'zod';
import { acrossCustomers } from '../platform/database.ts';
import { readForm } from '../platform/read-body.ts';
import { actorOf, NotFound, redirect, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { leave } from './leave-role.ts';
import { listMyOpenCourses, listMyRoles } from './my-roles.queries.ts';
import { MyRolesPage } from './pages/my-roles-page.tsx';
import { staffRoles } from './roles.queries.ts';
import { words } from './words.ts';

const flashes = ['med', 'avstod', 'lamnat', 'sista', 'lamnatkurs'] as const;

/** The person's own roles at customers: what they came through, what they hold, and a way out of each. */
export async function myRoles(visit: Visit): Promise<Response> {
  const { locale } = visit;
  const text = words[locale].myRoles;
  const { accountId } = actorOf(visit);
  const { roles, courses } = await visit.house.database.transaction({ ...acrossCustomers('invitation'), accountId }, async (tx) => ({
    roles: await listMyRoles(tx, accountId),
    courses: await listMyOpenCourses(tx, accountId),
  }));
  const said = flashes.find((one) => one === visit.url.searchParams.get('besked'));
  return page(
    visit,
    {
      title: text.title,
      width: 'wide',
      ...(said ? { flash: { kind: said === 'sista' ? 'problem' : 'done', text: text.said[said] } as const } : {}),
    },
    <MyRolesPage locale={locale} roles={roles} courses={courses} />,
  );
}

export async function leaveRole(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const form = await readForm(visit.request, z.object({ customer: z.uuid(), role: z.enum(staffRoles) }));
  if (!form.ok) throw new NotFound();
  const left = await leave(visit.house, { customerId: form.value.customer, accountId }, form.value.role);
  return redirect(`${href('myRoles')}?besked=${left ? 'lamnat' : 'sista'}`);
}

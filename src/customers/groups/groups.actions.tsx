import { randomUUID } from 'node:crypto';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { customerOf, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { afterIn, chosenIn, orderIn, searchedIn } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { customerAdmin } from '../customer-admin.ts';
import { makeGroup } from './change-group.ts';
import { groupForm, withinAgreement } from './group-form.ts';
import { groupOrders, groupsPerPage, listGroups, listPublishedCourses } from './groups.queries.ts';
import { GroupsPage, type TypedGroup } from './pages/groups-page.tsx';
import { groupWords } from './words.ts';

const purpose = 'administer-customer';

export const groups = (visit: Visit): Promise<Response> => groupsPage(visit, { id: randomUUID(), name: '', courses: [], keeps: false }, []);

export async function createGroup(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { id: customerId, slug } = customerOf(visit);
  const form = await readForm(visit.request, groupForm(visit.locale));
  const { one, all } = form.typed;
  const id = form.ok && form.value.client_id ? form.value.client_id : randomUUID();
  const typed = { id, name: one['name'] ?? '', courses: all['courses'] ?? [], keeps: one['keeps'] === 'yes' };
  if (!form.ok) return groupsPage(visit, typed, form.errors);
  const { name, courses, keeps } = form.value;
  const made = await withinAgreement(
    visit.locale,
    visit.house.database.transaction(scopeOf(visit, purpose), async (tx) => {
      const known = new Set((await listPublishedCourses(tx, customerId)).map((course) => course.id));
      if (!courses.every((course) => known.has(course))) return false;
      await makeGroup(tx, customerId, id, { name, courses, keepsCourses: keeps === 'yes' });
      return true;
    }),
  );
  if (made === true) return redirect(`${href('group', { customer: slug, group: id })}?besked=skapad`);
  return groupsPage(visit, typed, [made || { name: 'courses', text: groupWords[visit.locale].form.coursesGone }]);
}

async function groupsPage(visit: Visit, typed: TypedGroup, errors: FieldError[]): Promise<Response> {
  customerAdmin(visit);
  const { locale, house, url } = visit;
  const customer = customerOf(visit);
  const after = afterIn(url);
  const searched = searchedIn(url);
  const state = chosenIn(url, 'lage', ['open', 'ended']);
  const order = orderIn(url, groupOrders);
  const { found, courses } = await house.database.transaction(scopeOf(visit, purpose), async (tx) => ({
    found: await listGroups(tx, customer.id, { after, name: searched, state, order }),
    courses: await listPublishedCourses(tx, customer.id),
  }));
  const rows = found.slice(0, groupsPerPage);
  const next = found.length > rows.length ? rows.at(-1)?.id : undefined;
  return page(
    visit,
    { title: groupWords[locale].list.title, width: 'wide', status: errors.length > 0 ? 422 : 200 },
    <GroupsPage {...{ locale, customer, rows, next, courses, typed, errors, searched, state, order }} isFirst={!after} />,
  );
}

import { findAdministeredCourse, smallestGroup } from '../../people/index.ts';
import { NotFound, actorOf, customerOf, scopeOf, type Action, type Visit } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { orderIn } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { listItemFigures } from './items.queries.ts';
import { ItemsPage, itemOrders } from './pages/items-page.tsx';
import { itemsWords } from './words.ts';

async function itemStatistics(visit: Visit): Promise<Response> {
  const { locale, house } = visit;
  const customer = customerOf(visit);
  const { course, figures } = await house.database.transaction(scopeOf(visit, 'assess-learning'), async (tx) => {
    const course = await findAdministeredCourse(tx, actorOf(visit).accountId, customer.id, visit.params['course']!);
    if (!course) throw new NotFound();
    return { course, figures: await listItemFigures(tx, customer.id, course.id, smallestGroup) };
  });
  const title = itemsWords[locale].title(course.title);
  const order = orderIn(visit.url, itemOrders);
  return page(visit, { title, width: 'wide' }, <ItemsPage locale={locale} customer={customer.slug} {...{ course, figures, order }} />);
}

export const itemsActions = { itemStatistics } satisfies Partial<Record<RouteName, Action>>;

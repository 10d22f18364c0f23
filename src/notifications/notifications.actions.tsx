import { actorOf, NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { acrossCustomers } from '../platform/database.ts';
import { href } from '../routes.ts';
import { afterIn, chosenIn, searchedIn } from '../ui/asked-list.ts';
import { page } from '../ui/page.tsx';
import { eventNames } from './events.ts';
import {
  findNotification,
  listNotifications,
  markRead,
  notificationStates,
  perPage,
  type NotificationRow,
} from './notifications.queries.ts';
import { NotificationsPage } from './pages/notifications-page.tsx';
import { placeOf } from './place.ts';
import { words } from './words.ts';

/** Which customer and course each is about may lie with any customer: found through the person alone. */
const reading = (visit: Visit) => ({ ...acrossCustomers('mail'), accountId: actorOf(visit).accountId });

export async function notifications(visit: Visit): Promise<Response> {
  const { locale, house, url } = visit;
  const { accountId } = actorOf(visit);
  const wanted = {
    text: searchedIn(url),
    state: chosenIn(url, 'lage', notificationStates),
    event: chosenIn(url, 'slag', eventNames),
    after: afterIn(url),
  };
  const found = await house.database.transaction(reading(visit), (tx) => listNotifications(tx, accountId, wanted));
  const rows: NotificationRow[] = found.slice(0, perPage);
  const next = found.length > perPage ? rows.at(-1)?.id : undefined;
  const isStaff = actorOf(visit).operatorRoles.length > 0;
  const props = { locale, isStaff, now: house.clock.now(), wanted, rows, next };
  return page(visit, { title: words[locale].title, width: 'wide' }, <NotificationsPage {...props} />);
}

export async function markNotificationsRead(visit: Visit): Promise<Response> {
  const { house } = visit;
  await house.database.transaction(scopeOf(visit, 'inform'), (tx) => markRead(tx, actorOf(visit).accountId));
  return redirect(href('notifications'));
}

/** Reading one and going where it leads is one press. */
export async function openNotification(visit: Visit): Promise<Response> {
  const { house, params } = visit;
  const { accountId } = actorOf(visit);
  const id = params['notification']!;
  const found = await house.database.transaction(reading(visit), async (tx) => {
    const row = await findNotification(tx, accountId, id);
    if (row) await markRead(tx, accountId, id);
    return row;
  });
  if (!found) throw new NotFound();
  return redirect(placeOf(found));
}

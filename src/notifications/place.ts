import { href, routes, type Params, type RouteName } from '../routes.ts';
import { events, type EventName } from './events.ts';

type Where = { event: EventName; customer: string | null; course: string | null };

/** Where a notification leads. What it was about may be gone; then the list is as far as one comes. */
export function placeOf({ event, customer, course }: Where): string {
  const name: RouteName | undefined = events[event]?.route;
  const { path } = name ? routes[name] : { path: undefined };
  if (!path || (path.includes(':customer') && !customer) || (path.includes(':course') && !course)) return href('notifications');
  const params = { customer: customer ?? '', course: course ?? '' } as Params<'correspondence'>;
  return href(name as 'correspondence', params);
}

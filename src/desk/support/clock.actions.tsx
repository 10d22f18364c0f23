import { countDeadMail, tryDeadMailAgain } from '../../platform/mail/inbound/take-mail.ts';
import { actorOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { deskWords } from '../enquiries/desk-words.ts';
import { readPlace, writePlace } from '../enquiries/inbox-place.ts';
import { casesPerPage, countClocks, listRunningClocks } from './clock.queries.ts';
import { ClockPage } from './pages/clock-page.tsx';

/** What waits and by when. No look is recorded: it says nothing of who wrote. */
export async function supportClock(visit: Visit): Promise<Response> {
  const { locale, house, url } = visit;
  serveSupport(visit);
  const after = readPlace(url.searchParams.get('efter'));
  const now = house.clock.now();
  const { found, figures } = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => ({
    found: await listRunningClocks(tx, after),
    figures: await countClocks(tx, now),
  }));
  const rows = found.slice(0, casesPerPage);
  const last = found.length > rows.length ? rows.at(-1) : undefined;
  const next = last?.target_at ? writePlace({ isWaiting: true, at: last.target_at, id: last.id }) : undefined;
  const props = { locale, now, me: actorOf(visit).accountId, rows, figures, next, isFirst: !after, dead: await countDeadMail(house) };
  return page(visit, { title: deskWords[locale].clock.title, width: 'wide' }, <ClockPage {...props} />);
}

export async function tryMailAgain(visit: Visit): Promise<Response> {
  serveSupport(visit);
  await tryDeadMailAgain(visit.house);
  return redirect(href('supportClock'));
}

function serveSupport(visit: Visit): void {
  if (!actorOf(visit).operatorRoles.includes('support')) throw new NotFound();
}

import { acrossCustomers } from '../../platform/database.ts';
import { actorOf, NotFound, scopeOf, type Visit } from '../../platform/visit.ts';
import { page } from '../../ui/page.tsx';
import { findControllers } from '../documents/controller.queries.ts';
import { findLatestVersion } from '../documents/documents.queries.ts';
import { countTables } from '../export.ts';
import { recordChoice } from '../ledger.ts';
import { listOwnCourses, listOwnRoles, wasServed } from './notice.queries.ts';
import { NoticePage } from './notice-page.tsx';
import { noticeText, ownNotice, type OwnNotice } from './own-notice.ts';
import { noticeWords } from './words.ts';

/** What the page looks like, for the ledger. */
const form = 'own notice: text only, nothing to answer';

/** Art. 13 in layers, for the person who reads it. That it was shown is kept once for each version of the policy. */
async function showOwnNotice(visit: Visit): Promise<Response> {
  const { house, locale, operator } = visit;
  const actor = actorOf(visit);
  if (!operator) throw new NotFound();
  const counts = await countTables(house, actor.accountId);
  const { courses, roles, controllers } = await house.database.transaction(acrossCustomers('export'), async (tx) => {
    const own = { courses: await listOwnCourses(tx, actor.accountId), roles: await listOwnRoles(tx, actor.accountId) };
    const customers = new Set([...own.courses, ...own.roles].map(({ customerId }) => customerId));
    return { ...own, controllers: await findControllers(tx, [...customers]) };
  });
  const isStaff = actor.operatorRoles.length > 0;
  const notice = ownNotice({ operator, courses, roles, controllers, isStaff, counts }, locale);
  await recordServed(visit, notice);
  return page(visit, { title: noticeWords[locale].title }, <NoticePage notice={notice} operatorName={operator.name} locale={locale} />);
}

function recordServed(visit: Visit, notice: OwnNotice): Promise<void> {
  const { house, locale } = visit;
  const { accountId } = actorOf(visit);
  return house.database.transaction(scopeOf(visit, 'accountability'), async (tx) => {
    const policy = await findLatestVersion(tx, 'privacy-policy', house.clock.now());
    if (!policy || (await wasServed(tx, accountId, 'own-notice', policy.version))) return;
    const { version } = policy;
    await recordChoice(tx, house.clock, {
      accountId,
      event: 'notice',
      about: 'own-notice',
      state: 'served',
      version,
      language: locale,
      text: noticeText(notice),
      form,
    });
  });
}

export const noticeActions = { ownNotice: showOwnNotice };

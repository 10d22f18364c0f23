import { z } from 'zod';
import { recordLook } from '../privacy/index.ts';
import { readForm } from '../platform/read-body.ts';
import { actorOf, customerOf, NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { changeVisibility, someoneAnswers } from './change-visibility.ts';
import { listOwnCourses } from './own-courses.queries.ts';
import { WhoSeesWhomPage } from './pages/who-sees-whom-page.tsx';
import { groups, type Field, type Matrix } from './visibility.ts';
import { findProtection } from './protection/protection.queries.ts';
import { protectionWords } from './protection/words.ts';
import { listNotices } from './telling/notice.queries.ts';
import { findMatrix, listChanges } from './visibility.queries.ts';
import { words } from './words.ts';

/** For the customer's people: what is shown to whom. Its administrators also change it, and see who has. */
export async function whoSeesWhom(visit: Visit): Promise<Response> {
  if (actorOf(visit).roles.length === 0) throw new NotFound();
  return answer(visit, undefined);
}

export async function saveWhoSeesWhom(visit: Visit): Promise<Response> {
  const { accountId: actorId } = actorOf(visit);
  const { id: customerId, slug } = customerOf(visit);
  if (!isAdmin(visit)) throw new NotFound();
  const text = words[visit.locale].visibility;
  const form = await readForm(visit.request, z.object(Object.fromEntries(groups.map((group) => [group.name, ticked(group.offers)]))));
  if (!form.ok) return answer(visit, { matrix: undefined, error: text.unknown });
  const matrix = form.value as Matrix;
  if (!someoneAnswers(matrix)) return answer(visit, { matrix, error: text.someoneAnswers });
  const more = await visit.house.database.transaction(scopeOf(visit, 'administer-customer'), (tx) =>
    changeVisibility(tx, { customerId, actorId, at: visit.house.clock.now() }, matrix),
  );
  return redirect(`${href('whoSeesWhom', { customer: slug })}?besked=${more ? 'sparat-mer' : 'sparat'}`);
}

/** One ticked box comes as a text, several as a list, none not at all. */
const ticked = (offers: readonly Field[]) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.enum(offers as [Field, ...Field[]])));

const isAdmin = (visit: Visit): boolean => actorOf(visit).roles.includes('customer_admin');

type Typed = { matrix: Matrix | undefined; error: string };

async function answer(visit: Visit, typed: Typed | undefined): Promise<Response> {
  const { locale } = visit;
  const text = words[locale].visibility;
  const said = { sparat: text.saved, 'sparat-mer': text.savedMore, skydd: protectionWords[locale].saved }[
    visit.url.searchParams.get('besked') ?? ''
  ];
  const facts = await readFacts(visit);
  return page(
    visit,
    { title: text.title, status: typed ? 422 : 200, ...(said ? { flash: { kind: 'done', text: said } as const } : {}) },
    <WhoSeesWhomPage locale={locale} customer={customerOf(visit)} isAdmin={isAdmin(visit)} typed={typed} {...facts} />,
  );
}

/** Who changed something is told to the customer's administrators, and the look is recorded. */
function readFacts(visit: Visit) {
  const { accountId: actorId } = actorOf(visit);
  const { id: customerId } = customerOf(visit);
  return visit.house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    const changes = isAdmin(visit) ? await listChanges(tx, customerId) : [];
    const subjects = changes.flatMap((change) => (change.given_name === null ? [] : [change.changed_by]));
    const seen = ['account.given_name', 'account.family_name', 'visibility_change.changed_at'];
    await recordLook(tx, visit.house.clock, {
      actorId,
      customerId,
      purpose: 'administer-customer',
      room: 'people',
      fields: seen,
      subjects,
    });
    const protection = await findProtection(tx, { customerId, accountId: actorId });
    const notices = await listNotices(tx, customerId);
    return {
      protection,
      notices,
      matrix: await findMatrix(tx, customerId),
      courses: await listOwnCourses(tx, actorId, customerId),
      changes,
    };
  });
}

import { href, type RouteName } from '../routes.ts';
import { NotFound, actorOf, customerOf, redirect, scopeOf, type Action, type Visit } from '../platform/visit.ts';
import { page } from '../ui/page.tsx';
import { openTest } from './open-attempt.ts';
import { FinalTestPage } from './pages/final-test-page.tsx';
import { startAttempt } from './start-attempt.ts';
import type { Student } from './assessment.queries.ts';
import { words } from './words.ts';

export const studentOf = (visit: Visit): Student => ({ accountId: actorOf(visit).accountId, customerId: customerOf(visit).id });

export const placeOf = (visit: Visit) => ({ customer: customerOf(visit).slug, course: visit.params['course'] ?? '' });

async function showFinalTest(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const at = placeOf(visit);
  const opened = await house.database.transaction(scopeOf(visit, 'assess-learning'), (tx) =>
    openTest(tx, house.clock, studentOf(visit), at.course),
  );
  if (!opened || (!opened.test.accessible && opened.attempts.length === 0)) throw new NotFound();
  return page(visit, { title: words[locale].test.title }, <FinalTestPage locale={locale} at={at} now={house.clock.now()} {...opened} />);
}

async function start(visit: Visit): Promise<Response> {
  const { house } = visit;
  const at = placeOf(visit);
  const started = await house.database.transaction(scopeOf(visit, 'assess-learning'), (tx) =>
    startAttempt(tx, house.clock, studentOf(visit), at.course),
  );
  if (!started) throw new NotFound();
  return redirect('number' in started ? href('attempt', { ...at, number: started.number }) : href('finalTest', at));
}

export const finalTestActions = { finalTest: showFinalTest, startAttempt: start } satisfies Partial<Record<RouteName, Action>>;

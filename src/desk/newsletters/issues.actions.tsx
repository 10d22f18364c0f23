import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { acrossCustomers } from '../../platform/database.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { operatorOf, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { afterIn, chosenIn, searchedIn } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { operatorOnly } from '../operations/operator-only.ts';
import { issueForm } from './issue-form.ts';
import { insertIssue, issuesPerPage, issueStates, listIssues } from './issue.queries.ts';
import { issueWords } from './issue-words.ts';
import { IssuesPage, NewIssuePage } from './pages/issues-page.tsx';
import { countBounced, listTopics } from './subscriber.queries.ts';

export async function newsletterIssues(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'support');
  const { locale, house, url } = visit;
  const wanted = { text: searchedIn(url), state: chosenIn(url, 'lage', issueStates), after: afterIn(url) };
  const found = await house.database.transaction(scopeOf(visit, 'inform'), async (tx) => ({
    rows: await listIssues(tx, wanted),
    topics: await listTopics(tx),
  }));
  const bounced = await house.database.transaction(acrossCustomers('newsletter'), countBounced);
  const rows = found.rows.slice(0, issuesPerPage);
  const next = found.rows.length > issuesPerPage ? rows.at(-1)?.id : undefined;
  const props = { locale, wanted, rows, next, hasTopics: found.topics.length > 0, bounced, now: house.clock.now() };
  return page(visit, { title: issueWords[locale].title, width: 'wide' }, <IssuesPage {...props} />);
}

export function newIssue(visit: Visit): Promise<Response> {
  return showNew(visit, { client_id: randomUUID() }, []);
}

export async function createIssue(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'support');
  const { house, locale } = visit;
  const form = await readForm(visit.request, issueForm(locale, operatorOf(visit)));
  const clientId = z.uuid().safeParse(form.typed.one['client_id']).data ?? randomUUID();
  if (!form.ok) return showNew(visit, { ...form.typed.one, client_id: clientId }, form.errors);
  const id = await house.database.transaction(scopeOf(visit, 'inform'), async (tx) => {
    const isTopic = (await listTopics(tx)).some((topic) => topic.id === form.value.topicId);
    return isTopic ? insertIssue(tx, form.value, clientId, house.clock.now()) : undefined;
  });
  if (!id) return showNew(visit, { ...form.typed.one, client_id: clientId }, [{ name: 'topic', text: issueWords[locale].topicMissing }]);
  return redirect(`${href('issue', { issue: id })}?besked=saved`);
}

async function showNew(visit: Visit, typed: Record<string, string>, errors: FieldError[]): Promise<Response> {
  operatorOnly(visit, 'support');
  const { locale, house } = visit;
  const topics = await house.database.transaction(scopeOf(visit, 'inform'), listTopics);
  return page(
    visit,
    { title: issueWords[locale].newTitle, status: errors.length > 0 ? 422 : 200 },
    <NewIssuePage locale={locale} topics={topics} typed={typed} errors={errors} />,
  );
}

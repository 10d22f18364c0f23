import { recordLook } from '../../privacy/index.ts';
import { actorOf, customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { readForm } from '../../platform/read-body.ts';
import { orderField } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { z } from 'zod';
import { listReadableCourses, showsNames } from '../saved-replies/saved-reply.queries.ts';
import { administratorSide, fieldsOfInbox, inboxTopicOf, withoutHiddenNames } from '../side.ts';
import { event, eventStream } from '../event-stream.ts';
import { mayStay } from '../stream-thread.ts';
import { words } from '../words.ts';
import { assignThread as assign, closeThread as close } from './handle-thread.ts';
import { InboxPage } from './inbox-page.tsx';
import { readFilter, readPlace, writePlace } from './inbox-place.ts';
import { listInbox, threadsPerPage, type InboxFilter, type InboxPlace } from './inbox.queries.ts';

export function inbox(visit: Visit): Promise<Response> {
  const { searchParams } = visit.url;
  return answer(visit, readFilter(searchParams), readPlace(searchParams.get('efter')));
}

/** By POST: a name that is searched for must not stand in an address (E-04). */
export async function searchInbox(visit: Visit): Promise<Response> {
  const { tooLong } = words[visit.locale].inbox;
  const form = await readForm(
    visit.request,
    z.object({
      name: z.string(tooLong).trim().max(100, tooLong),
      kurs: z.string().optional(),
      lage: z.string().optional(),
      ansvar: z.string().optional(),
      ordning: z.string().optional(),
      after: z.string().optional(),
    }),
  );
  const { one } = form.typed;
  const chosen = ['kurs', 'lage', 'ansvar', orderField].flatMap((name): [string, string][] => (one[name] ? [[name, one[name]]] : []));
  const filter = { ...readFilter(new URLSearchParams(chosen)), name: one['name']?.trim() ?? '' };
  return form.ok ? answer(visit, filter, readPlace(form.value.after ?? null)) : answer(visit, filter, undefined, tooLong);
}

async function answer(visit: Visit, wanted: InboxFilter, after: InboxPlace | undefined, error?: string): Promise<Response> {
  const { locale, house } = visit;
  const { slug, name } = customerOf(visit);
  const { found, courses, filter } = await look(visit, after, wanted, error !== undefined);
  const threads = found.slice(0, threadsPerPage);
  const last = found.length > threads.length ? threads.at(-1) : undefined;
  const next = last && writePlace({ waiting: last.waiting, atMicros: last.at_micros, id: last.id });
  const props = { courses, filter, threads, next, isFirst: !after, error };
  return page(
    visit,
    { title: words[locale].inbox.title, width: 'wide', scripts: ['inbox'], status: error ? 422 : 200 },
    <InboxPage locale={locale} now={house.clock.now()} accountId={actorOf(visit).accountId} customer={{ slug, name }} {...props} />,
  );
}

function look(visit: Visit, after: InboxPlace | undefined, wanted: InboxFilter, isRefused: boolean) {
  const actorId = actorOf(visit).accountId;
  const customerId = customerOf(visit).id;
  return visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const courses = await listReadableCourses(tx, { customerId, accountId: actorId });
    // Where no names are shown nobody stands by name.
    const filter = wanted.order === 'name' && !courses.some(showsNames) ? { ...wanted, order: 'waiting' as const } : wanted;
    const found = isRefused ? [] : await listInbox(tx, { accountId: actorId, customerId, after, filter });
    const subjects = found.slice(0, threadsPerPage).flatMap((row) => (row.has_student ? [row.student_id] : []));
    await recordLook(tx, visit.house.clock, {
      actorId,
      customerId,
      purpose: 'correspond',
      room: 'correspondence',
      fields: withoutHiddenNames(fieldsOfInbox, {
        given_name: found.find((row) => row.given_name !== null)?.given_name ?? null,
        family_name: found.find((row) => row.family_name !== null)?.family_name ?? null,
      }),
      subjects,
    });
    return { found, courses, filter };
  });
}

/** Tells that something happened in one of the actor's courses; the page then asks what. */
export async function inboxStream(visit: Visit): Promise<Response> {
  const owner = { customerId: customerOf(visit).id, accountId: actorOf(visit).accountId };
  const courses = await visit.house.database.transaction(scopeOf(visit, 'correspond'), (tx) => listReadableCourses(tx, owner));
  if (courses.length === 0) throw new NotFound();
  let isFirst = true;
  return eventStream(visit, {
    topics: courses.map(({ id }) => inboxTopicOf({ course_id: id })),
    mayStay: () => mayStay(visit, { name: 'administrator', accountId: owner.accountId }),
    teller:
      ({ send }) =>
      async () => {
        if (!isFirst) send(event('changed', {}));
        isFirst = false;
        return 'go on';
      },
  });
}

const assignRules = z.object({ colleague: z.union([z.uuid(), z.literal('')]) });

/** Hands a thread to a colleague who administers the course, to oneself, or to nobody. */
export async function assignThread(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, assignRules);
  const side = administratorSide(visit);
  const isDone =
    form.ok &&
    (await visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
      const thread = await side.find(tx);
      return thread && assign(tx, visit.house.clock, thread, form.value.colleague || undefined);
    }));
  if (!isDone) throw new NotFound();
  return redirect(side.hrefs.page);
}

const doneRules = z.object({ done: z.enum(['yes', 'no']) });

export async function closeThread(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, doneRules);
  const side = administratorSide(visit);
  const thread =
    form.ok &&
    (await visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
      const found = await side.find(tx);
      if (found) await close(tx, visit.house.clock, found, form.value.done === 'yes');
      return found;
    }));
  if (!thread) throw new NotFound();
  return redirect(side.hrefs.page);
}

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readForm } from '../platform/read-body.ts';
import { json, NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { page } from '../ui/page.tsx';
import { listMessages } from './message.queries.ts';
import { ThreadPage, newest } from './pages/thread-page.tsx';
import { readThread } from './read-thread.ts';
import { sendMessage } from './send-message.ts';
import type { Side } from './side.ts';
import { followThread } from './stream-thread.ts';
import type { ThreadRow } from './thread.queries.ts';
import { threadPageProps } from './thread-page-props.tsx';
import { beginsDay, lookerOf, messageItems, messageUpdate } from './view-message.tsx';
import { words } from './words.ts';

type Refused = { typed: string; error: string };

/** The conversation, newest last, complete without a script; `?fore=51` shows what comes before message 51. */
export async function showConversation(visit: Visit, side: Side, refused?: Refused): Promise<Response> {
  const { thread, messages } = await read(visit, side, numberIn(visit.url.searchParams.get('fore')));
  const title = words[visit.locale].title(thread.course_title);
  const props = threadPageProps(visit, side, thread, messages);
  const compose = props.compose && { ...props.compose, ...refused };
  return page(
    visit,
    { title, scripts: ['correspondence'], status: refused ? 422 : 200 },
    <ThreadPage {...props} title={title} compose={compose} />,
  );
}

/** Sends and goes to the newest message; a script asks for the message itself instead. */
export async function postMessage(visit: Visit, side: Side): Promise<Response> {
  const text = words[visit.locale];
  const form = await readForm(
    visit.request,
    z.object({
      body: z.string(text.empty).trim().min(1, text.empty).max(10_000, text.tooLong),
      client_id: z.uuid().catch(() => randomUUID()),
    }),
  );
  const wantsJson = visit.request.headers.get('accept')?.includes('application/json');
  if (!form.ok) {
    const error = form.errors[0]?.text ?? text.empty;
    return wantsJson ? json({ problem: error }, 422) : showConversation(visit, side, { typed: form.typed.one['body'] ?? '', error });
  }
  const { body, client_id: clientId } = form.value;
  const sent = await visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const thread = await found(side.open(tx));
    if (!thread.has_student) throw new NotFound();
    const sequence = await sendMessage(tx, visit.house.clock, thread, side, { clientId, body });
    const rows = await listMessages(tx, thread, sequence - 1, sequence);
    return { thread, message: rows.at(-1)!, before: rows.at(-2) };
  });
  if (!wantsJson) return redirect(`${side.hrefs.page}#${newest}`);
  return json(messageUpdate(sent.message, lookerOf(visit, side, sent.thread), sent.before));
}

/** What comes before a message, as parts of the page. */
export async function olderMessages(visit: Visit, side: Side): Promise<Response> {
  const before = visit.url.searchParams.get('fore');
  const number = numberIn(before);
  if (before !== null && number === undefined) return json({ problem: 'fore' }, 400);
  const { thread, messages, next } = await read(visit, side, number);
  return json({
    html: messageItems(messages, lookerOf(visit, side, thread)).join(''),
    first: messages[0]?.sequence ?? 1,
    // Whether the message that was the first on the page still begins a day.
    newDay: !next || beginsDay(next, messages.at(-1)),
  });
}

/** Opens the live stream; the look is recorded once, when it opens. */
export async function streamConversation(visit: Visit, side: Side): Promise<Response> {
  const thread = await visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const thread = await found(side.find(tx));
    await side.recordLook(tx, thread);
    return thread;
  });
  const after = numberIn(visit.request.headers.get('last-event-id')) ?? numberIn(visit.url.searchParams.get('efter'));
  return followThread(visit, side, thread, after ?? thread.last_sequence);
}

function read(visit: Visit, side: Side, before: number | undefined) {
  return visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const thread = await found(side.open(tx));
    await side.recordLook(tx, thread);
    const messages = await readThread(tx, side, thread, before);
    const [next] = before === undefined ? [] : await listMessages(tx, thread, before, before);
    return { thread, messages, next };
  });
}

async function found(thread: Promise<ThreadRow | undefined>): Promise<ThreadRow> {
  const here = await thread;
  if (!here) throw new NotFound();
  return here;
}

/** A message's number; nothing else is one. */
function numberIn(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

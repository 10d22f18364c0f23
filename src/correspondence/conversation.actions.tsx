import type { CompiledQuery } from 'kysely';
import { z } from 'zod';
import { readForm } from '../platform/read-body.ts';
import { discard } from '../platform/attached-files/receive-files.ts';
import { customerOf, json, NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { page } from '../ui/page.tsx';
import { editMessage, takeBackMessage } from './change-message.ts';
import { listMessages, messagesBetween, type MessageRow } from './message.queries.ts';
import { ThreadPage, newest } from './pages/thread-page.tsx';
import { messageRules, readMessageForm, type MessageForm } from './read-message-form.ts';
import { looksAgain, readThread } from './read-thread.ts';
import { sendMessage, type Ask } from './send-message.ts';
import type { Side } from './side.ts';
import { followThread } from './stream-thread.ts';
import { readSurroundings } from './surroundings.ts';
import type { ThreadRow } from './thread.queries.ts';
import { threadPageProps, type Refused } from './thread-page-props.tsx';
import { beginsDay, lookerOf, messageItems, messageUpdate } from './view-message.tsx';
import { words } from './words.ts';

/** What is shown besides: what was refused, or what is looked for among the saved replies. */
type Besides = Refused & { sought?: string };

/** The conversation, newest last, complete without a script; `?fore=51` shows what comes before message 51. */
export async function showConversation(visit: Visit, side: Side, { sought, ...refused }: Besides = {}): Promise<Response> {
  const { thread, messages, around } = await read(visit, side, numberIn(visit.url.searchParams.get('fore')), sought);
  const title = words[visit.locale].title(thread.course_title);
  const props = threadPageProps(visit, side, { thread, messages, around, refused });
  const status = refused.compose || refused.edit || refused.change ? 422 : 200;
  return page(visit, { title, scripts: ['correspondence'], status }, <ThreadPage {...props} title={title} />);
}

/** Sends and goes to the newest message; a script asks for the message itself instead. */
export async function postMessage(visit: Visit, side: Side): Promise<Response> {
  const form = await readMessageForm(visit, side);
  const wantsJson = visit.request.headers.get('accept')?.includes('application/json');
  if (form.errors.length > 0) {
    await form.discard();
    if (wantsJson) return json({ problem: form.errors[0]!.text }, 422);
    return showConversation(visit, side, { compose: { typed: form.typed, errors: form.errors } });
  }
  const { thread, sequence, isNew } = await send(visit, side, form).catch(async (error: unknown) => {
    await form.discard();
    throw error;
  });
  if (!isNew) await form.discard();
  if (!wantsJson) return redirect(`${side.hrefs.page}#${newest}`);
  const [rows] = await visit.house.database.atOnce(scopeOf(visit, 'correspond'), [messagesBetween(thread, sequence - 1, sequence)]);
  const [message, before] = (rows as MessageRow[]).toReversed();
  return json(messageUpdate(message!, lookerOf(visit, side, thread), before));
}

/** In one round trip, but for a student's first message, which begins the thread. */
async function send(visit: Visit, side: Side, { value, files }: MessageForm) {
  const { database, clock } = visit.house;
  const scope = scopeOf(visit, 'correspond');
  const ask: Ask = async <Row,>(query: CompiledQuery<Row>) => (await database.atOnce(scope, [query]))[0] as Row[];
  const post = () => sendMessage({ build: database.build, clock, ask }, side.source, side, { ...value, files });
  const sent = (await post()) ?? (await database.transaction(scope, side.open).then(post));
  if (!sent) throw new NotFound();
  return sent;
}

/** Other words for a message of one's own, within its first minutes. */
export async function postEdit(visit: Visit, side: Side): Promise<Response> {
  const text = words[visit.locale];
  const id = visit.params['message']!;
  const form = await readForm(visit.request, z.object({ body: messageRules(visit.locale).body }));
  if (!form.ok) {
    const edit = { message: id, typed: form.typed.one['body'] ?? '', error: form.errors[0]?.text ?? text.empty };
    return showConversation(visit, side, { edit });
  }
  const outcome = await visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) =>
    editMessage(tx, visit.house.clock, await found(side.find(tx)), side, { id, body: form.value.body }),
  );
  if (!outcome) throw new NotFound();
  if (outcome === 'too late') return showConversation(visit, side, { change: text.edit.tooLate });
  return redirect(`${side.hrefs.page}#${newest}`);
}

/** Takes back a message of one's own, with its files. */
export async function postRemoval(visit: Visit, side: Side): Promise<Response> {
  const { house, params, locale } = visit;
  const outcome = await house.database.transaction(scopeOf(visit, 'correspond'), async (tx) =>
    takeBackMessage(tx, house.clock, await found(side.find(tx)), side, params['message']!),
  );
  if (!outcome) throw new NotFound();
  if (outcome === 'too late') return showConversation(visit, side, { change: words[locale].remove.tooLate });
  const { id: folder } = customerOf(visit);
  await discard(
    { files: house.attachments, folder },
    outcome.files.map((id) => ({ id })),
  );
  return redirect(`${side.hrefs.page}#${newest}`);
}

/** What comes before a message, as parts of the page. */
export async function olderMessages(visit: Visit, side: Side): Promise<Response> {
  const before = visit.url.searchParams.get('fore');
  const number = numberIn(before);
  if (before !== null && number === undefined) return json({ problem: 'fore' }, 400);
  const { thread, messages, next } = await visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const thread = await found(side.open(tx));
    await side.recordLook(tx, thread);
    const messages = await readThread(tx, side, thread, number);
    const [next] = number === undefined ? [] : await listMessages(tx, thread, number, number);
    return { thread, messages, next };
  });
  return json({
    html: messageItems(messages, lookerOf(visit, side, thread)).join(''),
    first: messages[0]?.sequence ?? 1,
    // Whether the message that was the first on the page still begins a day.
    newDay: !next || beginsDay(next, messages.at(-1)),
  });
}

/** Opens the live stream; the look is recorded once, when it opens. A page that nobody looks at gets all, and reads nothing. */
export async function streamConversation(visit: Visit, side: Side): Promise<Response> {
  const place = placeIn(visit);
  const isLookedAt = !visit.url.searchParams.has('dold');
  const thread = await visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const thread = await found(side.find(tx));
    await side.recordLook(tx, thread);
    if (isLookedAt && place.after) await looksAgain(tx, side, thread, place.after);
    return thread;
  });
  return followThread(visit, side, thread, { after: place.after ?? thread.last_sequence, change: place.change, isLookedAt });
}

/** Where a stream goes on: what the browser last heard, or what its page shows. */
function placeIn({ request, url }: Visit): { after: number | undefined; change: number } {
  const [, heard, changed] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(request.headers.get('last-event-id') ?? '') ?? [];
  const after = numberIn(heard ?? url.searchParams.get('efter'));
  return { after, change: numberIn(changed ?? url.searchParams.get('andring')) ?? 0 };
}

function read(visit: Visit, side: Side, before: number | undefined, sought: string | undefined) {
  return visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const thread = await found(side.open(tx));
    await side.recordLook(tx, thread);
    const messages = await readThread(tx, side, thread, before);
    return { thread, messages, around: await readSurroundings(tx, visit, side, thread, sought) };
  });
}

export async function found(thread: Promise<ThreadRow | undefined>): Promise<ThreadRow> {
  const here = await thread;
  if (!here) throw new NotFound();
  return here;
}

/** A message's number; nothing else is one. */
function numberIn(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readForm } from '../../platform/read-body.ts';
import { customerOf, json, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { formatTime } from '../../ui/format.ts';
import { showConversation } from '../conversation.actions.tsx';
import { composePlace } from '../pages/compose.tsx';
import { findReply } from '../saved-replies/saved-reply.queries.ts';
import type { Side } from '../side.ts';
import { words } from '../words.ts';
import { saveDraft } from './save-draft.ts';

const most = 10_000;
const rules = z.object({
  // Too much is cut at the end rather than lost: sending says what is wrong with it.
  body: z
    .string()
    .catch('')
    .transform((body) => body.slice(0, most).toWellFormed()),
  client_id: z.uuid().catch(() => randomUUID()),
  page: z.uuid().optional().catch(undefined),
  reply: z.uuid().optional().catch(undefined),
  insert: z.string().optional().catch(undefined),
  reply_search: z
    .string()
    .catch('')
    .transform((text) => text.trim().slice(0, 100).toWellFormed()),
  find: z.string().optional().catch(undefined),
});

/** Keeps the unfinished message; also the way a saved reply is looked for, and without a script the way it gets into it. */
export async function postDraft(visit: Visit, side: Side): Promise<Response> {
  const form = await readForm(visit.request, rules);
  if (!form.ok) throw new NotFound();
  const { body, client_id: clientId, page: pageId, reply, insert, reply_search: sought, find } = form.value;
  const { house, locale } = visit;
  await house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const thread = await side.open(tx);
    if (!thread?.has_student) throw new NotFound();
    const owner = { customerId: customerOf(visit).id, accountId: side.accountId };
    const chosen = insert && reply && side.name === 'administrator' ? await findReply(tx, { ...owner, id: reply }) : undefined;
    const whole = chosen ? [body.trimEnd(), chosen.body].filter(Boolean).join('\n\n').slice(0, most).toWellFormed() : body;
    await saveDraft(tx, house.clock, thread, side.accountId, { body: whole, clientId, pageId });
  });
  if (visit.request.headers.get('accept')?.includes('application/json')) {
    return json({ saved: words[locale].draft.saved(formatTime(house.clock.now(), locale)) });
  }
  if (find && side.name === 'administrator') return showConversation(visit, side, { sought });
  return redirect(`${side.hrefs.page}#${composePlace}`);
}

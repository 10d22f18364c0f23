import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../../platform/database.ts';
import { readForm, type FieldError, type FormValues } from '../../platform/read-body.ts';
import { actorOf, customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { afterIn, orderIn, searchedIn } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { words } from '../words.ts';
import { SavedRepliesPage, SavedReplyPage } from './saved-replies-page.tsx';
import {
  findReply,
  insertReply,
  listRepliesInOrder,
  readsAnyCorrespondence,
  removeReply,
  repliesPerPage,
  replyOrders,
  updateReply,
} from './saved-reply.queries.ts';

type Refused = { typed: FormValues; errors: FieldError[] };

const ownerOf = (visit: Visit) => ({ customerId: customerOf(visit).id, accountId: actorOf(visit).accountId });

/** Only for those who answer students. */
function among<Result>(visit: Visit, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    if (!(await readsAnyCorrespondence(tx, ownerOf(visit)))) throw new NotFound();
    return work(tx);
  });
}

const rulesOf = (visit: Visit) => {
  const text = words[visit.locale].replies;
  return z.object({
    title: z.string(text.noTitle).trim().min(1, text.noTitle).max(80, text.longTitle),
    body: z.string(text.noBody).trim().min(1, text.noBody).max(10_000, words[visit.locale].tooLong),
    shared: z.literal('yes').optional().catch(undefined),
    client_id: z.uuid().catch(() => randomUUID()),
  });
};

export async function savedReplies(visit: Visit, refused?: Refused): Promise<Response> {
  const { locale, url } = visit;
  const wanted = { text: searchedIn(url), order: orderIn(url, replyOrders), after: afterIn(url) };
  const found = await among(visit, (tx) => listRepliesInOrder(tx, ownerOf(visit), wanted));
  const rows = found.slice(0, repliesPerPage);
  const next = found.length > repliesPerPage ? rows.at(-1)?.id : undefined;
  const props = { locale, customer: customerOf(visit), wanted, rows, next, clientId: randomUUID() };
  return page(visit, { title: words[locale].replies.title, status: refused ? 422 : 200 }, <SavedRepliesPage {...props} {...refused} />);
}

export async function createSavedReply(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, rulesOf(visit));
  if (!form.ok) return savedReplies(visit, form);
  const { title, body, shared, client_id: clientId } = form.value;
  const at = visit.house.clock.now();
  await among(visit, (tx) => insertReply(tx, { ...ownerOf(visit), clientId, at }, { title, body, shared: shared === 'yes' }));
  return redirect(href('savedReplies', { customer: customerOf(visit).slug }));
}

export async function savedReply(visit: Visit, refused?: Refused): Promise<Response> {
  const reply = await among(visit, (tx) => findReply(tx, { ...ownerOf(visit), id: visit.params['reply']! }));
  if (!reply) throw new NotFound();
  return page(
    visit,
    { title: words[visit.locale].replies.change, status: refused ? 422 : 200 },
    <SavedReplyPage locale={visit.locale} customer={customerOf(visit)} reply={reply} {...refused} />,
  );
}

/** Changes a reply or, by the other button, removes it. */
export async function changeSavedReply(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, rulesOf(visit));
  const one = { ...ownerOf(visit), id: visit.params['reply']! };
  const isRemoval = form.typed.one['remove'] === 'yes';
  if (!form.ok && !isRemoval) return savedReply(visit, form);
  await among(visit, async (tx) => {
    if (!(await findReply(tx, one))) throw new NotFound();
    if (isRemoval) return removeReply(tx, one);
    if (form.ok) await updateReply(tx, one, { title: form.value.title, body: form.value.body, shared: form.value.shared === 'yes' });
  });
  return redirect(href('savedReplies', { customer: customerOf(visit).slug }));
}

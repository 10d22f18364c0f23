import { uuidFrom } from '../platform/secrets.ts';
import type { Tx } from '../platform/database.ts';
import { readJson, UnreadableBody } from '../platform/read-body.ts';
import { NotFound, scopeOf, type Action, type Visit } from '../platform/visit.ts';
import { idPattern } from '../routes.ts';
import { enterWithToken, type Caller } from './enter-with-token.ts';
import type { Call, Change, Listing, Operation } from './operation.ts';
import { ApiProblem, problemAnswer } from './problem.ts';
import { findReply, holdCall, saveReply } from './replies.queries.ts';

const noFreeSeat = 'KU001';

/** What an operation of the API does at its route: token, limit, scope, one transaction, an answer or a problem. */
export function answerCall(operation: Operation): Action {
  return async (visit) => {
    let limitHeaders: Record<string, string> = {};
    try {
      const caller = await enterWithToken(visit, operation.scope);
      limitHeaders = caller.limitHeaders;
      return operation.kind === 'list' ? await answerList(operation, caller) : await answerChange(operation, caller);
    } catch (error) {
      return problemAnswer(asProblem(error), limitHeaders);
    }
  };
}

/** What a caller can mend is told; all else is ours and goes on. */
function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof NotFound) return new ApiProblem(404, 'not-found', 'There is no such thing here.');
  if (error instanceof UnreadableBody) return new ApiProblem(error.status, 'unreadable-body', 'Send JSON of at most 128 kB.');
  if ((error as { code?: unknown }).code === noFreeSeat) return new ApiProblem(409, 'no-free-seat', 'No seat of the agreement is free.');
  throw error;
}

const call = <Body>({ visit, token }: Caller, tx: Tx, more: Pick<Call<Body>, 'body' | 'after' | 'clientId'>): Call<Body> => ({
  tx,
  visit,
  customerId: token.customerId,
  actorId: token.madeBy,
  ...more,
});

async function answerList(operation: Listing, caller: Caller): Promise<Response> {
  const { visit, limitHeaders } = caller;
  const after = visit.url.searchParams.get('after') ?? undefined;
  if (after !== undefined && !idPattern.test(after)) throw new ApiProblem(400, 'wrong-cursor', 'Follow the address in the Link header.');
  const { items, next } = await visit.house.database.transaction(scopeOf(visit, operation.purpose), (tx) =>
    operation.run(call(caller, tx, { body: undefined, after, clientId: '' })),
  );
  const address = visit.house.publicUrl + visit.url.pathname;
  return jsonAnswer({ items }, 200, { ...limitHeaders, ...(next ? { link: `<${address}?after=${next}>; rel="next"` } : {}) });
}

async function answerChange(operation: Change, caller: Caller): Promise<Response> {
  const { visit, token, limitHeaders } = caller;
  const { house } = visit;
  const body = await bodyOf(operation, visit);
  const digest = (use: string, value: unknown) => house.secrets.digest(use, JSON.stringify([token.id, value]));
  const keyDigest = digest('api call', idempotencyKey(visit));
  const bodyDigest = digest('api body', [visit.url.pathname, body]);
  const answer = await house.database.transaction(scopeOf(visit, operation.purpose), async (tx) => {
    const key = { customerId: token.customerId, keyDigest };
    await holdCall(tx, key);
    const before = await findReply(tx, key);
    if (before && !before.body_digest.equals(bodyDigest))
      throw new ApiProblem(422, 'key-used-before', 'The Idempotency-Key belongs to a call that sent something else.');
    if (before?.answer) return before.answer;
    const made = await operation.run(call(caller, tx, { body, after: undefined, clientId: uuidFrom(keyDigest) }));
    if (!before) await saveReply(tx, { ...key, bodyDigest, now: house.clock.now() }, operation.again === 'run' ? undefined : made);
    return made;
  });
  return jsonAnswer(answer, operation.status, limitHeaders);
}

async function bodyOf({ body }: Change, visit: Visit): Promise<unknown> {
  const read = await readJson(visit.request, body);
  if (read === undefined) throw new ApiProblem(422, 'wrong-body', 'The body is not what the OpenAPI document says.');
  return read;
}

function idempotencyKey({ request }: Visit): string {
  const key = request.headers.get('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{8,200}$/.test(key))
    throw new ApiProblem(400, 'missing-idempotency-key', 'Send an Idempotency-Key of 8 to 200 characters.');
  return key;
}

function jsonAnswer(body: unknown, status: number, headers: Record<string, string>): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}

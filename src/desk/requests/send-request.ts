import { randomUUID } from 'node:crypto';
import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import type { Operator } from '../../platform/visit.ts';
import { listLooksByLink, type LookByLink } from '../../privacy/index.ts';
import { idOfSending } from '../enquiries/enquiry.ts';
import {
  answerBy,
  canStillProve,
  isInForce,
  isOver,
  keptAfterAnswer,
  keptUnproved,
  type DataRequest,
  type RequestEvent,
  type RequestKind,
} from './request.ts';
import {
  deleteRequest,
  findByLink,
  findRequest,
  insertRequest,
  insertStep,
  listSteps,
  lockRequest,
  updateRequest,
} from './requests.queries.ts';

const answerLinkMs = 3_600_000;
const scopeOf = (leadsTo: string) => ({ purpose: 'answer-data-subject', leadsTo });

type Sent = { kind: RequestKind; email: string; body: string; language: 'sv' | 'en'; clientId: string };

/**
 * Stores what someone asks about their data and asks the address whether it was they (Art. 12(6)). The same is done, and
 * takes the same time, whether or not anything is held about the address (N-41).
 */
export async function sendRequest(house: House, { clientId, ...asked }: Sent): Promise<void> {
  const id = randomUUID();
  const at = house.clock.now();
  const client_id = idOfSending(clientId, [asked.kind, asked.email, asked.body]);
  await house.database.transaction(scopeOf(id), async (tx) => {
    const times = { received_at: at, answer_by: answerBy(at), due_at: keptUnproved(at) };
    if (!(await insertRequest(tx, { ...asked, ...times, id, client_id }))) return;
    await insertStep(tx, { requestId: id, state: 'received', actorId: null, at });
    await insertStep(tx, { requestId: id, state: 'identity', actorId: null, at });
    const { email: address, language } = asked;
    await postMail(tx, house.clock, { to: { address }, template: 'request-prove', language, about: { requestId: id } });
  });
}

/** The request whose link was sent to the address, while it can be confirmed; also once it has been. */
export async function findByProof(house: House, token: string): Promise<DataRequest | undefined> {
  const id = house.secrets.readToken('prove request', token);
  const found = id && (await house.database.transaction(scopeOf(id), (tx) => findRequest(tx, id)));
  return found && (found.state !== 'identity' || canStillProve(found, house.clock.now())) ? found : undefined;
}

/** The address has shown that it asked: the officer is told. Pressed twice, it is told once. False: not a link any more. */
export async function proveRequest(house: House, operator: Operator, token: string): Promise<string | undefined> {
  const id = house.secrets.readToken('prove request', token);
  if (!id) return undefined;
  return house.database.transaction(scopeOf(id), async (tx) => {
    const request = await lockRequest(tx, id);
    if (!request || (request.state === 'identity' && !canStillProve(request, house.clock.now()))) return undefined;
    if (request.state !== 'identity') return id;
    await insertStep(tx, { requestId: id, state: 'in_progress', actorId: null, at: house.clock.now() });
    await updateRequest(tx, id, { due_at: keptAfterAnswer(request.answer_by) });
    const to = { address: operator.dpoEmail.toLowerCase() };
    await postMail(tx, house.clock, { to, template: 'request-waiting', language: operator.language, about: { requestId: id } });
    return id;
  });
}

export type OwnRequest = { request: DataRequest; looks: LookByLink[] };

/** What the person may see at the lasting link: how far it is and who has read it, nothing that was written. */
export async function findOwnRequest(house: House, token: string): Promise<OwnRequest | undefined> {
  const id = house.secrets.readToken('own request', token);
  if (!id) return undefined;
  return house.database.transaction(scopeOf(id), async (tx) => {
    const request = await findRequest(tx, id);
    return request && { request, looks: await listLooksByLink(tx) };
  });
}

/** Sends a fresh link to the answer, to the address that asked. Every new link ends the one before it. */
export async function askForAnswerLink(house: House, token: string): Promise<boolean> {
  const id = house.secrets.readToken('own request', token);
  if (!id) return false;
  return house.database.transaction(scopeOf(id), async (tx) => {
    const request = await lockRequest(tx, id);
    if (!request || (!isOver(request.state) && request.state !== 'extended')) return false;
    const expires = new Date(house.clock.now().getTime() + answerLinkMs);
    await updateRequest(tx, id, { link_id: randomUUID(), link_expires_at: expires });
    const { email: address, language } = request;
    await postMail(tx, house.clock, { to: { address }, template: 'request-answer-link', language, about: { requestId: id } });
    return true;
  });
}

export type Answer = { request: DataRequest; steps: RequestEvent[] };

export async function findAnswer(house: House, token: string): Promise<Answer | undefined> {
  const linkId = house.secrets.readToken('request answer', token);
  if (!linkId) return undefined;
  return house.database.transaction(scopeOf(linkId), async (tx) => {
    const request = await findByLink(tx, linkId, house.clock.now());
    return request && { request, steps: await listSteps(tx, request.id) };
  });
}

/** N-12: the request itself goes when whoever made it wants it, once it has been answered. */
export async function removeRequest(house: House, token: string): Promise<boolean> {
  const answer = await findAnswer(house, token);
  // What is in force is lifted by the request, so that stays until then.
  if (!answer || !isOver(answer.request.state) || isInForce(answer.request)) return false;
  await house.database.transaction(acrossCustomers('erasure'), (tx) => deleteRequest(tx, answer.request.id));
  return true;
}

import { randomUUID } from 'node:crypto';
import { dataMap } from '../../../data-map/index.ts';
import type { Scope } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { postMails, postMail } from '../../platform/mail/post-mail.ts';
import {
  addPeriod,
  customersHolding,
  listLooksByLink,
  noteChoices,
  restrictAddress,
  settingAside,
  type LookByLink,
} from '../../privacy/index.ts';
import { asksRestriction, isOver, isTold, latestAnswerBy, stepsFrom, type HandedRequest, type RequestKind, type Step } from './request.ts';
import {
  findHanded,
  findOwnHanded,
  insertHanded,
  listAdmins,
  listHandedOf,
  listNamed,
  lockHanded,
  untilLifted,
  updateHanded,
} from './requests.queries.ts';

const { period } = dataMap.customer_request.retention;
const answerLinkMs = 3_600_000;
/** A request is about someone wherever they are. */
const handing = (accountId: string): Scope => ({ purpose: 'answer-data-subject', accountId, across: 'export' });
/** The secret link is the permission, and it leads to the one request. */
export const asAsker = (leadsTo: string): Scope => ({ purpose: 'answer-data-subject', leadsTo, across: 'export' });

export type Asked = {
  id: string;
  kind: RequestKind;
  email: string;
  body: string;
  language: 'sv' | 'en';
  received_at: Date;
  answer_by: Date;
};
export type Places = { customer: { id: string; name: string }; handed: { state: string; at: Date } | undefined }[];

/** The customers that answer for something about this person, by the map, and which of them have the request already. */
export async function placesOf(house: House, actorId: string, request: Pick<Asked, 'id' | 'email'>): Promise<Places> {
  const holding = await customersHolding(house, request.email);
  return house.database.transaction(handing(actorId), async (tx) => {
    const handed = new Map((await listHandedOf(tx, request.id)).map((one) => [one.id, one]));
    const customers = await listNamed(tx, [...new Set([...holding, ...handed.keys()])]);
    return customers.map((customer) => {
      const there = handed.get(customer.id);
      return { customer, handed: there && { state: there.state, at: there.handed_at } };
    });
  });
}

/** Hands a request over, once, and tells the customer's administrators and the person. False: the customer has nothing to do with it. */
export async function handOver(house: House, actorId: string, asked: Asked, customerId: string): Promise<boolean> {
  if (!(await customersHolding(house, asked.email)).includes(customerId)) return false;
  const { id: requestId, ...row } = asked;
  const at = house.clock.now();
  return house.database.transaction(handing(actorId), async (tx) => {
    if ((await listNamed(tx, [customerId])).length === 0) return false;
    const due_at = addPeriod(latestAnswerBy(asked.received_at), period);
    const made = await insertHanded(tx, { ...row, request_id: requestId, customer_id: customerId, handed_at: at, due_at });
    if (!made) return true;
    const admins = await listAdmins(tx, [customerId]);
    await postMails(
      tx,
      house.clock,
      admins.map(({ id, language }) => ({ to: { accountId: id }, template: 'handed-request', language, about: { customerId } })),
    );
    const { email: address, language } = asked;
    await postMail(tx, house.clock, { to: { address }, template: 'request-handed-over', language, about: { handedId: made.id } });
    return true;
  });
}

export type Decision = { step: Step; note: string; until: Date | undefined };

/** One step of the customer's own. The person is mailed that there is something to read. False: the step is not to be taken now. */
export async function stepHanded(house: House, scope: Scope, id: string, { step, note, until }: Decision): Promise<boolean> {
  const at = house.clock.now();
  const restricts = step === 'answered' && (await isForRestriction(house, scope, id));
  const done = await house.database.transaction(restricts ? settingAside(scope) : scope, async (tx) => {
    const locked = await lockHanded(tx, scope.customerId!, id);
    if (!locked || !stepsFrom(locked, at).includes(step)) return undefined;
    // Marked in the transaction that says so: what stops on the way leaves no mark that nobody lifts.
    if (restricts) await restrictAddress(tx, { requestId: id, email: locked.email, customerId: locked.customer_id });
    const later = step === 'extended' && until ? { answer_by: until, reminded: 0 } : {};
    const kept = isOver(step) ? { due_at: addPeriod(at, period) } : {};
    const aside = restricts ? { restricted_at: at, due_at: untilLifted } : {};
    await updateHanded(tx, id, { state: step, note, stepped_by: scope.accountId!, stepped_at: at, ...later, ...kept, ...aside });
    const { email: address, language } = locked;
    await postMail(tx, house.clock, { to: { address }, template: 'handed-answered', language, about: { handedId: id } });
    return locked;
  });
  if (done && restricts) await noteChoices(house, { email: done.email });
  return done !== undefined;
}

async function isForRestriction(house: House, scope: Scope, id: string): Promise<boolean> {
  const asked = await house.database.transaction(scope, (tx) => findHanded(tx, scope.customerId!, id));
  return asked !== undefined && asksRestriction(asked);
}

export type OwnHanded = { request: HandedRequest & { customer: string }; looks: LookByLink[] };

/** What the person may see at the lasting link: who has the request, how far it is and who has read it, nothing that was written. */
export async function findOwn(house: House, token: string): Promise<OwnHanded | undefined> {
  const id = house.secrets.readToken('handed request', token);
  if (!id) return undefined;
  return house.database.transaction(asAsker(id), async (tx) => {
    const request = await findOwnHanded(tx, id);
    return request && { request, looks: await listLooksByLink(tx) };
  });
}

/** Sends a fresh link to the answer, to the address that asked. Every new link ends the one before it. */
export async function sendHandedLink(house: House, token: string): Promise<boolean> {
  const id = house.secrets.readToken('handed request', token);
  if (!id) return false;
  return house.database.transaction(asAsker(id), async (tx) => {
    const found = await findOwnHanded(tx, id);
    if (!found || !isTold(found.state)) return false;
    const expires = new Date(house.clock.now().getTime() + answerLinkMs);
    await updateHanded(tx, id, { link_id: randomUUID(), link_expires_at: expires });
    const { email: address, language } = found;
    await postMail(tx, house.clock, { to: { address }, template: 'handed-answer-link', language, about: { handedId: id } });
    return true;
  });
}

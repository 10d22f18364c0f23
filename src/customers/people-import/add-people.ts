import { randomUUID } from 'node:crypto';
import { addDays } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { laterThanOthers, postMails } from '../../platform/mail/post-mail.ts';
import { takeOut } from '../groups/change-group.ts';
import { joinGroup } from '../groups/group-members.queries.ts';
import { deleteAddresses, insertInvitation } from '../invitation.queries.ts';
import { keptDays } from '../invite.ts';
import type { JudgedPerson } from './judge-people.ts';
import { insertAddresses, isMade, listUnused, markUndone } from './people-import.queries.ts';

const answerDays = 30;

type By = { customerId: string; groupId: string; actorId: string; clientId: string; language: 'sv' | 'en' };

/**
 * Those who are the customer's already join at once, everyone else is invited. However long the list is, it is written in a
 * handful of statements; the mails are sent by jobs. The same form twice adds nothing.
 */
export async function addPeople(tx: Tx, house: House, by: By, people: readonly JudgedPerson[]): Promise<void> {
  const { customerId, groupId } = by;
  if (await isMade(tx, customerId, by.clientId)) return;
  const invited = people.filter(({ verdict }) => verdict === 'new').map(({ email }) => email);
  const known = people.filter(({ verdict }) => verdict === 'member' || verdict === 'name-differs').map(({ accountId }) => accountId!);
  const now = house.clock.now();
  const invitationId = randomUUID();
  const made = { id: invitationId, customerId, groupId, clientId: by.clientId, senderId: by.actorId, role: 'student' as const };
  const expiresAt = addDays(now, answerDays);
  const limits = { maxUses: Math.max(1, invited.length), onlyListed: true, domains: [], createdAt: now, expiresAt, accessEndsAt: null };
  await insertInvitation(tx, { ...made, ...limits, courses: [] });
  const dueAt = addDays(expiresAt, keptDays);
  const { rows } = await insertAddresses(tx, { customerId, invitationId, dueAt }, invited);
  const { language } = by;
  const mails = rows.map(({ id, address }) => ({ to: { address }, template: 'invitation', language, about: { addressId: id } }));
  await postMails(tx, house.clock, mails, { priority: laterThanOthers });
  await joinGroup(tx, { customerId, groupId }, known, invitationId);
}

/** Takes back what nobody has accepted or begun, within a day. */
export async function undoAddedPeople(tx: Tx, place: { customerId: string; groupId: string }, invitationId: string): Promise<boolean> {
  if (!(await markUndone(tx, place, invitationId))) return false;
  await deleteAddresses(tx, place.customerId, invitationId);
  await takeOut(tx, place.customerId, place.groupId, await listUnused(tx, place, invitationId));
  return true;
}

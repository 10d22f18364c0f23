import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readPeopleList, seatFault, unknownColumns } from '../../keys/index.ts';
import { lookAtInvited } from '../look-at-invited.ts';
import type { Tx } from '../../platform/database.ts';
import { looksLikePersonalNumber } from '../../platform/personal-number.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { spreadsheetCsv } from '../../platform/spreadsheet-csv.ts';
import { customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { findSeats } from '../agreement/agreement.queries.ts';
import { customerAdmin } from '../customer-admin.ts';
import { lockGroup, findGroup, type Group } from '../groups/groups.queries.ts';
import { addPeople as add, undoAddedPeople as undo } from './add-people.ts';
import { isAddress, judgePeople, type JudgedPerson } from './judge-people.ts';
import { listAdded, listInvited, listKnownPeople } from './people-import.queries.ts';
import { ListPage } from './pages/list-page.tsx';
import { PeoplePreviewPage } from './pages/people-preview-page.tsx';
import { importWords } from './words.ts';

const purpose = 'administer-customer';
const mostPeople = 5000;
const mostBytes = 2 * 1024 * 1024;
const looked = ['account.given_name', 'account.family_name', 'account.email', 'membership.role'];

export const peopleList = (visit: Visit): Promise<Response> => listPage(visit, {}, []);

/** Tells row by row what would happen. Nothing is kept: the list goes back into the page. */
export async function checkPeopleList(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const form = await listForm(visit);
  if (!form.ok || form.typed['change']) return listPage(visit, form.typed, form.ok ? [] : form.errors);
  const { locale, house } = visit;
  const { group, people } = await house.database.transaction(scopeOf(visit, purpose), async (tx) => {
    const group = await openGroup(findGroup(tx, customerOf(visit).id, visit.params['group']!));
    return { group, people: await judge(tx, visit, form.value.list) };
  });
  return page(
    visit,
    { title: importWords[locale].previewTitle, width: 'wide' },
    <PeoplePreviewPage
      locale={locale}
      customer={customerOf(visit).slug}
      group={group}
      people={people}
      ignored={unknownColumns(form.typed['list'] ?? '')}
      typed={{ list: form.typed['list'] ?? '', client_id: form.value.client_id }}
    />,
  );
}

/** Judges the list once more, since time has passed, and adds those who can be added. */
export async function addPeople(visit: Visit): Promise<Response> {
  const actorId = customerAdmin(visit);
  const form = await listForm(visit);
  if (!form.ok) return listPage(visit, form.typed, form.errors);
  const { locale, house, params } = visit;
  const { id: customerId, slug } = customerOf(visit);
  const by = { customerId, groupId: params['group']!, actorId, clientId: form.value.client_id, language: locale };
  try {
    await house.database.transaction(scopeOf(visit, purpose), async (tx) => {
      await openGroup(lockGroup(tx, customerId, by.groupId));
      await add(tx, house, by, await judge(tx, visit, form.value.list));
    });
  } catch (error) {
    if (seatFault(error) !== 'no seat') throw error;
    return listPage(visit, form.typed, [{ name: 'list', text: importWords[locale].noSeat }]);
  }
  return redirect(`${href('group', { customer: slug, group: by.groupId })}?besked=tillagda`);
}

/** What became of a list, as a file for a spreadsheet. */
export async function addedPeople(visit: Visit): Promise<Response> {
  const actorId = customerAdmin(visit);
  const customerId = customerOf(visit).id;
  const of = { customerId, groupId: visit.params['group']!, invitationId: visit.params['invitation']!, actorId };
  const rows = await visit.house.database.transaction(scopeOf(visit, purpose), async (tx) => {
    const found = await listAdded(tx, of);
    if (!found) throw new NotFound();
    const subjects = found.map(({ account_id }) => account_id).filter((id) => id !== null);
    const waits = found.some(({ state }) => state === 'waiting');
    await lookAtInvited(tx, visit, { fields: looked, subjects, invitationIds: waits ? [of.invitationId] : [] });
    return found;
  });
  const text = importWords[visit.locale];
  const lines = [[text.address, text.verdict], ...rows.map(({ address, state }) => [address ?? '', text.states[state]])];
  return new Response(spreadsheetCsv(lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${text.fileName}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}

export async function undoAddedPeople(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { id: customerId, slug } = customerOf(visit);
  const { group, invitation } = visit.params as { group: string; invitation: string };
  await visit.house.database.transaction(scopeOf(visit, purpose), async (tx) => {
    if (!(await lockGroup(tx, customerId, group))) throw new NotFound();
    await undo(tx, { customerId, groupId: group }, invitation);
  });
  return redirect(`${href('group', { customer: slug, group })}?besked=angrad`);
}

/** A group that has ended takes nobody in. */
async function openGroup(found: Promise<Group | undefined>): Promise<Group> {
  const group = await found;
  if (!group || group.ended_at) throw new NotFound();
  return group;
}

async function judge(tx: Tx, visit: Visit, list: ReturnType<typeof readPeopleList>): Promise<JudgedPerson[]> {
  const at = { customerId: customerOf(visit).id, groupId: visit.params['group']!, actorId: customerAdmin(visit) };
  const emails = [...new Set(list.map(({ email }) => email).filter(isAddress))];
  const people = await listKnownPeople(tx, at, emails);
  const invited = await listInvited(tx, at, emails);
  await lookAtInvited(tx, visit, { fields: looked, subjects: people.map(({ id }) => id), ...invited });
  const seats = await findSeats(tx, at.customerId);
  const freeSeats = seats && Math.max(0, seats.seats - seats.used - seats.reserved);
  return judgePeople(list, { people, invited: invited.addresses, freeSeats });
}

async function listForm({ request, locale }: Visit) {
  const text = importWords[locale];
  const list = z
    .string(text.listMissing)
    .refine((typed) => !looksLikePersonalNumber(typed), text.personalNumber)
    .transform(readPeopleList)
    .refine((people) => people.some(({ email }) => email !== ''), text.listMissing)
    .refine((people) => people.length <= mostPeople, text.listLong);
  const client_id = z.uuid().catch(() => randomUUID());
  const form = await readForm(request, z.object({ client_id, list }), mostBytes);
  return { ...form, typed: form.typed.one };
}

async function listPage(visit: Visit, typed: Record<string, string>, errors: FieldError[]): Promise<Response> {
  customerAdmin(visit);
  const { house, locale, params } = visit;
  const customer = customerOf(visit);
  const group = await house.database.transaction(scopeOf(visit, purpose), (tx) => openGroup(findGroup(tx, customer.id, params['group']!)));
  return page(
    visit,
    { title: importWords[locale].title, status: errors.length > 0 ? 422 : 200, scripts: ['read-list'] },
    <ListPage {...{ locale, group, errors }} customer={customer.slug} typed={{ client_id: randomUUID(), ...typed }} />,
  );
}

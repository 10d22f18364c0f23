import { z } from 'zod';
import { readForm } from '../../platform/read-body.ts';
import { actorOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { addressOf } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { deskWords } from './desk-words.ts';
import { enquiryStates, type Desk } from './enquiry.ts';
import { readPlace, writePlace } from './inbox-place.ts';
import { enquiriesPerPage, listEnquiries, type InboxFilter, type InboxRow } from './inbox.queries.ts';
import { fieldsOfInbox, lookAtEnquiries } from './look-at-enquiries.ts';
import { inboxOf, InboxPage } from './pages/inbox-page.tsx';

export const enquiries = (visit: Visit) => showInbox(visit, 'support', filterIn(visit), visit.url.searchParams.get('efter'));
export const dpoEnquiries = (visit: Visit) => showInbox(visit, 'dpo', filterIn(visit), visit.url.searchParams.get('efter'));

export const searchEnquiries = (visit: Visit) => search(visit, 'support');
export const searchDpoEnquiries = (visit: Visit) => search(visit, 'dpo');

/** Posted: whom a search is for must not stand in an address (E-04). What else is chosen may, and is led to one. */
async function search(visit: Visit, desk: Desk): Promise<Response> {
  const text = z.string().trim().catch('');
  const form = await readForm(visit.request, z.object({ search: text, lage: text, ansvarig: text, after: text }));
  const { search, after, ...chosen } = form.ok ? form.value : { search: '', after: '', lage: '', ansvarig: '' };
  const filter = { ...filterOf((name) => chosen[name]), search };
  if (search.length > 100) return showInbox(visit, desk, filter, null, deskWords[visit.locale].search.tooLong);
  if (search !== '' || after !== '') return showInbox(visit, desk, filter, after);
  if (!actorOf(visit).operatorRoles.includes(desk)) throw new NotFound();
  return redirect(addressOf(href(inboxOf(desk)), Object.entries(chosen)));
}

const filterIn = ({ url }: Visit): InboxFilter => filterOf((name) => url.searchParams.get(name));

function filterOf(valueOf: (name: 'lage' | 'ansvarig') => string | null): InboxFilter {
  const state = enquiryStates.find((one) => one === valueOf('lage'));
  const assigned = (['mine', 'nobody'] as const).find((one) => one === valueOf('ansvarig'));
  return { state: state ?? 'all', assigned: assigned ?? 'all', search: '' };
}

async function showInbox(visit: Visit, desk: Desk, filter: InboxFilter, from: string | null, error?: string): Promise<Response> {
  const { locale, house } = visit;
  const { accountId, operatorRoles } = actorOf(visit);
  if (!operatorRoles.includes(desk)) throw new NotFound();
  const after = readPlace(from);
  const { rows, next } = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => {
    const found = error ? [] : await listEnquiries(tx, { desk, filter, me: accountId, after });
    const rows = found.slice(0, enquiriesPerPage);
    const ids = rows.map(({ id }) => id);
    await lookAtEnquiries(tx, visit, desk, fieldsOfInbox, ids);
    return { rows, next: found.length > rows.length ? rows.at(-1) : undefined };
  });
  const props = { locale, now: house.clock.now(), desk, filter, me: accountId, rows, next: next && placeOf(next), isFirst: !after, error };
  return page(visit, { title: deskWords[locale].inbox[desk].title, width: 'wide', status: error ? 422 : 200 }, <InboxPage {...props} />);
}

const placeOf = ({ id, waiting_since, target_at, last_sent_at }: InboxRow): string =>
  writePlace({ isWaiting: waiting_since !== null, at: waiting_since ? (target_at ?? waiting_since) : last_sent_at, id });

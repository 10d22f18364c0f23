import { z } from 'zod';
import { acrossCustomers } from '../platform/database.ts';
import { readForm } from '../platform/read-body.ts';
import { redirect, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { faultText, stateText } from './fault-text.ts';
import { isHolder, ownEmail } from './holder.ts';
import { parseKey } from './key.ts';
import { keyHash } from './key-hash.ts';
import { keyState } from './key-state.ts';
import { findKeyByHash, type KeyRow } from './keys.queries.ts';
import { minutesToWaitForKey, rightKey, wrongKey } from './limits.ts';
import { KeyPage } from './pages/key-page.tsx';
import { words } from './words.ts';

export function key(visit: Visit): Response {
  const declined = visit.url.searchParams.has('avstod');
  return keyPage(visit, { ...(declined ? { flash: { kind: 'done' as const, text: words[visit.locale].key.declined } } : {}) });
}

export async function redeemKey(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, z.object({ key: z.string().catch('') }));
  const typed = form.ok ? form.value.key : '';
  const parsed = parseKey(typed);
  if ('fault' in parsed) return keyPage(visit, { typed, error: faultText(parsed.fault, visit.locale) });
  const minutes = await minutesToWaitForKey(visit);
  if (minutes !== undefined) return tooMany(visit, typed, minutes);
  const found = await visit.house.database.transaction(acrossCustomers('key redemption'), (tx) =>
    findKeyByHash(tx, keyHash(visit.house.secrets, parsed.key)),
  );
  await (found ? rightKey(visit) : wrongKey(visit));
  return found ? onward(visit, found, typed) : keyPage(visit, { typed, error: words[visit.locale].fault.unknown });
}

/** Where a real key leads: to the course, to joining it, or to proving whose the key is. */
async function onward(visit: Visit, found: KeyRow, typed: string): Promise<Response> {
  const { actor, house, locale } = visit;
  if (actor && found.redeemed_by === actor.accountId) {
    return redirect(href('continueCourse', { customer: found.customer_slug, course: found.course_slug }));
  }
  const state = keyState(found, house.clock.now());
  if (state !== 'open') return keyPage(visit, { typed, error: stateText(state, found, locale) });
  const token = house.secrets.token('key', found.id);
  if (!actor) return redirect(href('keyOwner', { token }));
  if (!isHolder(found, await ownEmail(visit))) return keyPage(visit, { typed, error: words[locale].fault.otherAddress });
  return redirect(href('join', { token }));
}

function tooMany(visit: Visit, typed: string, minutes: number): Response {
  const text = words[visit.locale];
  const response = keyPage(visit, { typed, error: text.fault.tooMany(text.minutes(minutes)), status: 429 });
  response.headers.set('retry-after', String(minutes * 60));
  return response;
}

type Shown = { typed?: string; error?: string; status?: number; flash?: { kind: 'done'; text: string } };

function keyPage(visit: Visit, { typed, error, status = error ? 422 : 200, flash }: Shown): Response {
  const { title, description } = words[visit.locale].key;
  return page(
    visit,
    { title, description, status, width: 'narrow', scripts: ['key-check'], ...(flash ? { flash } : {}) },
    <KeyPage locale={visit.locale} typed={typed} error={error} signedIn={visit.actor !== undefined} />,
  );
}

import { z } from 'zod';
import { dataMap, type Entry } from '../../data-map/index.ts';
import { cookie, withCookie } from '../platform/cookies.ts';
import { acrossCustomers } from '../platform/database.ts';
import { readForm } from '../platform/read-body.ts';
import { actorOf, NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { closeAccount, erasureDueAt, reopenAccount } from './close-account.ts';
import { eraseForever, findReceipt, type Receipt } from './erase.ts';
import { countTables } from './export.ts';
import { findOwnAccount, listLooks, rectifyAccount } from './my-data.queries.ts';
import { ClosedPage, ClosingPage, ErasedPage, ReopenPage } from './pages/closing-page.tsx';
import { MyDataPage, type MyDataForm } from './pages/my-data-page.tsx';
import { personalTables } from './paths.ts';
import { receiptToken } from './receipts/find-erasure.ts';
import { liftRestriction, listRestrictions, objectionable, objectTo, restrict, withdrawObjection } from './restrict.ts';
import { words } from './words.ts';

const looksShown = 50;

export async function myData(visit: Visit): Promise<Response> {
  const text = words[visit.locale];
  const saved = visit.url.searchParams.get('besked') === 'sparat';
  return myDataPage(visit, undefined, saved ? { kind: 'done', text: text.saved } : undefined);
}

async function myDataPage(visit: Visit, form: MyDataForm | undefined, flash?: { kind: 'done'; text: string }): Promise<Response> {
  const { accountId } = actorOf(visit);
  const counts = await countTables(visit.house, accountId);
  const restrictions = await listRestrictions(visit.house, accountId);
  const restricted = restrictions.some(({ kind }) => kind === 'restriction');
  const objections = restrictions.flatMap(({ purpose }) => purpose ?? []);
  const { account, looks } = await visit.house.database.transaction(acrossCustomers('export'), async (tx) => ({
    account: await findOwnAccount(tx, accountId),
    looks: await listLooks(tx, accountId, looksShown),
  }));
  if (!account) throw new NotFound();
  const options = {
    title: words[visit.locale].title,
    width: 'wide',
    status: form?.errors.length ? 422 : 200,
    ...(flash ? { flash } : {}),
  } as const;
  const tables = personalTables(dataMap as Record<string, Entry>).map(([table, entry]) => ({ table, entry, count: counts[table] ?? 0 }));
  return page(
    visit,
    options,
    <MyDataPage
      locale={visit.locale}
      account={account}
      form={form}
      tables={tables}
      looks={looks}
      restricted={restricted}
      objections={objections}
      operator={visit.operator!}
    />,
  );
}

/** Art. 16: the person corrects what the map marks as theirs to correct. */
export async function rectify(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const text = words[visit.locale];
  const name = z.string().trim().max(100, text.tooLong);
  const form = await readForm(
    visit.request,
    z.object({ given_name: name, family_name: name, language: z.enum(['sv', 'en'], text.chooseLanguage) }),
  );
  if (!form.ok) return myDataPage(visit, { values: form.typed.one, errors: form.errors });
  await visit.house.database.transaction(scopeOf(visit, 'identify-user'), (tx) => rectifyAccount(tx, accountId, form.value));
  return redirect(`${href('myData')}?besked=sparat`);
}

export async function closing(visit: Visit, error?: string): Promise<Response> {
  const { accountId, closed } = actorOf(visit);
  const text = words[visit.locale];
  if (closed) {
    const account = await visit.house.database.transaction(scopeOf(visit, 'identify-user'), (tx) => findOwnAccount(tx, accountId));
    return page(visit, { title: text.reopenTitle, width: 'narrow' }, <ReopenPage locale={visit.locale} dueAt={account!.erase_due_at!} />);
  }
  const counts = await countTables(visit.house, accountId);
  const tables = personalTables(dataMap as Record<string, Entry>).map(([table, entry]) => ({ table, entry, count: counts[table] ?? 0 }));
  const dueAt = erasureDueAt(visit.house.clock.now());
  return page(
    visit,
    { title: text.closeTitle, status: error ? 422 : 200 },
    <ClosingPage locale={visit.locale} tables={tables.filter(({ count }) => count > 0)} dueAt={dueAt} error={error} />,
  );
}

export async function saveClosing(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const text = words[visit.locale];
  const form = await readForm(
    visit.request,
    z.object({ how: z.enum(['close', 'erase']).catch('close'), understand: z.string().optional() }),
  );
  const now = form.ok && form.value.how === 'erase';
  if (now && form.value.understand !== 'yes') return closing(visit, text.understandNeeded);
  const dueAt = erasureDueAt(visit.house.clock.now());
  const erasureId = now ? (await eraseForever(visit.house, [accountId], 'request'))[0] : undefined;
  const receipt = erasureId ? ((await findReceipt(visit.house, erasureId))?.receipt as Receipt | undefined) : undefined;
  if (!now) await closeAccount(visit.house, accountId);
  const left: Visit = { ...visit, actor: undefined };
  const response = now
    ? page(
        left,
        { title: receipt?.held ? text.heldTitle : text.erasedTitle, width: 'narrow' },
        <ErasedPage
          locale={visit.locale}
          erasureId={erasureId ?? ''}
          token={receiptToken(visit.house, erasureId ?? '')}
          receipt={receipt}
        />,
      )
    : page(left, { title: text.closedTitle, width: 'narrow' }, <ClosedPage locale={visit.locale} dueAt={dueAt} />);
  return withCookie(response, cookie(visit.house.publicUrl, 'session', '', 0));
}

/** Art. 18: the person restricts their data themselves, and lifts it again. */
export async function saveRestriction(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const form = await readForm(visit.request, z.object({ restriction: z.enum(['on', 'off']) }));
  if (!form.ok) throw new NotFound();
  await (form.value.restriction === 'on' ? restrict(visit.house, accountId) : liftRestriction(visit.house, accountId));
  return redirect(`${href('myData')}?besked=sparat`);
}

/** Art. 21: the person objects to a purpose that rests on a legitimate interest, and takes it back. */
export async function saveObjection(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const form = await readForm(visit.request, z.object({ purpose: z.enum(objectionable), objection: z.enum(['on', 'off']) }));
  if (!form.ok) throw new NotFound();
  const { purpose, objection } = form.value;
  await (objection === 'on' ? objectTo(visit.house, accountId, purpose) : withdrawObjection(visit.house, accountId, purpose));
  return redirect(`${href('myData')}?besked=sparat`);
}

export async function saveReopening(visit: Visit): Promise<Response> {
  await reopenAccount(visit.house, actorOf(visit).accountId);
  return redirect(href('home'));
}

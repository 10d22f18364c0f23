import { z } from 'zod';
import { dataMap, type Entry } from '../../data-map/index.ts';
import { acrossCustomers } from '../platform/database.ts';
import { readForm } from '../platform/read-body.ts';
import { actorOf, NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { countTables } from './export.ts';
import { findOwnAccount, listLooks, rectifyAccount } from './my-data.queries.ts';
import { MyDataPage, type MyDataForm } from './pages/my-data-page.tsx';
import { personalTables } from './paths.ts';
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
  const { account, looks } = await visit.house.database.transaction({ ...acrossCustomers('export'), accountId }, async (tx) => ({
    account: await findOwnAccount(tx, accountId),
    looks: await listLooks(tx, looksShown),
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
      decisions={counts['terms_decision'] ?? 0}
      operator={visit.operator!}
      register={visit.house.register}
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

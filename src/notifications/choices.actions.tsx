import { z } from 'zod';
import { readForm, type FieldError } from '../platform/read-body.ts';
import { actorOf, customerOf, NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { choicesIn, customersEvents, rhythmForm, rhythmIn } from './choices.ts';
import {
  findRhythm,
  listCustomerChoices,
  listOwnChoices,
  saveCustomerChoices,
  saveOwnChoices,
  saveRhythm,
  type Allowed,
} from './notifications.queries.ts';
import { ChoicesPage, CustomerChoicesPage } from './pages/choices-pages.tsx';
import { typedRhythm } from './pages/typed-rhythm.ts';
import { words } from './words.ts';

export async function notificationChoices(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const { choices, rhythm } = await visit.house.database.transaction(scopeOf(visit, 'inform'), async (tx) => ({
    choices: await listOwnChoices(tx, accountId),
    rhythm: await findRhythm(tx, accountId),
  }));
  return showChoices(visit, choices, typedRhythm(rhythm), []);
}

export async function saveNotificationChoices(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const form = await readForm(visit.request, rhythmForm(visit.locale));
  const choices = choicesIn(form.typed.one);
  if (!form.ok) return showChoices(visit, choices, form.typed.one, form.errors);
  await visit.house.database.transaction(scopeOf(visit, 'inform'), async (tx) => {
    await saveOwnChoices(tx, accountId, choices);
    await saveRhythm(tx, accountId, rhythmIn(form.value));
  });
  return redirect(`${href('notificationChoices')}?besked=sparat`);
}

function showChoices(visit: Visit, choices: readonly Allowed[], typed: Record<string, string>, errors: FieldError[]): Response {
  const { locale, url } = visit;
  const text = words[locale].choices;
  const isSaved = url.searchParams.get('besked') === 'sparat' && errors.length === 0;
  return page(
    visit,
    {
      title: text.title,
      status: errors.length > 0 ? 422 : 200,
      ...(isSaved ? { flash: { kind: 'done', text: text.saved } as const } : {}),
    },
    <ChoicesPage locale={locale} isStaff={actorOf(visit).operatorRoles.length > 0} choices={choices} typed={typed} errors={errors} />,
  );
}

/** What reaches a customer's people at all: for its administrators. */
export async function customerNotifications(visit: Visit): Promise<Response> {
  const { id, name } = adminsCustomer(visit);
  const { locale, url, house } = visit;
  const text = words[locale].customer;
  const choices = await house.database.transaction(scopeOf(visit, 'administer-customer'), (tx) => listCustomerChoices(tx, id));
  const saved = url.searchParams.get('besked') === 'sparat' ? { flash: { kind: 'done', text: text.saved } as const } : {};
  return page(
    visit,
    { title: text.title, ...saved },
    <CustomerChoicesPage locale={locale} customer={{ ...customerOf(visit), name }} choices={choices} />,
  );
}

export async function saveCustomerNotifications(visit: Visit): Promise<Response> {
  const { id, slug } = adminsCustomer(visit);
  const form = await readForm(visit.request, z.looseObject({}));
  const choices = choicesIn(form.typed.one, customersEvents);
  await visit.house.database.transaction(scopeOf(visit, 'administer-customer'), (tx) => saveCustomerChoices(tx, id, choices));
  return redirect(`${href('customerNotifications', { customer: slug })}?besked=sparat`);
}

function adminsCustomer(visit: Visit) {
  if (!actorOf(visit).roles.includes('customer_admin')) throw new NotFound();
  return customerOf(visit);
}

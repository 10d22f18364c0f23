import { readForm, type FieldError } from '../../platform/read-body.ts';
import type { Scope } from '../../platform/database.ts';
import { customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { controllerSeen } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { customerAdmin } from '../customer-admin.ts';
import { runsCustomers } from '../register/runs-customers.ts';
import { contactForm, contactsIn, fieldsOf, missingOf, typedIn } from './contact-form.ts';
import { saveContacts } from './contacts.queries.ts';
import { tellNamed } from './mails.ts';
import { ContactsPage } from './pages/contacts-page.tsx';
import { contactWords } from './words.ts';

/** Whose details, who may change them, and where one comes from: the customer's administrator in its own rooms, the operator from its card. */
type Place = { id: string; scope: Scope; action: string; back: string; name: string | undefined; at: 'own customer' | 'desk' };

function ownPlace(visit: Visit): Place {
  customerAdmin(visit);
  const { id, slug: customer, name } = customerOf(visit);
  const back = href('agreement', { customer });
  return {
    id,
    scope: scopeOf(visit, 'administer-customer'),
    action: href('saveCustomerContact', { customer }),
    back,
    name,
    at: 'own customer',
  };
}

function cardPlace(visit: Visit): Place {
  runsCustomers(visit);
  const organisation = visit.params['organisation']!;
  const scope = { ...scopeOf(visit, 'administer-customer'), customerId: organisation };
  const action = href('saveOrganisationContact', { organisation });
  return { id: organisation, scope, action, back: href('customerCard', { organisation }), name: undefined, at: 'desk' };
}

export const customerContact = (visit: Visit): Promise<Response> => show(visit, ownPlace(visit));
export const saveCustomerContact = (visit: Visit): Promise<Response> => save(visit, ownPlace(visit));
export const organisationContact = (visit: Visit): Promise<Response> => show(visit, cardPlace(visit));
export const saveOrganisationContact = (visit: Visit): Promise<Response> => save(visit, cardPlace(visit));

type Refused = { typed: Record<string, string>; errors: readonly FieldError[] };

async function show(visit: Visit, place: Place, refused?: Refused): Promise<Response> {
  const { locale, url } = visit;
  const controller = await controllerSeen(visit, place.id, place.scope, place.at);
  if (!controller) throw new NotFound();
  const text = contactWords[locale];
  const isSaved = url.searchParams.get('besked') === 'sparat' && !refused;
  return page(
    visit,
    { title: text.title, status: refused ? 422 : 200, ...(isSaved ? { flash: { kind: 'done', text: text.saved } as const } : {}) },
    <ContactsPage
      locale={locale}
      action={place.action}
      over={{ href: place.back, text: place.name ?? controller.name }}
      typed={refused?.typed ?? fieldsOf(controller.contacts)}
      errors={refused?.errors ?? []}
    />,
  );
}

async function save(visit: Visit, place: Place): Promise<Response> {
  const { locale, house } = visit;
  const form = await readForm(visit.request, contactForm(locale));
  // What is wrong and what is missing are told together.
  const wrong = form.ok ? [] : form.errors;
  const missing = missingOf(typedIn(form.typed.one), locale).filter(({ name }) => !wrong.some((fault) => fault.name === name));
  const errors = [...wrong, ...missing];
  if (!form.ok || errors.length > 0) return show(visit, place, { typed: form.typed.one, errors });
  await house.database.transaction(place.scope, async (tx) => {
    const named = await saveContacts(tx, place.id, contactsIn(form.value), house.clock.now());
    await tellNamed(tx, house, named, locale);
  });
  return redirect(`${place.action}?besked=sparat`);
}

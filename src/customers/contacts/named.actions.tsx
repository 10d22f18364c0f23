import type { Scope } from '../../platform/database.ts';
import { NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { listLooksByLink } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { removeName } from './contacts-named.ts';
import { readContactToken } from './contact-token.ts';
import { findNamed, nameOfCustomer } from './contacts.queries.ts';
import { namedWords } from './named-words.ts';
import { NamedPage } from './pages/named-page.tsx';

/** The link is its own permission: it leads to these contact details and to nothing else. */
function opened({ house, params }: Visit): { id: string; scope: Scope } {
  const id = readContactToken(house, params['token']!);
  if (!id) throw new NotFound();
  return { id, scope: { purpose: 'accountability', leadsTo: id } };
}

/** N-60 and Art. 14 for those whom a customer has named: what is stated, who sees it and who has looked. */
export async function namedContact(visit: Visit): Promise<Response> {
  const { locale, house, params, url } = visit;
  const { id, scope } = opened(visit);
  const found = await house.database.transaction(scope, async (tx) => {
    const contact = await findNamed(tx, id);
    return contact && { contact, looks: await listLooksByLink(tx) };
  });
  if (!found) throw new NotFound();
  const { customer_id: customerId } = found.contact;
  const customer = await house.database.transaction({ purpose: 'accountability', customerId }, (tx) => nameOfCustomer(tx, customerId));
  const text = namedWords[locale];
  const isRemoved = url.searchParams.get('besked') === 'borttaget' && found.contact.name === '';
  return page(
    visit,
    { title: text.title, ...(isRemoved ? { flash: { kind: 'done', text: text.removed } as const } : {}) },
    <NamedPage locale={locale} token={params['token']!} customer={customer} {...found} />,
  );
}

/** N-44: the name at a function's address goes at the word of whoever reads there (Art. 17, 21). */
export async function removeContactName(visit: Visit): Promise<Response> {
  const { house, params } = visit;
  const { id, scope } = opened(visit);
  if (!(await house.database.transaction(scope, (tx) => findNamed(tx, id)))) throw new NotFound();
  await removeName(house, scope, id);
  return redirect(`${href('namedContact', { token: params['token']! })}?besked=borttaget`);
}

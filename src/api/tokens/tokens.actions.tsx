import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { addDays } from '../../platform/clock.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { afterIn, chosenIn, searchedIn } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { customerAdmin } from '../customer-admin.ts';
import { digestOf } from '../enter-with-token.ts';
import { scopes } from '../scopes.ts';
import { words } from '../words.ts';
import { MadeTokenPage, TokensPage, type TokensPageProps } from './tokens-page.tsx';
import { insertToken, listTokens, revokeToken, tokensPerPage, tokenStates } from './tokens.queries.ts';

const purpose = 'administer-customer';

const blank = () => ({ name: '', scopes: [], days: '90', clientId: randomUUID() });

export const apiTokens = (visit: Visit): Promise<Response> => showTokens(visit, blank(), []);

async function showTokens(visit: Visit, typed: TokensPageProps['typed'], errors: FieldError[]): Promise<Response> {
  customerAdmin(visit);
  const { house, locale, url } = visit;
  const customer = customerOf(visit);
  const wanted = { name: searchedIn(url), state: chosenIn(url, 'lage', tokenStates), after: afterIn(url) };
  const found = await house.database.transaction(scopeOf(visit, purpose), (tx) => listTokens(tx, customer.id, wanted));
  const rows = found.slice(0, tokensPerPage);
  const next = found.length > rows.length ? rows.at(-1)?.id : undefined;
  const text = words[locale];
  const flash = url.searchParams.get('besked') === 'aterkallad' ? { flash: { kind: 'done' as const, text: text.saidRevoked } } : {};
  return page(
    visit,
    { title: text.title, width: 'wide', status: errors.length > 0 ? 422 : 200, ...flash },
    <TokensPage {...{ locale, customer, wanted, rows, next, typed, errors }} now={house.clock.now()} />,
  );
}

function tokenForm(locale: Locale) {
  const text = words[locale];
  return z.object({
    client_id: z.string().regex(idPattern),
    name: z.string(text.nameMissing).trim().min(1, text.nameMissing).max(80, text.nameTooLong),
    scopes: z.preprocess((value) => [value ?? []].flat(), z.array(z.enum(scopes, text.scopesMissing)).min(1, text.scopesMissing)),
    days: z.enum(['30', '90', '365'], text.daysMissing),
  });
}

/** Shown in this very answer and never again: only its digest is kept. */
export async function makeApiToken(visit: Visit): Promise<Response> {
  const madeBy = customerAdmin(visit);
  const { house, locale } = visit;
  const form = await readForm(visit.request, tokenForm(locale));
  if (!form.ok) {
    const { name = '', days = '', client_id: sent = '' } = form.typed.one;
    const clientId = idPattern.test(sent) ? sent : randomUUID();
    return showTokens(visit, { name, days, clientId, scopes: form.typed.all['scopes'] ?? [] }, form.errors);
  }
  const { value } = form;
  const customer = customerOf(visit);
  const token = `kursiv_${randomBytes(32).toString('base64url')}`;
  const isNew = await house.database.transaction(scopeOf(visit, purpose), (tx) =>
    insertToken(tx, {
      customerId: customer.id,
      clientId: value.client_id,
      madeBy,
      name: value.name,
      scopes: value.scopes,
      digest: digestOf(house, token),
      expiresAt: addDays(house.clock.now(), Number(value.days)),
    }),
  );
  const shown = isNew ? token : undefined;
  return page(visit, { title: words[locale].madeTitle }, <MadeTokenPage locale={locale} customer={customer.slug} token={shown} />);
}

export async function revokeApiToken(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { id, slug } = customerOf(visit);
  const scope = scopeOf(visit, purpose);
  const revoked = await visit.house.database.transaction(scope, (tx) => revokeToken(tx, id, visit.params['access']!));
  if (!revoked) throw new NotFound();
  return redirect(`${href('apiTokens', { customer: slug })}?besked=aterkallad`);
}

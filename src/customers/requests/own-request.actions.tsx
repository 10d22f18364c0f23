import { redirect, type Visit } from '../../platform/visit.ts';
import { beginningOf, exportTablesAtCustomer } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { asAsker, findOwn, sendHandedLink } from './hand-over.ts';
import { HandedAnswerPage, HandedLinkEndedPage, OwnHandedPage } from './pages/own-pages.tsx';
import { holdsData } from './request.ts';
import { findByAnswerLink } from './requests.queries.ts';
import { receiptOf } from './erase-handed.ts';
import { handedWords } from './words.ts';

const tokenOf = (visit: Visit): string => visit.params['token'] ?? '';

/** Links that are their own permission are kept by no one on the way. */
function neverStored(response: Response): Response {
  response.headers.set('cache-control', 'private, no-store');
  return response;
}

const ended = (visit: Visit): Response =>
  page(visit, { title: handedWords[visit.locale].endedTitle, width: 'narrow', status: 404 }, <HandedLinkEndedPage locale={visit.locale} />);

export async function ownHanded(visit: Visit): Promise<Response> {
  const { locale, house, url } = visit;
  const found = await findOwn(house, tokenOf(visit));
  if (!found) return ended(visit);
  const text = handedWords[locale];
  const sent = url.searchParams.has('besked') ? { flash: { kind: 'done', text: text.linkSent } as const } : {};
  const shown = <OwnHandedPage locale={locale} token={tokenOf(visit)} {...found} />;
  return neverStored(page(visit, { title: text.ownTitle, ...sent }, shown));
}

export async function askForHandedLink(visit: Visit): Promise<Response> {
  const sent = await sendHandedLink(visit.house, tokenOf(visit));
  return sent ? redirect(`${href('ownHanded', { token: tokenOf(visit) })}?besked=skickat`) : ended(visit);
}

/** Behind the link that was sent to the address within the hour: the letter, and what this customer holds under the address. */
export async function handedAnswer(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const linkId = house.secrets.readToken('handed answer', tokenOf(visit));
  const request = linkId && (await house.database.transaction(asAsker(linkId), (tx) => findByAnswerLink(tx, linkId, house.clock.now())));
  if (!request) return ended(visit);
  const gives = request.state === 'answered' && holdsData(request.kind);
  const tables = gives ? await beginningOf(await exportTablesAtCustomer(house, request.email, request.customer_id)) : undefined;
  const receipt = receiptOf(house, request);
  const shown = <HandedAnswerPage locale={locale} request={request} tables={tables} receipt={receipt} />;
  return neverStored(page(visit, { title: handedWords[locale].ownTitle }, shown));
}

import type { House } from '../../platform/house.ts';
import { NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { beginningOf, exportTablesAtCustomer, extractFile, extractFolder } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { pdfAnswer } from '../agreement/agreement-pdf.ts';
import { asAsker, findOwn, sendHandedLink, type OwnHanded } from './hand-over.ts';
import { letterPdf } from './letter.ts';
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
  return neverStored(page(visit, { title: text.ownTitle, width: 'wide', ...sent }, shown));
}

export async function askForHandedLink(visit: Visit): Promise<Response> {
  const sent = await sendHandedLink(visit.house, tokenOf(visit));
  return sent ? redirect(`${href('ownHanded', { token: tokenOf(visit) })}?besked=skickat`) : ended(visit);
}

type Answered = OwnHanded['request'];

/** The request whose answer the link of the hour leads to. */
async function findAnswered({ house, ...visit }: Visit): Promise<Answered | undefined> {
  const linkId = house.secrets.readToken('handed answer', visit.params['token'] ?? '');
  return linkId ? house.database.transaction(asAsker(linkId), (tx) => findByAnswerLink(tx, linkId, house.clock.now())) : undefined;
}

const gives = ({ state, kind }: Answered): boolean => state === 'answered' && holdsData(kind);
const dataOf = (house: House, { email, customer_id }: Answered, files = true) =>
  exportTablesAtCustomer(house, email, customer_id, { files });

/** Behind the link that was sent to the address within the hour: the letter, and what this customer holds under the address. */
export async function handedAnswer(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const request = await findAnswered(visit);
  if (!request) return ended(visit);
  const tables = gives(request) ? await beginningOf(await dataOf(house, request)) : undefined;
  const props = { locale, token: tokenOf(visit), request, tables, receipt: receiptOf(house, request), register: house.register };
  return neverStored(page(visit, { title: handedWords[locale].ownTitle }, <HandedAnswerPage {...props} />));
}

export async function handedAnswerLetter(visit: Visit): Promise<Response> {
  const request = await findAnswered(visit);
  if (!request) throw new NotFound();
  const { locale } = visit;
  return pdfAnswer(await letterPdf(request, request.customer, locale), locale === 'sv' ? 'svar' : 'answer');
}

async function findGiven(visit: Visit): Promise<Answered> {
  const request = await findAnswered(visit);
  if (!request || !gives(request)) throw new NotFound();
  return request;
}

/** Art. 15(3) and 20: all that the customer holds under the address, as a file for computers. */
export async function handedExtract(visit: Visit): Promise<Response> {
  const request = await findGiven(visit);
  return extractFile(visit, await dataOf(visit.house, request), { address: request.email });
}

/** The same as a folder to keep: to read, for spreadsheets and for computers. */
export async function handedFolder(visit: Visit): Promise<Response> {
  const request = await findGiven(visit);
  return extractFolder(visit, { address: request.email }, (files) => dataOf(visit.house, request, files));
}

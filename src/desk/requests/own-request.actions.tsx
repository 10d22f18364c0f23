import { pdfAnswer } from '../../customers/index.ts';
import { NotFound, operatorOf, redirect, type Visit } from '../../platform/visit.ts';
import { beginningOf, exportTablesOfAddress, extractFile, extractFolder, receiptToken } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { page } from '../../ui/page.tsx';
import { linkEnded, neverStored, showConfirm } from '../open-forms/confirmed-by-link.tsx';
import { letterOf, letterPdf, toldStep } from './letter.ts';
import { AnswerPage } from './pages/answer-page.tsx';
import { OwnRequestPage } from './pages/own-request-page.tsx';
import { holdsData, isInForce, isOver } from './request.ts';
import {
  askForAnswerLink as sendLink,
  findAnswer,
  findByProof,
  findOwnRequest,
  proveRequest as prove,
  removeRequest as remove,
} from './send-request.ts';
import { requestWords } from './words.ts';

const tokenOf = ({ params }: Visit): string => params['token'] ?? '';
const ownHref = ({ house }: Visit, id: string): string => href('ownRequest', { token: house.secrets.token('own request', id) });

const ended = (visit: Visit): Response => linkEnded(visit, 'requestForm');

export async function proveRequest(visit: Visit): Promise<Response> {
  const { locale, house } = visit;
  const request = await findByProof(house, tokenOf(visit));
  if (!request) return ended(visit);
  if (request.state !== 'identity') return redirect(ownHref(visit, request.id));
  const text = requestWords[locale];
  return showConfirm(visit, {
    title: text.proveTitle,
    lead: text.proveLead(text.kinds[request.kind], formatDate(request.received_at, locale)),
    action: href('saveRequestProof', { token: tokenOf(visit) }),
    button: { text: text.prove },
    hint: text.notMe,
  });
}

export async function saveRequestProof(visit: Visit): Promise<Response> {
  const id = await prove(visit.house, operatorOf(visit), tokenOf(visit));
  return id ? redirect(`${ownHref(visit, id)}?besked=bekraftat`) : ended(visit);
}

export async function ownRequest(visit: Visit): Promise<Response> {
  const { locale, house, url } = visit;
  const found = await findOwnRequest(house, tokenOf(visit));
  if (!found) return ended(visit);
  const text = requestWords[locale];
  const told = { bekraftat: text.proved, skickat: text.linkSent }[url.searchParams.get('besked') ?? ''];
  const options = { title: text.ownTitle, width: 'wide', ...(told ? { flash: { kind: 'done', text: told } as const } : {}) } as const;
  return neverStored(page(visit, options, <OwnRequestPage locale={locale} token={tokenOf(visit)} {...found} />));
}

export async function askForAnswerLink(visit: Visit): Promise<Response> {
  const sent = await sendLink(visit.house, tokenOf(visit));
  return sent ? redirect(`${href('ownRequest', { token: tokenOf(visit) })}?besked=skickat`) : ended(visit);
}

/** Behind the link that was sent to the address within the hour: the letter, and the data when that was asked for. */
export async function requestAnswer(visit: Visit): Promise<Response> {
  const { locale, house } = visit;
  const found = await findAnswer(house, tokenOf(visit));
  const step = found && toldStep(found.steps);
  if (!found || !step) return ended(visit);
  const { request } = found;
  const gives = holdsData(request.kind) && step.state === 'answered';
  const tables = gives ? await beginningOf(await exportTablesOfAddress(house, request.email)) : undefined;
  const letter = letterOf({ request, step, locale });
  const { erasureId } = step.receipt;
  const receipt = erasureId && receiptToken(house, erasureId);
  const props = {
    locale,
    token: tokenOf(visit),
    letter,
    tables,
    receipt,
    canRemove: isOver(request.state) && !isInForce(request),
    register: house.register,
  };
  const body = <AnswerPage {...props} />;
  return neverStored(page(visit, { title: letter.title }, body));
}

export async function requestLetter(visit: Visit): Promise<Response> {
  const found = await findAnswer(visit.house, tokenOf(visit));
  const step = found && toldStep(found.steps);
  if (!found || !step) throw new NotFound();
  const { locale } = visit;
  return pdfAnswer(await letterPdf({ request: found.request, step, locale }, operatorOf(visit)), locale === 'sv' ? 'svar' : 'answer');
}

/** The address whose data the link of the hour gives: only where that was asked for, and granted. */
async function addressOfData(visit: Visit): Promise<string> {
  const found = await findAnswer(visit.house, tokenOf(visit));
  if (!found || found.request.state !== 'answered' || !holdsData(found.request.kind)) throw new NotFound();
  return found.request.email;
}

export async function requestExtract(visit: Visit): Promise<Response> {
  const email = await addressOfData(visit);
  return extractFile(visit, await exportTablesOfAddress(visit.house, email), { address: email });
}

/** Art. 15(3) and 20: the same folder as whoever has an account gets. */
export async function requestFolder(visit: Visit): Promise<Response> {
  const email = await addressOfData(visit);
  return extractFolder(visit, { address: email }, (files) => exportTablesOfAddress(visit.house, email, undefined, { files }));
}

export async function removeRequest(visit: Visit): Promise<Response> {
  return (await remove(visit.house, tokenOf(visit))) ? redirect(`${href('requestForm')}?borttagen=ja`) : ended(visit);
}

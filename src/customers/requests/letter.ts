import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { drawPdf } from '../../ui/pdf-document.ts';
import type { HandedRequest } from './request.ts';
import { handedWords } from './words.ts';

export type Letter = { title: string; at: Date; parts: string[] };

/** Made from the request whenever it is read, in either language: nothing of it is kept besides. */
export function letterOf(request: HandedRequest, customer: string, locale: Locale): Letter {
  const text = handedWords[locale];
  const said = {
    open: [],
    extended: [text.extended(customer, formatDate(request.answer_by, locale))],
    refused: [text.refused(customer)],
    answered: [text.answered(customer), ...restricted(request, customer, locale)],
  }[request.state];
  const asked = text.asked(formatDate(request.received_at, locale), text.kinds[request.kind]);
  return {
    title: request.state === 'extended' ? text.extendedTitle : text.letterTitle,
    at: request.stepped_at ?? request.handed_at,
    parts: [asked, ...said, ...(request.note ? [request.note] : []), text.complain],
  };
}

/** Art. 18: what stands aside, and when it is to be lifted (18(3)). */
function restricted(request: HandedRequest, customer: string, locale: Locale): string[] {
  const { restricted_at: began, lifts_at: lifts, lifted_at: lifted } = request;
  const text = handedWords[locale].restriction;
  if (!began) return [];
  const when = lifted ? [text.lifted(formatDate(lifted, locale))] : lifts ? [text.lifts(customer, formatDate(lifts, locale))] : [];
  return [...when, text.means(customer)];
}

const margins = { top: 64, bottom: 64, left: 64, right: 64 };

export function letterPdf(request: HandedRequest, customer: string, locale: Locale): Promise<Buffer> {
  const text = handedWords[locale];
  const { title, at, parts } = letterOf(request, customer, locale);
  return drawPdf({ locale, title, author: customer, createdAt: at, margins }, (pen) => {
    pen.write('H1', title, { face: 'serif', size: 26 });
    pen.pairs([
      [text.to, request.email],
      [text.sender, customer],
      [text.date, formatDate(at, locale)],
    ]);
    for (const part of parts) pen.write('P', part, { size: 11, before: 8 });
  });
}

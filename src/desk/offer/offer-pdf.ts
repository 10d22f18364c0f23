import { dataTerms, writeDataTerms, writePrice } from '../../customers/index.ts';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { drawPdf } from '../../ui/pdf-document.ts';
import type { OfferRow } from './offer.queries.ts';
import { offerFacts } from './pages/own-offer-page.tsx';
import { offerWords } from './words.ts';

const margins = { top: 64, bottom: 64, left: 64, right: 64 };

type Facts = { locale: Locale; offer: OfferRow; organisation: string; operator: string; courses: readonly string[] };

/** The offer as a tagged PDF; the same offer gives the same bytes. */
export function offerPdf({ locale, offer, organisation, operator, courses }: Facts): Promise<Buffer> {
  const text = offerWords[locale].pdf;
  const title = text.title(String(offer.number));
  return drawPdf({ locale, title, author: operator, createdAt: offer.made_at, margins }, (pen) => {
    pen.write('H1', title, { face: 'serif', size: 30 });
    pen.pairs([
      [text.to, organisation],
      [text.from, operator],
      [text.made, formatDate(offer.made_at, locale)],
      [text.valid, formatDate(offer.valid_until, locale)],
      ...offerFacts(offer, courses, locale),
    ]);
    writePrice(pen, offer.lines, locale);
    writeDataTerms(pen, dataTerms(locale, { customer: organisation, operator }));
  });
}

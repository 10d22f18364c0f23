import { addMonths } from '../platform/clock.ts';
import { formatDate, formatMinutes } from '../ui/format.ts';
import type { Locale } from '../ui/locale.ts';
import { drawPdf, languageTag } from '../ui/pdf-document.ts';
import type { PdfPen } from '../ui/pdf-pen.ts';
import { holderName } from './holder-name.ts';
import type { Template } from './template/template.queries.ts';
import { words } from './words.ts';

export type Printed = {
  number: string;
  issuedAt: Date;
  expiresAt?: Date | null;
  /** Of a certificate that is only shown: how long one issued now would hold. */
  validMonths?: number | null;
  courseTitle: string;
  courseLanguage: 'sv' | 'en';
  courseMinutes: number;
  outcomes: string[];
  customerName: string;
  givenName: string;
  familyName: string;
};
type Setting = { locale: Locale; address: string; template?: Omit<Template, 'validMonths'> };

/** The certificate as a tagged PDF. The same certificate and template give the same bytes. */
export function certificatePdf(certificate: Printed, setting: Setting): Promise<Buffer> {
  const facts = {
    locale: setting.locale,
    title: `${words[setting.locale].title}: ${certificate.courseTitle}`,
    author: certificate.customerName,
    createdAt: certificate.issuedAt,
    margins: { top: 72, bottom: 56, left: 72, right: 72 },
  };
  return drawPdf(facts, (pen) => draw(pen, certificate, setting));
}

function draw(pen: PdfPen, certificate: Printed, { locale, address, template }: Setting): void {
  const text = words[locale];
  const lang = certificate.courseLanguage === locale ? {} : { lang: languageTag[certificate.courseLanguage] };
  if (template?.logo) pen.picture(template.logo, { width: 180, height: 60, alt: text.pdf.logo(certificate.customerName) });
  else pen.write('P', 'Kursiv', { face: 'serif', size: 20, color: 'accent' });
  pen.write('H1', text.title, { face: 'serif', size: 44, before: template?.logo ? 36 : 56 });
  pen.write('P', text.pdf.lead, { size: 13, before: 28, color: 'soft' });
  pen.write('P', holderName(certificate) ?? text.pdf.nameless, { face: 'serif', size: 28, before: 6 });
  pen.write('P', text.pdf.has, { size: 13, before: 14, color: 'soft' });
  pen.write('H2', certificate.courseTitle, { face: 'serif', size: 24, before: 6, ...lang });
  for (const line of template?.lines ?? []) pen.write('P', line, { size: 12, before: 6, ...lang });
  if (certificate.outcomes.length > 0) {
    pen.write('P', text.pdf.outcomesTitle, { face: 'bold', size: 11, before: 24 });
    pen.list(certificate.outcomes, { size: 11, before: 4, ...lang });
  }
  pen.rule();
  pen.pairs(factsOf(certificate, locale));
  if (template?.signatoryName) {
    pen.write('P', template.signatoryName, { face: 'bold', size: 12, before: 18, ...lang });
    if (template.signatoryTitle) pen.write('P', template.signatoryTitle, { size: 11, color: 'soft', ...lang });
  }
  pen.code(address, { title: text.pdf.check, alt: text.pdf.qr(address) });
}

function factsOf(certificate: Printed, locale: Locale): [string, string][] {
  const text = words[locale];
  const { issuedAt, validMonths } = certificate;
  const until = certificate.expiresAt ?? (validMonths ? addMonths(issuedAt, validMonths) : undefined);
  return [
    [text.issuer, certificate.customerName],
    [text.issued, formatDate(issuedAt, locale)],
    ...(until ? [[text.validUntil, formatDate(until, locale)] satisfies [string, string]] : []),
    [text.pdf.length, text.pdf.about(formatMinutes(certificate.courseMinutes, locale))],
    [text.number, certificate.number],
  ];
}

import { formatDate, formatMinutes } from '../ui/format.ts';
import type { Locale } from '../ui/locale.ts';
import { languageTag, openPdf } from '../ui/pdf-document.ts';
import { PdfPen } from '../ui/pdf-pen.ts';
import type { Certificate } from './certificates.queries.ts';
import { holderName } from './holder-name.ts';
import { words } from './words.ts';

/** The certificate as a tagged PDF. The same certificate gives the same bytes. */
export async function certificatePdf(certificate: Certificate, { locale, address }: { locale: Locale; address: string }): Promise<Buffer> {
  const { document, bytes } = openPdf({
    locale,
    title: `${words[locale].title}: ${certificate.courseTitle}`,
    author: certificate.customerName,
    createdAt: certificate.issuedAt,
    margins: { top: 72, bottom: 56, left: 72, right: 72 },
  });
  draw(new PdfPen(document), certificate, locale, address);
  document.end();
  return bytes;
}

function draw(pen: PdfPen, certificate: Certificate, locale: Locale, address: string): void {
  const text = words[locale];
  const lang = certificate.courseLanguage === locale ? {} : { lang: languageTag[certificate.courseLanguage] };
  pen.write('P', 'Kursiv', { face: 'serif', size: 20, color: 'accent' });
  pen.write('H1', text.title, { face: 'serif', size: 44, before: 56 });
  pen.write('P', text.pdf.lead, { size: 13, before: 28, color: 'soft' });
  pen.write('P', holderName(certificate) ?? text.pdf.nameless, { face: 'serif', size: 28, before: 6 });
  pen.write('P', text.pdf.has, { size: 13, before: 14, color: 'soft' });
  pen.write('H2', certificate.courseTitle, { face: 'serif', size: 24, before: 6, ...lang });
  if (certificate.outcomes.length > 0) {
    pen.write('P', text.pdf.outcomesTitle, { face: 'bold', size: 11, before: 24 });
    pen.list(certificate.outcomes, { size: 11, before: 4, ...lang });
  }
  pen.rule();
  pen.pairs([
    [text.issuer, certificate.customerName],
    [text.issued, formatDate(certificate.issuedAt, locale)],
    [text.pdf.length, text.pdf.about(formatMinutes(certificate.courseMinutes, locale))],
    [text.number, certificate.number],
  ]);
  pen.code(address, { title: text.pdf.check, alt: text.pdf.qr(address) });
}

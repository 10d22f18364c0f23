import type { Locale } from './locale.ts';
import type { PdfPen } from './pdf-pen.ts';

export const languageTag = { sv: 'sv-SE', en: 'en' } as const;

type PdfFacts = {
  locale: Locale;
  title: string;
  author: string;
  createdAt: Date;
  margins: { top: number; bottom: number; left: number; right: number };
};

/**
 * A tagged A4 document, as bytes: the same facts and the same drawing give the same. What draws it is read as code when the first
 * one is asked for, since a start should not wait for it.
 */
export async function drawPdf(
  { locale, title, author, createdAt, margins }: PdfFacts,
  draw: (pen: PdfPen, document: PDFKit.PDFDocument) => void | Promise<void>,
): Promise<Buffer> {
  const [{ default: Pdf }, pens] = await Promise.all([import('pdfkit'), import('./pdf-pen.ts')]);
  const document = new Pdf({
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: languageTag[locale],
    info: { Title: metadataText(title), Author: metadataText(author), Creator: 'Kursiv', CreationDate: createdAt },
  });
  const bytes = collect(document);
  await draw(new pens.PdfPen(document), document);
  document.end();
  return bytes;
}

// The metadata are written into XML as they are.
const metadataText = (text: string): string => text.replaceAll(/[<>&]/g, ' ');

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

import Pdf from 'pdfkit';
import type { Locale } from './locale.ts';

export const languageTag = { sv: 'sv-SE', en: 'en' } as const;

type PdfFacts = {
  locale: Locale;
  title: string;
  author: string;
  createdAt: Date;
  margins: { top: number; bottom: number; left: number; right: number };
};

/** A tagged A4 document and its bytes, which are whole once it has been ended. The same facts give the same bytes. */
export function openPdf({ locale, title, author, createdAt, margins }: PdfFacts): { document: PDFKit.PDFDocument; bytes: Promise<Buffer> } {
  const document = new Pdf({
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: languageTag[locale],
    info: { Title: metadataText(title), Author: metadataText(author), Creator: 'Kursiv', CreationDate: createdAt },
  });
  return { document, bytes: collect(document) };
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

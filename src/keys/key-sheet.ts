import { setImmediate } from 'node:timers/promises';
import { formatDate } from '../ui/format.ts';
import type { Locale } from '../ui/locale.ts';
import { drawPdf } from '../ui/pdf-document.ts';
import type { PdfPen } from '../ui/pdf-pen.ts';
import { batchWords } from './batch-words.ts';
import type { ShownKey, ShownKeys } from './shown-keys.ts';

const columns = 2;
const rows = 4;
const page = { width: 595.28, height: 841.89 };
const slip = { width: page.width / columns, height: page.height / rows };
const edge = 26;
const codeSide = 62;

type Place = { locale: Locale; address: string };

/** Slips to cut out, eight to a page, as a tagged PDF. The square code opens the page with the key filled in. */
export function keySheetPdf(shown: ShownKeys, { locale, address }: Place): Promise<Buffer> {
  const facts = {
    locale,
    title: `${batchWords[locale].sheet.title}: ${shown.batch.course}`,
    author: 'Kursiv',
    createdAt: shown.batch.expiresAt,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  };
  return drawPdf(facts, async (pen, document) => {
    for (const [index, key] of shown.keys.entries()) {
      const place = index % (columns * rows);
      if (index > 0 && place === 0) {
        document.addPage();
        await setImmediate(); // a thousand slips take a while: others' requests come between
      }
      if (place === 0) cutLines(pen);
      drawSlip(pen, key, { left: (place % columns) * slip.width, top: Math.floor(place / columns) * slip.height }, shown.batch, {
        locale,
        address,
      });
    }
  });
}

function cutLines(pen: PdfPen): void {
  pen.line([slip.width, 0], [slip.width, page.height], { dashed: true });
  for (let row = 1; row < rows; row += 1) pen.line([0, row * slip.height], [page.width, row * slip.height], { dashed: true });
}

type Corner = { left: number; top: number };

function drawSlip(
  pen: PdfPen,
  { key, name }: ShownKey,
  { left, top }: Corner,
  batch: ShownKeys['batch'],
  { locale, address }: Place,
): void {
  const text = batchWords[locale].sheet;
  const width = slip.width - 2 * edge;
  const foot = top + slip.height - edge - codeSide;
  pen.section(() => {
    pen.column({ left: left + edge, top: top + edge, width });
    pen.write('H2', shortened(batch.course, 70), { face: 'serif', size: batch.course.length > 32 ? 13 : 17 });
    if (name) pen.write('P', shortened(name, 40), { size: 10, before: 2, color: 'soft' });
    pen.write('P', key, { face: 'bold', size: 27, before: 8 });
    pen.column({ left: left + edge, top: foot, width: width - codeSide - 14 });
    pen.write('P', text.how(address.replace(/^https?:\/\//, '')), { size: 9.5 });
    pen.write('P', text.expires(formatDate(batch.expiresAt, locale)), { size: 9.5, before: 3, color: 'soft' });
    pen.square(`${address}#${key}`, { left: left + edge + width - codeSide, top: foot, side: codeSide, alt: text.code });
  });
}

const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { drawPdf } from './pdf-document.ts';
import { unpackWoff } from './woff.ts';

const packed = readFileSync(new URL(import.meta.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff')));

const margins = { top: 50, bottom: 50, left: 50, right: 50 };
const facts = { locale: 'sv', title: 'Prov', author: 'Prov', createdAt: new Date('2026-01-01T12:00:00Z'), margins } as const;
const drawnWith = (font: Buffer) => drawPdf(facts, (_, document) => void document.font(font).text('Räksmörgås, 1–3 fi'));

test('a document drawn with an unpacked font is the same, to the byte, as one drawn with the packed', async () => {
  const unpacked = unpackWoff(packed);
  assert.ok(unpacked.length > packed.length * 1.5);
  assert.ok((await drawnWith(packed)).equals(await drawnWith(unpacked)));
});

test('a file that is no packed font, or one that is damaged, is refused', () => {
  assert.throws(() => unpackWoff(Buffer.from('wOF2 and something else')), /not packed as WOFF/);
  const damaged = Buffer.from(packed);
  damaged.fill(7, 2000, 3000);
  assert.throws(() => unpackWoff(damaged));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksLikePersonalNumber } from './personal-number.ts';

// The tax agency's public test numbers.
test('a personal identity number is seen in each of its forms', () => {
  for (const text of [
    '19121212-1212',
    '121212+1212',
    'Jag är 1212121212.',
    'nr 20121212 1212, tack',
    '189001019802 är för gammalt men 900101-9802 syns',
    '701063-2391',
  ]) {
    assert.equal(looksLikePersonalNumber(text), true, text);
  }
});

test('other numbers are left alone', () => {
  for (const text of ['070-174 06 05', '121212-1213', '991312-1212', '1212121212121', 'order 5560360793', 'kl. 14.03', '']) {
    assert.equal(looksLikePersonalNumber(text), false, text);
  }
});

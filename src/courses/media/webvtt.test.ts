import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkCaptions } from './webvtt.ts';

const faults = (text: string) => checkCaptions(text).map(({ line, kind }) => `${line} ${kind}`);

test('captions that browsers can read are fine', async () => {
  assert.deepEqual(
    faults('\uFEFFWEBVTT - Isen\r\n\r\nNOTE hej\r\n\r\n1\r\n00:00:01.000 --> 00:00:02.000 line:80%\r\n- Hej!\r\n- Hej.\r\n'),
    [],
  );
  for (const language of ['sv', 'en']) {
    const text = await readFile(new URL(`../../../db/world/films/ma-bra-pa-jobbet.${language}.vtt`, import.meta.url), 'utf8');
    assert.deepEqual(faults(text), []);
  }
});

test('each fault is told with its line', () => {
  assert.deepEqual(faults('1\n00:01.000 --> 00:02.000\nHej'), ['1 no-head']);
  assert.deepEqual(faults('WEBVTT\n\nHej'), ['3 no-cues']);
  const cue = (times: string, text = 'Hej') => `${times}\n${text}`;
  assert.deepEqual(
    faults(
      [
        'WEBVTT',
        cue('00:01,000 --> 00:02,000'),
        cue('00:05.000 --> 00:04.000'),
        cue('00:03.000 --> 00:04.000'),
        cue('00:06.000 --> 00:07.000', ''),
      ].join('\n\n'),
    ),
    ['3 bad-time', '6 ends-early', '9 out-of-order', '12 no-text'],
  );
});

test('any text gets an answer', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.ok(checkCaptions(`WEBVTT\n${text}`).length >= 0)));
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const file = (ending: string) => readFileSync(`${import.meta.dirname}/ma-bra-pa-jobbet.${ending}`);

/** The outermost boxes of an MP4 with where their content begins. */
function boxesOf(film: Buffer): { name: string; content: Buffer }[] {
  const boxes = [];
  for (let at = 0; at < film.length; at += film.readUInt32BE(at)) {
    const content = film.subarray(at + 8, at + film.readUInt32BE(at));
    boxes.push({ name: film.toString('latin1', at + 4, at + 8), content });
  }
  return boxes;
}

function secondsOf(film: Buffer): number {
  const moov = boxesOf(film).find(({ name }) => name === 'moov');
  const header = boxesOf(moov?.content ?? Buffer.alloc(0)).find(({ name }) => name === 'mvhd');
  assert.ok(header);
  return header.content.readUInt32BE(16) / header.content.readUInt32BE(12);
}

function cuesOf(captions: string) {
  const [head, ...blocks] = captions.trimEnd().split('\n\n');
  assert.equal(head, 'WEBVTT');
  return blocks.map((block) => {
    const [, times = '', ...lines] = block.split('\n');
    const [start = 0, end = 0] = times.split(' --> ').map((time) => Date.parse(`1970-01-01T${time}Z`) / 1000);
    return { start, end, lines };
  });
}

test('the film can start to play before all of it has come', () => {
  const names = boxesOf(file('mp4')).map(({ name }) => name);
  assert.ok(names.indexOf('moov') < names.indexOf('mdat'), names.join(' '));
});

test('the film and its poster are small', () => {
  assert.ok(file('mp4').length < 2_500_000);
  assert.ok(file('poster.jpg').length < 40_000);
});

for (const language of ['sv', 'en']) {
  test(`the captions (${language}) are short, in order and inside the film`, () => {
    const cues = cuesOf(file(`${language}.vtt`).toString());
    let before = 0;
    for (const { start, end, lines } of cues) {
      assert.ok(start >= before && end > start, `${start} --> ${end}`);
      assert.ok(lines.length <= 2 && lines.every((line) => line.length <= 42), lines.join('/'));
      before = end;
    }
    assert.ok(cues.length > 10 && before < secondsOf(file('mp4')));
  });

  test(`the transcript (${language}) holds every caption`, () => {
    const transcript = file(`transcript.${language}.md`).toString();
    for (const { lines } of cuesOf(file(`${language}.vtt`).toString())) {
      assert.ok(transcript.includes(lines.join(' ')), lines.join(' '));
    }
  });
}

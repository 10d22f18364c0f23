import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { checkCaptions } from '../../../src/courses/media/webvtt.ts';
import { worldCustomers } from '../customers.ts';
import { secondsOf } from '../read-film.ts';
import { manuscripts } from './manuscripts/index.ts';

/** The outermost boxes of an MP4, by name. */
function boxesOf(film: Buffer): string[] {
  const boxes = [];
  for (let at = 0; at < film.length; at += film.readUInt32BE(at)) boxes.push(film.toString('latin1', at + 4, at + 8));
  return boxes;
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

test('every course of the world that is whole has a film, and no other', () => {
  const whole = worldCustomers.flatMap(({ courses }) => courses).filter(({ pages }) => pages.length >= 6);
  assert.deepEqual(manuscripts.map(({ slug }) => slug).toSorted(), whole.map(({ slug }) => slug).toSorted());
});

for (const { slug, slides, title } of manuscripts) {
  const file = (ending: string) => readFileSync(`${import.meta.dirname}/${slug}.${ending}`);
  describe(`the film of ${slug}`, () => {
    test('can start to play before all of it has come, is a minute or so long, and small', () => {
      const names = boxesOf(file('mp4'));
      assert.ok(names.indexOf('moov') < names.indexOf('mdat'), names.join(' '));
      assert.ok(secondsOf(file('mp4')) >= 40 && secondsOf(file('mp4')) <= 90);
      assert.ok(file('mp4').length < 750_000);
      assert.ok(file('poster.jpg').length < 60_000);
    });

    test('is called as its course, and says how long it takes', () => {
      const course = worldCustomers.flatMap(({ courses }) => courses).find((one) => one.slug === slug)!;
      assert.equal(title.sv, course.title);
      const words = slides.flatMap((slide) => slide.words).map(({ sv }) => sv);
      const told = words.flatMap((one) => /Ungefär (\d+) minuter/.exec(one)?.[1] ?? []);
      assert.deepEqual(told, slug === 'ma-bra-pa-jobbet' ? [] : [String(course.minutes)]);
    });

    for (const language of ['sv', 'en'] as const) {
      test(`has captions (${language}) that are short, in order, and cover all that is said`, () => {
        const text = file(`${language}.vtt`).toString();
        assert.deepEqual(checkCaptions(text), []);
        const cues = cuesOf(text);
        let before = 0;
        for (const { start, end, lines } of cues) {
          assert.ok(start >= before && end > start, `${start} --> ${end}`);
          assert.ok(start - before < 3, `nothing stands from ${before} to ${start}`);
          assert.ok(lines.length <= 2 && lines.every((line) => line.length <= 42), lines.join('/'));
          before = end;
        }
        const seconds = secondsOf(file('mp4'));
        assert.ok(before < seconds && seconds - before < 4, `the last ends at ${before} of ${seconds}`);
        assert.deepEqual(
          cues.map(({ lines }) => lines.join(' ')),
          slides.flatMap(({ said }) => said.map((sentence) => sentence[language])),
        );
      });

      test(`has a transcript (${language}) that holds every caption, and all that is seen`, () => {
        const transcript = file(`transcript.${language}.md`).toString();
        for (const { lines } of cuesOf(file(`${language}.vtt`).toString()))
          assert.ok(transcript.includes(lines.join(' ')), lines.join(' '));
        for (const { seen, drawn } of slides)
          for (const one of [seen, drawn]) if (one) assert.ok(transcript.includes(one[language].replace(/\.$/, '')), one[language]);
      });
    }
  });
}

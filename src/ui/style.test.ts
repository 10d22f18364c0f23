import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSheet, style } from './style.ts';

const css = style('');
const tokens = readSheet('tokens');
const [lightBlock = '', darkBlock = ''] = tokens.split('@media (prefers-color-scheme: dark)');

const readTokens = (block: string): Record<string, string> =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));

const light = readTokens(lightBlock);
const schemes = { light, dark: { ...light, ...readTokens(darkBlock) } };

// WCAG 2.2, relative luminance
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const textOn: Record<string, string[]> = {
  ink: ['paper', 'mist', 'wash', 'problem-wash', 'caution-wash'],
  soft: ['paper', 'mist', 'wash'],
  accent: ['paper', 'mist', 'wash'],
  'accent-deep': ['paper', 'wash'],
  'on-accent': ['accent', 'accent-deep'],
  problem: ['paper', 'problem-wash'],
  caution: ['paper', 'caution-wash'],
  paper: ['problem', 'accent'],
};
const edgeOn: Record<string, string[]> = { edge: ['paper', 'mist'], accent: ['hairline', 'wash'], problem: ['paper'] };

for (const [scheme, colours] of Object.entries(schemes)) {
  for (const [pairs, least] of [
    [textOn, 4.5],
    [edgeOn, 3],
  ] as const) {
    test(`${least}:1 or more in ${scheme} for ${least > 4 ? 'text' : 'edges'}`, () => {
      for (const [front, backs] of Object.entries(pairs)) {
        for (const back of backs) {
          const ratio = contrast(colours[front] ?? '', colours[back] ?? '');
          assert.ok(ratio >= least, `${front} on ${back} is ${ratio.toFixed(2)}:1`);
        }
      }
    });
  }
}

test('the measure itself agrees with the known ends', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.ok(contrast('#777777', '#ffffff') < 4.5);
});

test('every token that is used is there, and every colour is a token', () => {
  for (const [, name = ''] of css.matchAll(/var\(--([\w-]+)/g)) assert.ok(name in light, `--${name}`);
  const outside = css.replace(tokensOnly, '').match(/#[0-9a-f]{6}\b/gi) ?? [];
  assert.deepEqual(outside, ['#0b100f']);
});

const tokensOnly = /:root\{[^}]*\}/g;

/** What the browsers of README.md do not all have, and what would look or work otherwise without it. */
const tooNew =
  /@(?:scope|view-transition|function|position-try)\b|\b(?:anchor|calc-size|if|sibling-index|contrast-color)\(|\b(?:position-anchor|position-area|animation-timeline|interpolate-size|reading-flow|text-box)\b|base-select|::(?:details-content|picker)|:open\b/;

test('no style rests on what a browser of the last two years lacks', () => {
  assert.doesNotMatch(css, tooNew);
  for (const newer of ['a{top:anchor(bottom)}', '@scope (main){}', 'details:open{}', 'select{appearance:base-select}'])
    assert.match(newer, tooNew);
});

test('minifying leaves the braces in balance and no comment', () => {
  assert.equal(css.match(/\{/g)?.length, css.match(/\}/g)?.length);
  assert.doesNotMatch(css, /\/\*|\n| {2}/);
  assert.doesNotMatch(css, /url\(\s*['"]?(?:https?:|\/\/|data:)/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { escapeHtml, markup, nodeOf } from './markup.ts';
import { recent } from './recent.ts';
import { cutStencil, drawMarkup, fillStencil } from './stencil.ts';

const bad = `"><script>alert(1)</script>&amp;`;

test('text is escaped just as the renderer escapes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(markup`<p>${text}</p>`.text, renderToString(<p>{text}</p>));
    }),
  );
  assert.equal(escapeHtml(bad), '&quot;>&lt;script>alert(1)&lt;/script>&amp;amp;');
});

test('markup within markup stays as it is, and what is not there is nothing', () => {
  const items = [markup`<li>${bad}</li>`, markup`<li>${2}</li>`];
  assert.equal(markup`<ul>${items}</ul>${undefined}${false}`.text, `<ul><li>${escapeHtml(bad)}</li><li>2</li></ul>`);
  assert.equal(renderToString(<div>{nodeOf(markup`<b>${'&'}</b>`)}</div>), '<div><b>&amp;</b></div>');
});

test('the gaps of a stencil are filled with escaped text, in attributes as in text', () => {
  const stencil = cutStencil(['name', 'body'], (gap) => (
    <p title={gap.name}>
      {gap.name}: {gap.body}
    </p>
  ));
  const drawn = (body: string) => drawMarkup(<p title={bad}>{`${bad}: ${body}`}</p>).text;
  assert.equal(fillStencil(stencil, { name: bad, body: bad }).text, drawn(bad));
  assert.match(fillStencil(stencil, { name: '', body: markup`<b>${bad}</b>` }).text, /<b>&quot;>&lt;script>/);
});

test('a text that looks like a gap is not one', () => {
  const stencil = cutStencil(['one', 'two'], (gap) => <p>{[gap.one, gap.two]}</p>);
  assert.equal(fillStencil(stencil, { one: '{two}', two: '{one}' }).text, '<p>{two}{one}</p>');
});

test('what was asked for longest ago is forgotten first', () => {
  const remember = recent<string>(2);
  let made = 0;
  const ask = (key: string) => remember(key, () => `${key}${++made}`);
  assert.deepEqual(['a', 'b', 'a', 'c', 'a', 'b'].map(ask), ['a1', 'b2', 'a1', 'c3', 'a1', 'b4']);
});

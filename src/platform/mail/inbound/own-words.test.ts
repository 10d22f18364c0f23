import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownWords, replyMarker } from './own-words.ts';
import { plainTextOf } from './plain-text.ts';

/** What the writer wrote themselves, as the common mail programs send it. */
const answers: Record<string, string> = {
  'our own line': `Tack, det gick bra.\n\nDen 23 nov. 2026 10:00 skrev Kursiv:\n> –– ${replyMarker.sv} ––\n> Hej`,
  'our own line alone': `Tack, det gick bra.\n–– ${replyMarker.en} ––\nHello`,
  'Gmail, broken over two lines': 'Tack, det gick bra.\n\nDen mån 23 nov. 2026 kl 10:00 skrev Kursiv\n<kursiv@kursiv.example>:\n\n> Hej',
  Outlook: 'Tack, det gick bra.\n\n________________________________\nFrån: Kursiv\nSkickat: den 23 november\nTill: mig\nÄmne: Svar\n\nHej',
  'Outlook without its line': 'Tack, det gick bra.\n\nFrom: Kursiv\nSent: Monday\nTo: me\nSubject: Answer\n\nHello',
  'Apple Mail': 'Tack, det gick bra.\n\n> 23 nov. 2026 kl. 10:00 skrev Kursiv <kursiv@kursiv.example>:\n> \n> Hej',
  'a signature': 'Tack, det gick bra.\n-- \nÅsa Öberg\n070-000 00 00',
  'an original message': 'Tack, det gick bra.\n\n-----Ursprungligt meddelande-----\nFrån: Kursiv',
  'below the quotation': 'On Monday Kursiv <kursiv@kursiv.example> wrote:\n> Hej\n> Du har svar\n\nTack, det gick bra.',
  'between the quotations': '> Har det löst sig?\nTack, det gick bra.\n> Hej',
};

for (const [program, text] of Object.entries(answers)) {
  test(`the quoted mail is left out: ${program}`, () => assert.equal(ownWords(text), 'Tack, det gick bra.'));
}

test('words that only look like a head are kept', () => {
  const text = 'Från: Stockholm tog det två timmar.\nDen som skrev frågan:\nvar jag.\nDen jag tror skrev allt är:\nhon.';
  assert.equal(ownWords(text), text);
});

test('HTML becomes lines of text; scripts, styles and hidden parts say nothing', () => {
  const html = `<html><head><title>Titel</title><style>p{}</style></head><body><p>Hej&nbsp;på<br>er &lt;b&gt;</p>
    <script>alert(1)</script><div style="display:none">gömt</div><ul><li>ett</li><li>två</li></ul><img src="https://x.example/p.gif">
    <blockquote><div>citerat</div><p>mer</p></blockquote></body></html>`;
  assert.equal(plainTextOf(html), 'Hej på\ner <b>\n\n- ett\n- två\n> citerat\n> mer');
  assert.equal(ownWords(plainTextOf('<div>Tack</div><blockquote>Hej</blockquote>')), 'Tack');
  assert.equal(plainTextOf('<p>öppen <b>fet'), 'öppen fet');
});

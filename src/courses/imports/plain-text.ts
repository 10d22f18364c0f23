import { Parser } from 'htmlparser2';
import type { Loss } from './imported.ts';

const blocks = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'table']);
const unseen = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object']);
const pictures = new Set(['img', 'video', 'audio', 'svg', 'object', 'iframe', 'embed']);
const emphasis = new Set(['b', 'strong', 'i', 'em', 'u', 'sub', 'sup', 'table', 'a', 'code', 'pre', 'font']);

/** The words of HTML: a question's own text is plain. What only markup said is told. */
export function fromHtml(html: string, losses: Loss[]): string {
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    onopentag(name) {
      if (unseen.has(name)) hidden++;
      if (pictures.has(name)) tell(losses, 'pictures');
      if (emphasis.has(name)) tell(losses, 'formatting');
      if (name === 'li') text += '\n- ';
      else if (blocks.has(name)) text += '\n';
    },
    ontext(words) {
      if (hidden === 0) text += words.replaceAll(/\s+/g, ' ');
    },
    onclosetag(name) {
      if (unseen.has(name)) hidden--;
      if (blocks.has(name) && name !== 'br') text += '\n';
    },
  });
  parser.end(html);
  return text
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** Told once, however often it is there. */
function tell(losses: Loss[], kind: Loss['kind']): void {
  if (!losses.some((loss) => loss.kind === kind)) losses.push({ kind });
}

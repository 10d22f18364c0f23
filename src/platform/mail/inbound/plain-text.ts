import { Parser } from 'htmlparser2';

const unseen = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'object', 'iframe']);
const blocks = new Set([
  'address', 'article', 'div', 'dd', 'dl', 'dt', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr',
  'li', 'main', 'ol', 'p', 'pre', 'section', 'table', 'td', 'th', 'tr', 'ul', 'blockquote',
]); // prettier-ignore

/** The words of an HTML mail, line by line; nothing of it is ever shown as HTML. What is quoted begins with `>`. */
export function plainTextOf(html: string): string {
  const lines: string[] = [];
  let line = '';
  let [quotes, hidden] = [0, 0];
  const hiding: boolean[] = [];
  const end = () => {
    lines.push(`${'>'.repeat(quotes)}${quotes > 0 ? ' ' : ''}${line.replace(/[ \t\r\n\u00a0]+/g, ' ').trim()}`);
    line = '';
  };
  const endIfBegun = () => void (line.trim() && end());
  const parser = new Parser({
    onopentag(name, { hidden: isHidden, style = '' }) {
      const hides = unseen.has(name) || isHidden !== undefined || /display\s*:\s*none/i.test(style);
      if (!isVoid.has(name)) hiding.push(hides);
      if (hides && !isVoid.has(name)) hidden++;
      if (name === 'br') end();
      if (blocks.has(name)) endIfBegun();
      if (name === 'blockquote') quotes++;
      if (name === 'li') line += '- ';
    },
    ontext: (text) => void (hidden === 0 && (line += text)),
    onclosetag(name) {
      if (!isVoid.has(name) && hiding.pop()) hidden--;
      if (blocks.has(name)) endIfBegun();
      if (name === 'p' || /^h\d$/.test(name)) lines.push('');
      if (name === 'blockquote') quotes--;
    },
  });
  parser.end(html);
  endIfBegun();
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const isVoid = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

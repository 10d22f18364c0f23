import { Marked, type MarkedToken, type Token, type Tokens } from 'marked';
import type { Block, CalloutKind, Document, ListItem, TableCell, TableRow } from './document.ts';
import { blockIds } from './block-ids.ts';
import { blockFromDirective, directive, type DirectiveToken } from './directive.ts';
import { formula, inlineFormula, type FormulaToken } from './markdown-formula.ts';
import { inlineFrom } from './markdown-inline.ts';

const marked = new Marked({ extensions: [directive, formula, inlineFormula] });
const lexer = (text: string): Token[] => marked.lexer(text);

const callouts: Record<string, CalloutKind> = {
  INFO: 'info',
  TIPS: 'tip',
  VARNING: 'warning',
  VIKTIGT: 'important',
  TIP: 'tip',
  WARNING: 'warning',
  IMPORTANT: 'important',
};

/** Reads Markdown into a document. What the document has no node for is kept as its text. */
export function fromMarkdown(text: string): Document {
  return { type: 'doc', version: 2, content: blockIds(blocksFrom(tokensOf(text))) };
}

/** Marks of quotation and lists on one line, more than anyone means: each is a level for the reader to go down. */
const tooDeep = /^((?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){16})(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm;

/** The blocks of a text as marked reads them, those of ours included. */
export function tokensOf(text: string): Token[] {
  try {
    return lexer(text.replaceAll(tooDeep, '$1'));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Nested past what can be read: its words are kept, its form is not.
    return text.split(/\n{2,}/).map((words) => ({ type: 'text', raw: words, text: words }));
  }
}

function blocksFrom(tokens: readonly Token[]): Block[] {
  return (tokens as readonly KnownToken[]).flatMap(blockFrom);
}

type KnownToken = MarkedToken | DirectiveToken | FormulaToken;

function blockFrom(token: KnownToken): Block[] {
  switch (token.type) {
    case 'directive':
      return [blockFromDirective(token, (text) => blocksFrom(lexer(text)))];
    case 'formula':
      return [{ type: 'formula', attrs: { tex: token.tex } }];
    case 'heading':
      return [{ type: 'heading', attrs: { level: headingLevel(token.depth) }, content: inlineFrom(token.tokens) }];
    case 'list':
      return [listFrom(token)];
    case 'blockquote':
      return [quoteFrom(token)];
    case 'table':
      return [{ type: 'table', content: rowsOf(token) }];
    case 'code':
      return [{ type: 'codeBlock', ...(token.lang ? { attrs: { language: token.lang } } : {}), content: plainText(token.text) }];
    case 'hr':
      return [{ type: 'horizontalRule' }];
    case 'html':
      return paragraph([{ type: 'text', raw: token.text.trim(), text: token.text.trim() }]);
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    default:
      return paragraph('tokens' in token && token.tokens ? token.tokens : [token]);
  }
}

/** The page's title is its only first-level heading, so a page's own begin at the second. */
const headingLevel = (depth: number) => Math.min(4, Math.max(2, depth)) as 2 | 3 | 4;

function paragraph(tokens: Token[]): Block[] {
  const content = inlineFrom(tokens);
  return content.length > 0 ? [{ type: 'paragraph', content }] : [];
}

function listFrom(token: Tokens.List): Block {
  const content = token.items.map((item): ListItem => ({ type: 'listItem', content: blocksFrom(item.tokens) }));
  if (!token.ordered) return { type: 'bulletList', content };
  const start = token.start || 1;
  return { type: 'orderedList', ...(start > 1 ? { attrs: { start } } : {}), content };
}

/** `> [!TIPS]` makes a quotation a call-out; the marker itself is not shown. */
function quoteFrom(token: Tokens.Blockquote): Block {
  const marker = /^\s*\[!([A-Z]+)\][^\S\n]*(?:\n|$)/.exec(token.text);
  const kind = marker ? callouts[marker[1]!] : undefined;
  if (!marker || !kind) return { type: 'blockquote', content: blocksFrom(token.tokens) };
  return { type: 'callout', attrs: { kind }, content: blocksFrom(lexer(token.text.slice(marker[0].length))) };
}

/** An empty corner cell says that the first column names the rows. */
function rowsOf(token: Tokens.Table): TableRow[] {
  const rowsAreNamed = token.header[0]?.text.trim() === '';
  const header = token.header.map((cell) => cellFrom(cell, true));
  const rows = token.rows.map((row) => row.map((cell, column) => cellFrom(cell, rowsAreNamed && column === 0)));
  return [header, ...rows].map((content) => ({ type: 'tableRow', content }));
}

function cellFrom({ tokens, align }: Tokens.TableCell, isHeader: boolean): TableCell {
  return { type: isHeader ? 'tableHeader' : 'tableCell', ...(align ? { attrs: { align } } : {}), content: paragraph(tokens) };
}

const plainText = (text: string) => (text ? [{ type: 'text' as const, text }] : []);

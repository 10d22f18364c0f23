/**
 * What Word and its like put on the clipboard, as the elements it means. Lists come as paragraphs with a style and a typed
 * bullet; the schema takes away all that is left of their looks.
 */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  for (const node of page.querySelectorAll('script, meta, link, xml, o\\:p')) node.remove();
  for (const span of page.querySelectorAll<HTMLElement>('span[data-style]')) weighted(page, span);
  let list: HTMLElement | undefined;
  for (const paragraph of page.querySelectorAll<HTMLElement>('p')) {
    const isItem = /mso-list|MsoListParagraph/.test(`${paragraph.dataset['style'] ?? ''} ${paragraph.className}`);
    const [, bullet] = /^\s*([·•▪o§-]|\d{1,3}[.)]|[a-z][.)])[\s\u00a0]+/.exec(paragraph.textContent) ?? [];
    if (!isItem || !bullet) {
      list = undefined;
      continue;
    }
    const kind = /^[\da-z]{1,3}[.)]/.test(bullet) ? 'ol' : 'ul';
    if (list?.localName !== kind || list.nextElementSibling !== paragraph) {
      list = page.createElement(kind);
      paragraph.before(list);
    }
    removeStart(paragraph, /^\s*\S+[\s\u00a0]+/.exec(paragraph.textContent)![0].length);
    const item = page.createElement('li');
    const own = page.createElement('p');
    own.append(...paragraph.childNodes);
    item.append(own);
    list.append(item);
    paragraph.remove();
  }
  return page.body.innerHTML;
}

/** Our pages allow no inline styles, not even in a text that is only read: what they say is read as data. */
const withoutStyles = (html: string): string =>
  html
    .replaceAll(/<!--[\s\S]*?-->|<!\[[^>]*\]>|<style[\s\S]*?<\/style>/gi, '')
    .replaceAll(/<\w[^>]*>/g, (tag) => tag.replaceAll(/\sstyle\s*=/gi, ' data-style='));

/** Programs that write on the web say bold and italics by style. */
function weighted(page: Document, span: HTMLElement): void {
  const style = span.dataset['style'] ?? '';
  const tag = /font-weight:\s*(?:bold|[6-9]00)/i.test(style) ? 'strong' : /font-style:\s*italic/i.test(style) ? 'em' : undefined;
  if (!tag) return;
  const stressed = page.createElement(tag);
  stressed.append(...span.childNodes);
  span.replaceWith(stressed);
}

function removeStart(node: globalThis.Node, length: number): number {
  if (node.nodeType === 3) {
    const text = node.textContent ?? '';
    node.textContent = text.slice(length);
    return Math.max(0, length - text.length);
  }
  let left = length;
  for (const child of node.childNodes) if (left > 0) left = removeStart(child, left);
  return left;
}

import type { RenderBlocks } from './compact.ts';
import { documentWords } from './document-words.ts';
import { element, escapeHtml } from './escape-html.ts';
import type { LooseNode } from './loose-node.ts';

type Locale = 'sv' | 'en';

/** A file of the course, as a page shows it. */
export type MediaFile = {
  href: string;
  name: string;
  type: string;
  bytes: number;
  width?: number | undefined;
  height?: number | undefined;
  /** The same picture in other widths. */
  widths: readonly { width: number; href: string }[];
  poster?: string | undefined;
  /** A long film's playlist of several widths. */
  stream?: string | undefined;
  captions: readonly { language: Locale; href: string }[];
};
/** The files that a page names, by their ids. */
export type Media = ReadonlyMap<string, MediaFile>;

/** HLS, RFC 8216. */
export const streamType = 'application/vnd.apple.mpegurl';

const fileOf = ({ attrs }: LooseNode, media: Media) => media.get(String(attrs?.['file']));
const said = ({ attrs }: LooseNode, name: string) => (typeof attrs?.[name] === 'string' ? attrs[name] : '');

/** A picture in the width that the screen needs. Without its file its words are left. */
export function renderImage(node: LooseNode, media: Media, locale: Locale): string {
  const file = fileOf(node, media);
  const caption = said(node, 'caption') && element('figcaption', {}, escapeHtml(said(node, 'caption')));
  const alt = node.attrs?.['decorative'] === true ? '' : said(node, 'alt');
  if (!file) return element('figure', {}, element('p', {}, escapeHtml(alt || documentWords[locale].lost)) + caption);
  const all = [...file.widths, ...(file.width ? [{ width: file.width, href: file.href }] : [])];
  const attributes = {
    src: file.href,
    srcset: all.length > 1 ? all.map(({ width, href }) => `${href} ${width}w`).join(', ') : undefined,
    sizes: all.length > 1 ? '(min-width: 48rem) 42rem, 100vw' : undefined,
    width: file.width === undefined ? undefined : String(file.width),
    height: file.height === undefined ? undefined : String(file.height),
    alt,
    loading: 'lazy',
  };
  return element('figure', {}, emptyElement('img', attributes) + caption);
}

/** The browser's own player, and all that is said as text below it. */
export function renderPlayable(node: LooseNode, blocks: RenderBlocks, media: Media, locale: Locale): string {
  const text = documentWords[locale];
  const file = fileOf(node, media);
  const kind = node.type === 'film' ? 'film' : 'sound';
  const title = said(node, 'title') || file?.name || text[kind];
  const transcript = blocks(node.content);
  const asText =
    transcript &&
    element('details', { class: 'disclosure' }, element('summary', {}, text.transcript[kind]) + element('div', {}, transcript));
  const player = file ? playerOf(kind, file, title, locale) : element('p', {}, text.lost);
  return element('figure', { class: kind }, player + element('figcaption', {}, escapeHtml(title)) + asText);
}

function playerOf(kind: 'film' | 'sound', file: MediaFile, title: string, locale: Locale): string {
  const text = documentWords[locale];
  const source = emptyElement('source', { src: file.href, type: file.type });
  const download = element('p', {}, `${text.unplayable} ${element('a', { href: file.href }, text.download)}`);
  const shared = { controls: '', preload: 'none', 'aria-label': title };
  if (kind === 'sound') return element('audio', shared, source + download);
  // First, for a browser that plays it by itself; every other takes the film as one file.
  const stream = file.stream ? emptyElement('source', { src: file.stream, type: streamType }) : '';
  const tracks = file.captions.map(({ language, href }) =>
    emptyElement('track', { kind: 'captions', srclang: language, label: text.language[language], src: href }),
  );
  const size = file.width && file.height ? { width: String(file.width), height: String(file.height) } : {};
  return element('video', { ...shared, playsinline: '', poster: file.poster, ...size }, stream + source + tracks.join('') + download);
}

export function renderFileLink(node: LooseNode, media: Media, locale: Locale): string {
  const file = fileOf(node, media);
  const text = documentWords[locale];
  const title = said(node, 'title') || file?.name || text.file;
  if (!file) return element('p', { class: 'file-link' }, escapeHtml(`${title} (${text.lost})`));
  return element(
    'p',
    { class: 'file-link' },
    element('a', { href: file.href }, escapeHtml(title)) + escapeHtml(` (${text.size(file.type, file.bytes)})`),
  );
}

export function renderDetails(node: LooseNode, blocks: RenderBlocks, locale: Locale): string {
  const summary = element('summary', {}, escapeHtml(said(node, 'summary') || documentWords[locale].more));
  return element('details', { class: 'disclosure' }, summary + element('div', {}, blocks(node.content)));
}

function emptyElement(name: string, attributes: Record<string, string | undefined>): string {
  return element(name, attributes, '').slice(0, -`</${name}>`.length);
}

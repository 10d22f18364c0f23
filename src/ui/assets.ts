import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { compileBrowserModules } from './browser-modules.ts';
import { bundleEditor } from './editor-bundle.ts';
import { fontFaces, fonts, readFont } from './fonts.ts';
import { style } from './style.ts';

export type Coding = 'br' | 'gzip';
export type Asset = {
  body: Buffer;
  type: string;
  immutable: true;
  /** Compressed when it is first asked for, so that no start waits for what nobody reads. */
  packed?: (coding: Coding) => Promise<Buffer>;
};

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export type Assets = {
  byHref: ReadonlyMap<string, Asset>;
  hrefOf: (name: string) => string;
  publish: (name: string, content: Buffer | string) => string;
};

export function buildAssets(enhancements: string): Assets {
  const byHref = new Map<string, Asset>();
  const hrefs = new Map<string, string>();

  function publish(name: string, content: Buffer | string): string {
    const body = Buffer.from(content);
    const ending = extname(name);
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
    const href = `/assets/${name.slice(0, -ending.length)}.${hash}${ending}`;
    // A font is compressed within; a second time makes it larger.
    const compressed = ending === '.woff2' ? {} : { packed: packing(body) };
    byHref.set(href, { body, type: types[ending] ?? 'application/octet-stream', immutable: true, ...compressed });
    hrefs.set(name, href);
    return href;
  }

  function hrefOf(name: string): string {
    const href = hrefs.get(name);
    if (href === undefined) throw new Error(`There is no asset "${name}"; there are ${[...hrefs.keys()].join(', ')}`);
    return href;
  }

  for (const font of fonts) publish(font.name, readFont(font));
  publish('style.css', style(fontFaces(hrefOf)));
  publish('favicon.svg', readFileSync(join(import.meta.dirname, 'favicon.svg')));
  compileBrowserModules(enhancements, publish);
  return { byHref, hrefOf, publish };
}

const packers = { br: promisify(brotliCompress), gzip: promisify(gzip) };

function packing(body: Buffer): (coding: Coding) => Promise<Buffer> {
  const done: Partial<Record<Coding, Promise<Buffer>>> = {};
  return (coding) => (done[coding] ??= packers[coding](body));
}

const built = buildAssets(join(import.meta.dirname, '..', 'enhancements'));

/** Every static file by its address; an address changes with its content, so each may be kept for ever. */
export const assets = built.byHref;

export const assetHref = built.hrefOf;

let editor: Promise<string> | undefined;

/** The address of the block editor. Authors' pages ask for it, and nobody else's: it takes half a second to make. */
export const editorHref = (): Promise<string> => (editor ??= bundleEditor().then((code) => built.publish('editor.js', code)));

/** A file by its address. One process may be asked for the editor that another process has named. */
export async function assetAt(path: string): Promise<Asset | undefined> {
  if (path.startsWith('/assets/editor.')) await editorHref();
  return assets.get(path);
}

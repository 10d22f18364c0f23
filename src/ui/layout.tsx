import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetHref } from './assets.ts';
import type { Frame } from './frame.ts';
import { Language } from './language.ts';
import { markup, Markup } from './markup.ts';
import { PageFooter } from './page-footer.tsx';
import { PageHeader } from './page-header.tsx';
import { recent } from './recent.ts';
import { cutStencil, fillStencil, type Stencil } from './stencil.ts';
import { words } from './words.ts';

/** Nodes, or text that is markup already. */
export type Content = ComponentChildren | Markup;

type LayoutProps = {
  frame: Frame;
  /** Never personal: titles end up in history lists and on shared screens. */
  title: string;
  children: Content;
  width?: 'read' | 'wide' | 'narrow';
  /** Names of browser modules in src/enhancements, without ending. */
  scripts?: readonly string[];
  description?: string;
  /** A column before the content; on a narrow screen a sheet, opened by a button named `asideLabel`. */
  aside?: Content;
  asideLabel?: string;
};

type Gap = 'title' | 'description' | 'path' | 'account' | 'aside' | 'content';
const gaps: readonly Gap[] = ['title', 'description', 'path', 'account', 'aside', 'content'];
const framesKept = 500;
const stencils = recent<Stencil<Gap>>(framesKept);

/** Around every page stands nearly the same frame: each is drawn once, and what differs between people is filled in. */
export function drawPage({ children, scripts, ...others }: LayoutProps): string {
  const content = drawn(children, others.frame.locale);
  const props = { ...others, scripts: content.text.includes(dayField) ? [...(scripts ?? []), 'whole-dates'] : scripts };
  const { frame, title, description = '', aside } = props;
  const stencil = stencils(shapeOf(props), () => afterDoctype(cutStencil(gaps, (gap) => <Document {...props} gap={gap} />)));
  return fillStencil(stencil, {
    title: title === 'Kursiv' ? title : `${title} – Kursiv`,
    description,
    path: frame.path,
    account: frame.account?.label ?? '',
    aside: drawn(aside, frame.locale),
    content: frame.flash ? markup`${drawn(<Flash {...frame.flash} />, frame.locale)}${content}` : content,
  }).text;
}

/** What a page has that asks for a day, or for a day and a time. */
const dayField = 'type="date';

const drawn = (content: Content, locale: Frame['locale']): Markup =>
  content instanceof Markup ? content : new Markup(renderToString(<Language.Provider value={locale}>{content}</Language.Provider>));

const afterDoctype = ({ pieces: [first = '', ...others], gaps: between }: Stencil<Gap>): Stencil<Gap> => ({
  pieces: [`<!doctype html>${first}`, ...others],
  gaps: between,
});

/** All that the frame is drawn from, except what is filled in. */
function shapeOf({ frame, width, scripts, aside, asideLabel, description }: Omit<LayoutProps, 'children'>): string {
  const frameShape = frame.shape ?? JSON.stringify({ ...frame, path: undefined, account: undefined, flash: undefined });
  return [
    frameShape,
    frame.path === frame.accountHref,
    frame.path === frame.bell?.href,
    Boolean(frame.account),
    width,
    scripts,
    asideLabel,
    Boolean(aside),
    Boolean(description),
  ].join('\n');
}

type DocumentProps = Omit<LayoutProps, 'children'> & { gap: Record<Gap, string> };

function Document({ frame, gap, width = 'read', ...props }: DocumentProps) {
  const text = words[frame.locale];
  return (
    <html lang={frame.locale}>
      <Head title={gap.title} description={props.description && gap.description} scripts={props.scripts} />
      <body>
        <Language.Provider value={frame.locale}>
          <a class="skip" href="#content">
            {text.skipToContent}
          </a>
          <PageHeader frame={frame} path={gap.path} account={frame.account && gap.account} />
          <div class={props.aside ? 'page page-aside' : 'page'}>
            {props.aside && (
              <Aside label={props.asideLabel ?? text.contents} close={text.close}>
                {gap.aside}
              </Aside>
            )}
            <main id="content" class={width} tabindex={-1}>
              {gap.content}
            </main>
          </div>
          <PageFooter frame={frame} />
        </Language.Provider>
      </body>
    </html>
  );
}

type HeadProps = { title: string; description: string | undefined; scripts: readonly string[] | undefined };

function Head({ title, description, scripts = [] }: HeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {description && <meta name="description" content={description} />}
      <link rel="stylesheet" href={assetHref('style.css')} />
      <link rel="preload" href={assetHref('sans.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="preload" href={assetHref('serif.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="icon" href={assetHref('favicon.svg')} type="image/svg+xml" />
      {scripts.map((name) => (
        <script key={name} type="module" src={assetHref(`${name}.js`)} />
      ))}
    </head>
  );
}

function Flash({ kind, text }: { kind: 'done' | 'problem'; text: string }) {
  return (
    <p class={`flash ${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
      {text}
    </p>
  );
}

function Aside({ label, close, children }: { label: string; close: string; children: ComponentChildren }) {
  return (
    <>
      <button type="button" class="aside-open" popovertarget="aside">
        {label}
      </button>
      <aside id="aside" class="sheet" popover="auto" aria-label={label}>
        {children}
        <button type="button" class="quiet sheet-close" popovertarget="aside" popovertargetaction="hide">
          {close}
        </button>
      </aside>
    </>
  );
}

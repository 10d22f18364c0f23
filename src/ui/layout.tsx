import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetHref } from './assets.ts';
import type { Frame } from './frame.ts';
import { Language } from './language.ts';
import { PageFooter } from './page-footer.tsx';
import { PageHeader } from './page-header.tsx';
import { words } from './words.ts';

type LayoutProps = {
  frame: Frame;
  /** Never personal: titles end up in history lists and on shared screens. */
  title: string;
  children: ComponentChildren;
  width?: 'read' | 'wide' | 'narrow';
  /** Names of browser modules in src/enhancements, without ending. */
  scripts?: readonly string[];
  description?: string;
  /** A column before the content; on a narrow screen a sheet, opened by a button named `asideLabel`. */
  aside?: ComponentChildren;
  asideLabel?: string;
};

export function Layout(props: LayoutProps) {
  const { frame, children, width = 'read', aside } = props;
  const text = words[frame.locale];
  return (
    <html lang={frame.locale}>
      <Head {...props} />
      <body>
        <Language.Provider value={frame.locale}>
          <a class="skip" href="#content">
            {text.skipToContent}
          </a>
          <PageHeader frame={frame} />
          <div class={aside ? 'page page-aside' : 'page'}>
            {aside && (
              <Aside label={props.asideLabel ?? text.contents} close={text.close}>
                {aside}
              </Aside>
            )}
            <main id="content" class={width} tabindex={-1}>
              {frame.flash && <Flash {...frame.flash} />}
              {children}
            </main>
          </div>
          <PageFooter frame={frame} />
        </Language.Provider>
      </body>
    </html>
  );
}

function Head({ title, description, scripts = [] }: LayoutProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title === 'Kursiv' ? title : `${title} – Kursiv`}</title>
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

export const renderDocument = (page: VNode): string => `<!doctype html>${renderToString(page)}`;

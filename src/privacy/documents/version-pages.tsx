import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import type { Change } from './compare.ts';
import { Linked } from './document-page.tsx';
import type { Version } from './documents.queries.ts';
import { pageWords } from './page-words.ts';

export type NamedKind = keyof (typeof pageWords)['sv']['kinds'];

export function DocumentListPage({ kinds, locale }: { kinds: readonly NamedKind[]; locale: Locale }) {
  const text = pageWords[locale];
  return (
    <>
      <PageHeading title={text.list.title} lead={text.list.lead} />
      <ul>
        {kinds.map((document) => (
          <li key={document}>
            <a href={href('documentVersions', { document })}>{text.kinds[document]}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where the versions of a text are read: everyone's list of documents, or a customer's own. */
export type VersionPlaces = { over: { href: string; title: string }; versions: string; version(number: number): string };

export const openPlaces = (document: NamedKind, locale: Locale): VersionPlaces => ({
  over: { href: href('documents'), title: pageWords[locale].list.title },
  versions: href('documentVersions', { document }),
  version: (version) => href('documentVersion', { document, version }),
});

type VersionsProps = { document: NamedKind; at: VersionPlaces; versions: Version[]; older: boolean; paged: boolean; locale: Locale };

export function VersionsPage({ document, at, versions, older, paged, locale }: VersionsProps) {
  const text = pageWords[locale];
  const last = versions.at(-1);
  return (
    <>
      <PageHeading title={text.history.title(text.kinds[document])} over={<a href={at.over.href}>{at.over.title}</a>} />
      <Table
        caption={text.history.title(text.kinds[document])}
        captionHidden
        rows={versions}
        empty={text.history.none}
        columns={[
          {
            title: text.history.version,
            cell: ({ version }) => <a href={at.version(version)}>{text.history.changes(String(version))}</a>,
          },
          { title: text.history.from, cell: ({ in_force_at }) => formatDate(in_force_at, locale) },
        ]}
      />
      {older && last && (
        <p>
          <a href={`${at.versions}?fore=${last.version}`}>{text.history.older}</a>
        </p>
      )}
      {paged && (
        <p>
          <a href={at.versions}>{text.history.newest}</a>
        </p>
      )}
    </>
  );
}

type VersionProps = {
  document: NamedKind;
  at: VersionPlaces;
  version: Version;
  text: string;
  before: number | undefined;
  changes: Change[];
  locale: Locale;
};

export function VersionPage({ document, at, version, text: whole, before, changes, locale }: VersionProps) {
  const text = pageWords[locale];
  const words = text.version;
  return (
    <>
      <PageHeading
        title={words.title(text.kinds[document], String(version.version))}
        over={text.over(String(version.version), formatDate(version.in_force_at, locale))}
      />
      {before === undefined ? (
        <p>{words.first}</p>
      ) : (
        <section>
          <h2>{words.changed(String(before))}</h2>
          {changes.length === 0 && <p>{words.same}</p>}
          <div class="prose">
            {changes.map((change, index) => (
              <Changed key={index} change={change} locale={locale} />
            ))}
          </div>
        </section>
      )}
      <section>
        <h2>{words.whole}</h2>
        <Kept text={whole} />
      </section>
      <p>
        <a href={at.versions}>{words.back}</a>
      </p>
    </>
  );
}

/** Word by word within a paragraph that was reworded; said in words too, since a colour is not seen by everyone. */
function Changed({ change, locale }: { change: Change; locale: Locale }) {
  const { added, removed } = pageWords[locale].version;
  return (
    <p>
      {change.pieces.every(({ kind }) => kind === 'added') && <strong>{added} </strong>}
      {change.pieces.every(({ kind }) => kind === 'removed') && <strong>{removed} </strong>}
      {change.pieces.map(({ kind, text }, index) =>
        kind === 'added' ? (
          <ins key={index}>{text}</ins>
        ) : kind === 'removed' ? (
          <del key={index}>{text}</del>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </p>
  );
}

/** The text as it was kept: headings, lists and paragraphs with links. */
function Kept({ text }: { text: string }) {
  return (
    <div class="prose">
      {text.split(/\n\s*\n/).map((part, index) => (
        <KeptPart key={index} part={part.trim()} />
      ))}
    </div>
  );
}

function KeptPart({ part }: { part: string }) {
  if (part.startsWith('### ')) return <h4>{part.slice(4)}</h4>;
  if (part.startsWith('## ')) return <h3>{part.slice(3)}</h3>;
  if (!part.startsWith('- '))
    return (
      <p>
        <Linked text={part} />
      </p>
    );
  return (
    <ul>
      {part.split('\n').map((line, index) => (
        <li key={index}>
          <Linked text={line.slice(2)} />
        </li>
      ))}
    </ul>
  );
}

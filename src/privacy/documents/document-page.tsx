import { Fragment, type ComponentChildren } from 'preact';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import type { Block, Document } from './document.ts';
import { pageWords } from './page-words.ts';

type Props = {
  made: Document;
  over: string | undefined;
  locale: Locale;
  lead?: string;
  ways?: ComponentChildren;
  children?: ComponentChildren;
};

/** A generated text: the short of it on top, then its parts. */
export function DocumentPage({ made, over, locale, lead, ways, children }: Props) {
  return (
    <>
      <PageHeading title={made.title} over={over} lead={lead}>
        {ways}
      </PageHeading>
      <section class="notice info" aria-labelledby="in-short">
        <h2 id="in-short" class="notice-title">
          {pageWords[locale].inShort}
        </h2>
        <ul>
          {made.short.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {made.parts.map(({ title, blocks }) => (
        <section key={title}>
          <h2>{title}</h2>
          {blocks.map((block, index) => (
            <BlockView key={index} block={block} />
          ))}
        </section>
      ))}
      {children}
    </>
  );
}

function BlockView({ block }: { block: Block }) {
  if ('text' in block)
    return (
      <p>
        <Linked text={block.text} />
      </p>
    );
  if ('list' in block)
    return (
      <ul>
        {block.list.map((line) => (
          <li key={line}>
            <Linked text={line} />
          </li>
        ))}
      </ul>
    );
  const { caption, columns, rows, empty } = block.table;
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      empty={empty}
      columns={columns.map((title, index) => ({ title, cell: (row: string[]) => row[index] }))}
    />
  );
}

const linkPattern = /(?<!\\)\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)/g;
const unmarked = (text: string): string => text.replace(/\\([\\[\]])/g, '$1');

/** Text with its links; what the operator typed has none. */
export function Linked({ text }: { text: string }) {
  const pieces: ComponentChildren[] = [];
  let from = 0;
  for (const match of text.matchAll(linkPattern)) {
    pieces.push(unmarked(text.slice(from, match.index)), <a href={match[2]}>{unmarked(match[1] ?? '')}</a>);
    from = match.index + match[0].length;
  }
  pieces.push(unmarked(text.slice(from)));
  return (
    <>
      {pieces.map((piece, index) => (
        <Fragment key={index}>{piece}</Fragment>
      ))}
    </>
  );
}

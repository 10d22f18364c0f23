import type { ComponentChildren } from 'preact';
import { Badge } from './badge.tsx';
import { HiddenField, Submit } from './form.tsx';
import { formatNumber } from './format.ts';
import { useLocale } from './language.ts';
import { PageHeading } from './page-heading.tsx';
import { Table } from './table.tsx';

export type VerdictKind = 'plain' | 'accent' | 'caution' | 'problem';
type PastedRow = { line: number; givenName: string; familyName: string; email: string; verdict: string };

type PastedRowsProps<Row extends PastedRow> = {
  over: ComponentChildren;
  title: string;
  /** What will happen in all, and what is left out. */
  lead: string;
  note?: string | undefined;
  rows: readonly Row[];
  kinds: Record<Row['verdict'], VerdictKind>;
  verdicts: Record<Row['verdict'], string>;
  /** Where it is carried out, and where the list is changed first. */
  action: string;
  back: string;
  /** What was typed, carried along: nothing is kept until it is carried out. */
  carried: Record<string, string>;
  /** Nothing when no row would do anything. */
  submit: string | false;
  text: { change: string; caption: string; person: string; line: string; verdict: string };
};

/** A pasted list of people, row by row with what will happen to each, before anything does. */
export function PastedRows<Row extends PastedRow>(props: PastedRowsProps<Row>) {
  const { over, title, lead, note, rows, kinds, verdicts, action, back, carried, submit, text } = props;
  const locale = useLocale();
  const judged = ({ verdict }: Row) => verdict as Row['verdict'];
  return (
    <>
      <PageHeading over={over} title={title} lead={lead} />
      {note && <p>{note}</p>}
      <form method="post" action={action}>
        {Object.entries(carried).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <div class="actions">
          {submit && <Submit text={submit} />}
          <Submit formaction={back} name="change" value="yes" text={text.change} kind="quiet" />
        </div>
      </form>
      <Table
        caption={text.caption}
        rows={rows}
        empty=""
        columns={[
          { title: text.person, cell: (row) => <Who row={row} /> },
          { title: text.line, cell: ({ line }) => formatNumber(line, locale) },
          {
            title: text.verdict,
            cell: (row) => (
              <span>
                <Badge kind={kinds[judged(row)]}>{verdicts[judged(row)]}</Badge>
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function Who({ row: { givenName, familyName, email } }: { row: PastedRow }) {
  const name = `${givenName} ${familyName}`.trim();
  return (
    <>
      {name}
      {name && <br />}
      <span class={name ? 'hint' : undefined}>{email || '–'}</span>
    </>
  );
}

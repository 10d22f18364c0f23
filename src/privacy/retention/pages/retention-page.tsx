import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { closingWords } from '../../closing/words.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { BarChart } from '../../../ui/chart.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Anchor } from '../../look-log/anchor.ts';
import type { Due } from '../list-due.ts';
import { ruleOf } from '../rule-of.ts';
import { words } from '../words.ts';
import { Holds, type FoundHolds } from './holds.tsx';

export type Run = { started_at: Date; finished_at: Date | null; counts: unknown; left_due: unknown };
type Props = {
  locale: Locale;
  now: Date;
  actorId: string;
  due: Due[];
  closing: { inactive: number; warned: number; next: Date | null };
  runs: Run[];
  anchor: Anchor | undefined;
  found: FoundHolds;
  form: { values: Record<string, string>; errors: FieldError[] } | undefined;
};

export function RetentionPage({ locale, now, actorId, due, closing, runs, anchor, found, form }: Props) {
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <p>
        <a href={href('erasures')}>{text.erasures}</a>
      </p>
      <Holds locale={locale} now={now} actorId={actorId} found={found} form={form} />
      <section>
        <h2>{text.rules}</h2>
        {due.every(({ rows }) => rows === 0) && <p>{text.nothingDue}</p>}
        <Rules due={due} locale={locale} />
      </section>
      <Closing closing={closing} locale={locale} />
      <section>
        <h2>{text.runs}</h2>
        <Runs runs={runs} locale={locale} />
      </section>
      <section>
        <h2>{text.log}</h2>
        {anchor ? (
          <>
            <p>{text.anchored(formatNumber(anchor.number, locale), formatDateTime(anchor.at, locale))}</p>
            <p>
              <code>{anchor.root.match(/.{8}/g)?.join(' ')}</code>
            </p>
          </>
        ) : (
          <p>{text.notAnchored}</p>
        )}
      </section>
    </>
  );
}

function Closing({ closing: { inactive, warned, next }, locale }: Pick<Props, 'closing' | 'locale'>) {
  const text = closingWords[locale];
  return (
    <section>
      <h2>{text.accounts}</h2>
      <p>{text.accountsLead}</p>
      <DefinitionList
        items={[
          { term: text.inactive, description: formatNumber(inactive, locale) },
          { term: text.warnedCount, description: formatNumber(warned, locale) },
          { term: text.next, description: next ? formatDateTime(next, locale) : '–' },
        ]}
      />
    </section>
  );
}

function Rules({ due, locale }: { due: Due[]; locale: Locale }) {
  const text = words[locale];
  return (
    <Table
      caption={text.rules}
      captionHidden
      columns={[
        { title: text.rule, cell: ({ table }: Due) => ruleOf(table, locale).title },
        { title: text.period, cell: ({ table }) => ruleOf(table, locale).howLong },
        { title: text.dueNow, numeric: true, cell: ({ rows }) => formatNumber(rows, locale) },
        { title: text.oldest, cell: ({ oldest }) => (oldest ? formatDateTime(oldest, locale) : '–') },
      ]}
      rows={due}
      empty={text.nothingDue}
    />
  );
}

const counted = (counts: unknown) => Object.entries((counts ?? {}) as Record<string, number>);
const total = (counts: unknown) => counted(counts).reduce((sum, [, count]) => sum + count, 0);

function Runs({ runs, locale }: { runs: Run[]; locale: Locale }) {
  const text = words[locale];
  const seconds = ({ started_at, finished_at }: Run) =>
    finished_at ? formatNumber(Math.ceil((finished_at.getTime() - started_at.getTime()) / 1000), locale) : '–';
  return (
    <>
      {runs.length > 0 && (
        <BarChart
          id="sweeps"
          title={text.picture}
          description={text.pictureLead}
          figures={runs.slice(0, 7).map((run) => ({ label: formatDateTime(run.started_at, locale), value: total(run.counts) }))}
        />
      )}
      <Table
        caption={text.runs}
        captionHidden
        columns={[
          { title: text.ran, cell: (run: Run) => formatDateTime(run.started_at, locale) },
          { title: text.seconds, numeric: true, cell: seconds },
          { title: text.removed, numeric: true, cell: ({ counts }) => formatNumber(total(counts), locale) },
          { title: text.leftDue, cell: ({ left_due }) => leftOf(left_due, locale) },
        ]}
        rows={runs}
        empty={text.noRuns}
      />
    </>
  );
}

function leftOf(left: unknown, locale: Locale): string {
  const parts = counted(left).map(([table, rows]) => `${ruleOf(table, locale).title}: ${formatNumber(rows, locale)}`);
  return parts.join('; ') || words[locale].nothing;
}

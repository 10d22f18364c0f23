import { Disclosure } from '../../ui/dialog.tsx';
import { formatDate, formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Table } from '../../ui/table.tsx';
import { explain } from '../explain.ts';
import { words } from '../words.ts';
import type { ErasePlan, Fate, Kept, PlannedTable } from './erase-plan.ts';
import { closingWords } from './words.ts';

/** What a law keeps stands with the rest that must be kept. */
const fates = ['goes', 'nobody', 'name'] as const satisfies readonly Fate[];

/** The plan is shown before anything is done: what goes, what stays as nobody's, what a law keeps, and when. */
export function ErasePlanText({ plan, dueAt, locale }: { plan: ErasePlan; dueAt: Date | null; locale: Locale }) {
  const text = closingWords[locale];
  return (
    <section>
      <h2>{text.plan}</h2>
      {dueAt && <p>{text.when(formatDate(dueAt, locale))}</p>}
      {fates.map((fate) => plan.groups[fate].length > 0 && <Group key={fate} fate={fate} rows={plan.groups[fate]} locale={locale} />)}
      <h3>{text.kept}</h3>
      {plan.kept.every(({ what }) => what !== 'held' && what !== 'by law') && <p>{text.keptNothing}</p>}
      <KeptTable kept={plan.kept} locale={locale} />
      <h3>{text.told}</h3>
      <p>{plan.told.length > 0 ? text.toldText(plan.told.join(', ')) : text.toldNone}</p>
    </section>
  );
}

function Group({ fate, rows, locale }: { fate: (typeof fates)[number]; rows: PlannedTable[]; locale: Locale }) {
  const text = closingWords[locale];
  const { title, law } = text.groups[fate];
  return (
    <>
      <h3>{title}</h3>
      <p>{law}</p>
      <Disclosure summary={text.show(formatNumber(rows.length, locale))}>
        <Table
          caption={title}
          captionHidden
          columns={[
            { title: text.what, cell: ({ entry }: PlannedTable) => entry.title[locale] },
            { title: text.kinds, cell: ({ entry }) => explain(entry, locale).kinds },
            { title: text.count, numeric: true, cell: ({ count }) => formatNumber(count, locale) },
            { title: text.happens, cell: (row) => whatHappens(row, locale) },
          ]}
          rows={rows}
          empty={text.empty}
        />
      </Disclosure>
    </>
  );
}

function whatHappens({ entry }: PlannedTable, locale: Locale): string {
  const text = words[locale];
  const sentence = {
    delete: text.planDelete,
    anonymise: text.planAnonymise,
    'take-out': text.planTakeOut,
    leave: text.planLeave,
    keep: text.planKeep,
  };
  return [...new Set(entry.edges.map((edge) => sentence[edge.onErasure]))].join('; ');
}

function KeptTable({ kept, locale }: { kept: Kept[]; locale: Locale }) {
  const text = closingWords[locale];
  const laws = { receipt: text.receiptLaw, keyring: text.keyringLaw, held: '' };
  return (
    <Table
      caption={text.kept}
      captionHidden
      columns={[
        { title: text.what, cell: (one: Kept) => (one.what === 'by law' ? one.data[locale] : text[one.what]) },
        { title: text.law, cell: (one) => (one.what === 'by law' ? one.by[locale] : (one.law ?? laws[one.what])) },
        { title: text.until, whole: true, cell: ({ until }) => formatDate(until, locale) },
      ]}
      rows={kept}
      empty={text.empty}
    />
  );
}

import { href } from '../../../routes.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Form, Submit } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { deskWords } from '../../enquiries/desk-words.ts';
import { showNumber } from '../../enquiries/enquiry.ts';
import type { ClockFigures, ClockRow } from '../clock.queries.ts';
import { CaseState } from './case-state.tsx';

type ClockPageProps = {
  locale: Locale;
  now: Date;
  me: string;
  rows: readonly ClockRow[];
  figures: ClockFigures;
  next: string | undefined;
  isFirst: boolean;
  /** Mails that nobody could take. */
  dead: number;
};

export function ClockPage({ locale, now, me, rows, figures, next, isFirst, dead }: ClockPageProps) {
  const text = deskWords[locale];
  const { clock, inbox } = text;
  const count = (value: number) => formatNumber(value, locale);
  return (
    <>
      <PageHeading over={<a href={href('enquiries')}>{inbox.support.title}</a>} title={clock.title} lead={clock.lead} />
      <DefinitionList
        items={[
          { term: clock.figures.running, description: count(figures.running) },
          { term: clock.figures.late, description: count(figures.late) },
          { term: clock.figures.inTime, description: clock.of(count(figures.inTime), count(figures.answered)) },
        ]}
      />
      {rows.length === 0 && isFirst ? (
        <EmptyState title={clock.emptyTitle}>{clock.empty}</EmptyState>
      ) : (
        <Table
          caption={clock.title}
          captionHidden
          rows={rows}
          empty={clock.empty}
          columns={[
            {
              title: clock.number,
              cell: ({ id, case_number }) => <a href={href('enquiry', { enquiry: id })}>{showNumber(case_number)}</a>,
            },
            { title: inbox.kind, cell: ({ kind }) => text.kinds[kind] },
            { title: inbox.state, cell: (row) => <CaseState row={row} now={now} locale={locale} /> },
            {
              title: inbox.assigned,
              cell: ({ assignee_id }) => (assignee_id ? (assignee_id === me ? inbox.me : inbox.colleague) : inbox.nobody),
            },
          ]}
        />
      )}
      {next && (
        <p>
          <a href={`${href('supportClock')}?efter=${next}`} rel="next">
            {inbox.more}
          </a>
        </p>
      )}
      <p class="hint">{clock.hours}</p>
      {dead > 0 && <DeadMail locale={locale} dead={dead} />}
    </>
  );
}

function DeadMail({ locale, dead }: Pick<ClockPageProps, 'locale' | 'dead'>) {
  const text = deskWords[locale].clock;
  return (
    <section>
      <h2>{text.deadTitle}</h2>
      <p>{text.dead(formatNumber(dead, locale))}</p>
      <p>{text.deadHow}</p>
      <Form action={href('tryMailAgain')}>
        <Submit text={text.again} kind="quiet" />
      </Form>
    </section>
  );
}

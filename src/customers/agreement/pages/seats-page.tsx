import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Disclosure } from '../../../ui/dialog.tsx';
import { ErrorSummary, Form, HiddenField, Submit } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchedList } from '../../../ui/searched-list.tsx';
import { Table } from '../../../ui/table.tsx';
import type { CourseRow } from '../../members.queries.ts';
import { nameOf } from '../../name-of.ts';
import { words } from '../../words.ts';
import type { SeatFigures } from '../agreement.queries.ts';
import type { SeatOrder, SeatRow } from '../seats.queries.ts';
import { agreementWords } from '../words.ts';
import { AgreementLinks } from './agreement-links.tsx';
import { SeatsPicture } from './seats-picture.tsx';

type SeatsPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  figures: SeatFigures | undefined;
  courses: readonly CourseRow[];
  rows: readonly SeatRow[];
  next: string | undefined;
  asked: { text: string; course: string | undefined; order: SeatOrder; after: string | undefined; error?: string };
};

export function SeatsPage(props: SeatsPageProps) {
  const { locale, customer, figures, asked } = props;
  const text = agreementWords[locale].seats;
  return (
    <>
      <ErrorSummary locale={locale} errors={asked.error ? [{ name: 'text', text: asked.error }] : []} />
      <PageHeading over={customer.name} title={text.title} lead={text.lead}>
        <ButtonLink href={href('keyBatches', { customer: customer.slug })}>{text.keys}</ButtonLink>
        <AgreementLinks customer={customer} to={['agreement']} />
      </PageHeading>
      {figures ? <SeatsPicture locale={locale} figures={figures} /> : <p>{text.none}</p>}
      {figures && (
        <>
          <h2>{text.people}</h2>
          <p>{text.peopleLead}</p>
          <People {...props} />
        </>
      )}
    </>
  );
}

function People({ locale, customer, courses, rows, next, asked }: SeatsPageProps) {
  const text = agreementWords[locale].seats;
  const here = href('seats', { customer: customer.slug });
  const isAll = asked.text === '' && !asked.course;
  return (
    <SearchedList
      here={here}
      searchAt={href('searchSeats', { customer: customer.slug })}
      field="text"
      searched={asked.text}
      error={asked.error}
      searchable={rows.length > 0 || !isAll}
      filters={[
        {
          name: 'kurs',
          label: text.course,
          options: [{ value: '', text: text.anyCourse }, ...courses.map(({ id, title }) => ({ value: id, text: title }))],
          selected: asked.course ?? '',
        },
      ]}
      filtersInAddress
      order={{
        selected: asked.order,
        options: [
          { value: 'name', text: text.orders.name, column: 'person', direction: 'ascending' },
          { value: 'name-last', text: text.orders.nameLast, column: 'person', direction: 'descending' },
          { value: 'courses', text: text.orders.courses, column: 'courses', direction: 'descending' },
        ],
      }}
      {...{ next, text }}
      isFirst={!asked.after}
      empty={isAll ? { title: text.emptyTitle, text: text.empty } : { title: text.noneFoundTitle, text: text.noneFound }}
    >
      {rows.length > 0 && (
        <Table
          caption={text.people}
          captionHidden
          rows={rows}
          empty={text.empty}
          columns={[
            { title: text.person, order: 'person', cell: (row) => <Who row={row} locale={locale} /> },
            { title: text.courses, order: 'courses', cell: (row) => row.courses.join(', ') },
            { title: text.release, cell: ({ id }) => <Release id={id} at={here} locale={locale} /> },
          ]}
        />
      )}
    </SearchedList>
  );
}

function Who({ row, locale }: { row: SeatRow; locale: Locale }) {
  return (
    <div>
      {nameOf(row) || words[locale].members.noName}
      {row.email && <div class="hint">{row.email}</div>}
    </div>
  );
}

function Release({ id, at, locale }: { id: string; at: string; locale: Locale }) {
  const text = agreementWords[locale].seats;
  return (
    <Disclosure summary={text.release}>
      <p>{text.releaseMeans}</p>
      <Form action={at}>
        <HiddenField name="person" value={id} />
        <Submit text={text.release} kind="danger" />
      </Form>
    </Disclosure>
  );
}

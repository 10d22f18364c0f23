import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Disclosure } from '../../../ui/dialog.tsx';
import { Form, HiddenField, Submit } from '../../../ui/form.tsx';
import { ListSteps } from '../../../ui/list-steps.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { nameOf } from '../../name-of.ts';
import { words } from '../../words.ts';
import type { SeatFigures } from '../agreement.queries.ts';
import type { SeatRow } from '../seats.queries.ts';
import { agreementWords } from '../words.ts';
import { AgreementLinks } from './agreement-links.tsx';
import { SeatsPicture } from './seats-picture.tsx';

type SeatsPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  figures: SeatFigures | undefined;
  rows: readonly SeatRow[];
  next: string | undefined;
  isFirst: boolean;
};

export function SeatsPage({ locale, customer, figures, rows, next, isFirst }: SeatsPageProps) {
  const text = agreementWords[locale].seats;
  const here = href('seats', { customer: customer.slug });
  return (
    <>
      <PageHeading over={customer.name} title={text.title} lead={text.lead}>
        <ButtonLink href={href('keyBatches', { customer: customer.slug })}>{text.keys}</ButtonLink>
        <AgreementLinks customer={customer} to={['agreement']} />
      </PageHeading>
      {figures ? <SeatsPicture locale={locale} figures={figures} /> : <p>{text.none}</p>}
      {figures && (
        <>
          <h2>{text.people}</h2>
          <p>{text.peopleLead}</p>
          <Table
            caption={text.people}
            captionHidden
            rows={rows}
            empty={text.empty}
            columns={[
              { title: text.person, cell: (row) => <Who row={row} locale={locale} /> },
              { title: text.courses, cell: ({ courses }) => courses.join(', ') },
              { title: text.release, cell: ({ id }) => <Release id={id} at={here} locale={locale} /> },
            ]}
          />
        </>
      )}
      <ListSteps here={here} {...{ next, isFirst, text }} />
    </>
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

import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { stateOf } from '../certificate-state.ts';
import { StateBadge } from '../state-badge.tsx';
import { words } from '../words.ts';
import type { CertificateRow } from './looking-after.queries.ts';

type CertificatesPageProps = {
  locale: Locale;
  customer: string;
  course: { slug: string; title: string };
  rows: readonly (CertificateRow & { name: string })[];
  next: string | undefined;
  /** Only those that are to be renewed. */
  isDue: boolean;
  now: Date;
};

export function CertificatesPage({ locale, customer, course, rows, next, isDue, now }: CertificatesPageProps) {
  const text = words[locale].looking;
  const at = { customer, course: course.slug };
  return (
    <>
      <PageHeading
        over={<a href={href('statistics', at)}>{course.title}</a>}
        title={isDue ? text.dueTitle : text.title}
        lead={isDue ? text.dueLead : text.lead}
      >
        <ButtonLink href={href('certificateTemplate', at)} kind="quiet">
          {words[locale].template.title}
        </ButtonLink>
      </PageHeading>
      <p>
        {isDue ? (
          <a href={href('courseCertificates', at)}>{text.showAll}</a>
        ) : (
          <a href={`${href('courseCertificates', at)}?visa=att-fornya`}>{text.showDue}</a>
        )}
      </p>
      {rows.length === 0 && isDue ? (
        <EmptyState title={text.nobodyDueTitle}>{text.nobodyDue}</EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <Table
          caption={isDue ? text.dueTitle : text.title}
          captionHidden
          rows={rows}
          empty={text.empty}
          columns={[
            {
              title: words[locale].number,
              cell: (row) => (
                <a class="code" href={href('courseCertificate', { ...at, certificate: row.id })}>
                  {row.number}
                </a>
              ),
            },
            { title: words[locale].holder, cell: (row) => row.name || text.noName },
            { title: words[locale].issued, cell: (row) => formatDate(row.issuedAt, locale) },
            { title: words[locale].validUntil, cell: (row) => (row.expiresAt ? formatDate(row.expiresAt, locale) : text.forever) },
            { title: text.state, cell: (row) => <StateBadge state={stateOf(row, now)} locale={locale} /> },
          ]}
        />
      )}
      {next && (
        <p>
          <a href={`${href('courseCertificates', at)}?${isDue ? 'visa=att-fornya&' : ''}efter=${next}`} rel="next">
            {text.more}
          </a>
        </p>
      )}
    </>
  );
}

import { href } from '../../routes.ts';
import { Choices, ErrorSummary, Form, Submit } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import type { OwnCourse } from '../own-courses.queries.ts';
import { ProtectionSection } from '../protection/protection-section.tsx';
import type { Protection } from '../protection/protection.queries.ts';
import { nameOf } from '../student.ts';
import { NewlyShown, type Noticed } from '../telling/newly-shown.tsx';
import { groups, type Field, type GroupName, type Matrix } from '../visibility.ts';
import type { ChangeRow } from '../visibility.queries.ts';
import { whoSeesWhat } from '../who-sees-what.ts';
import { words } from '../words.ts';

type WhoSeesWhomPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  isAdmin: boolean;
  matrix: Matrix;
  courses: readonly OwnCourse[];
  changes: readonly ChangeRow[];
  protection: Protection | undefined;
  notices: readonly Noticed[];
  /** What was ticked and could not be saved, and why. */
  typed: { matrix: Matrix | undefined; error: string } | undefined;
};

export function WhoSeesWhomPage(props: WhoSeesWhomPageProps) {
  const { locale, customer, isAdmin, matrix, typed } = props;
  const text = words[locale].visibility;
  return (
    <>
      <ErrorSummary locale={locale} errors={typed ? [{ name: 'customer-admin', text: typed.error }] : []} />
      <PageHeading over={customer.name} title={text.title} lead={text.lead(customer.name)} />
      <section>
        <h2>{isAdmin ? text.summaryTitle : text.memberTitle}</h2>
        <ul>
          {whoSeesWhat(matrix, locale).map(({ group, sentence }) => (
            <li key={group}>{sentence}</li>
          ))}
        </ul>
      </section>
      {!isAdmin && <NewlyShown locale={locale} notices={props.notices} isProtected={props.protection !== undefined} />}
      {isAdmin && <Change {...props} />}
      <Mates {...props} />
      <ProtectionSection
        locale={locale}
        action={href('protectOwn', { customer: customer.slug })}
        as="person"
        protection={props.protection}
      />
      {isAdmin && <History {...props} />}
    </>
  );
}

function Mates({ locale, customer, courses }: WhoSeesWhomPageProps) {
  const text = words[locale].visibility;
  const open = courses.filter(({ shown }) => shown.length > 0);
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{text.matesTitle}</h2>
      <p>{text.matesLead}</p>
      <ul>
        {open.map((course) => (
          <li key={course.slug}>
            <a href={href('courseMates', { customer: customer.slug, course: course.slug })}>{course.title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Change({ locale, customer, matrix, typed }: WhoSeesWhomPageProps) {
  const text = words[locale].visibility;
  const ticked = typed?.matrix ?? matrix;
  return (
    <section>
      <h2>{text.formTitle}</h2>
      <p>{text.formLead}</p>
      <Form action={href('saveWhoSeesWhom', { customer: customer.slug })}>
        {groups.map(({ name, offers }) => (
          <Choices
            key={name}
            kind="checkbox"
            name={name}
            legend={text.legends[name]}
            required
            selected={ticked[name]}
            options={offers.map((field: Field) => ({ value: field, text: capital(text.fields[field]) }))}
            {...(typed && name === 'customer-admin' ? { error: typed.error } : {})}
          />
        ))}
        <Submit text={text.save} />
      </Form>
    </section>
  );
}

function History({ locale, changes }: WhoSeesWhomPageProps) {
  const text = words[locale].visibility;
  return (
    <section>
      <h2>{text.historyTitle}</h2>
      <Table
        caption={text.historyTitle}
        captionHidden
        rows={changes}
        empty={text.noChanges}
        columns={[
          { title: text.when, cell: ({ changed_at }) => formatDateTime(changed_at, locale) },
          { title: text.who, cell: (change) => nameOf(change) || text.someone },
          { title: text.what, cell: (change) => whatChanged(change, locale) },
        ]}
      />
    </section>
  );
}

function whatChanged({ role, relation, field, shown }: ChangeRow, locale: Locale): string {
  const text = words[locale].visibility;
  const group = groups.find((one) => one.role === role && one.relation === relation)?.name as GroupName;
  return (shown ? text.began : text.ceased)(text.groups[group], text.fields[field as Field]);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

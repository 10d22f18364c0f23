import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Disclosure } from '../../../ui/dialog.tsx';
import { ErrorSummary, Form, HiddenField, Submit, TextField } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { ImportsTable } from '../../people-import/pages/imports-table.tsx';
import type { ImportRow } from '../../people-import/people-import.queries.ts';
import type { CourseChoice, Group, GroupMember, GroupMemberOrder } from '../groups.queries.ts';
import type { GroupTeacher } from '../teachers.queries.ts';
import { groupWords } from '../words.ts';
import { GroupFields, type TypedGroup } from './group-fields.tsx';
import { GroupTeachers } from './group-teachers.tsx';
import { GroupMembers } from './group-members.tsx';

export type GroupPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  group: Group;
  now: Date;
  courses: readonly CourseChoice[];
  members: readonly GroupMember[];
  teachers: readonly GroupTeacher[];
  imports: readonly ImportRow[];
  next: string | undefined;
  isFirst: boolean;
  /** A part of a member's name or address. */
  searched: string;
  order: GroupMemberOrder | undefined;
  typed: TypedGroup;
  errors: readonly FieldError[];
  /** What the next group is called, and the id it gets. */
  again: string;
  nextId: string;
};

export function GroupPage(props: GroupPageProps) {
  const { locale, customer, group, courses, typed, errors } = props;
  const { group: text } = groupWords[locale];
  const at = { customer: customer.slug, group: group.id };
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading
        over={<a href={href('groups', { customer: customer.slug })}>{groupWords[locale].list.title}</a>}
        title={group.name}
        lead={group.ended_at ? text.endedLead(formatDate(group.ended_at, locale)) : text.lead}
      >
        {!group.ended_at && <ButtonLink href={href('peopleList', at)}>{text.add}</ButtonLink>}
      </PageHeading>
      <GroupMembers {...props} />
      {!group.ended_at && <GroupTeachers {...props} />}
      <ImportsTable {...props} at={at} />
      {!group.ended_at && (
        <>
          <h2>{text.settings}</h2>
          <Form action={href('saveGroup', at)}>
            <GroupFields {...{ locale, courses, typed, errors }} />
            <Submit text={text.save} />
          </Form>
          <End {...props} />
        </>
      )}
    </>
  );
}

function End({ locale, customer, group, again, nextId, errors }: GroupPageProps) {
  const { group: text } = groupWords[locale];
  const error = errors.find(({ name }) => name === 'again')?.text;
  return (
    <Disclosure summary={text.end} open={error !== undefined}>
      <p>{group.keeps_courses ? text.endKeeps : text.endCloses}</p>
      <Form action={href('endGroup', { customer: customer.slug, group: group.id })}>
        <HiddenField name="client_id" value={nextId} />
        <TextField
          name="again"
          label={text.again}
          hint={text.againHint}
          value={again}
          size={28}
          required={false}
          maxlength={100}
          {...(error ? { error } : {})}
        />
        <Submit text={text.end} kind="danger" />
      </Form>
    </Disclosure>
  );
}

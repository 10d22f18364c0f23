import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { Choices, ErrorSummary, Form, Submit, TextArea, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { CourseRow } from '../members.queries.ts';
import { staffRoles } from '../roles.queries.ts';
import { words } from '../words.ts';

export type TypedInvitation = {
  values: Record<string, string>;
  courses: readonly string[];
  groups: readonly string[];
  errors: readonly FieldError[];
};

type NewInvitationPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  courses: readonly CourseRow[];
  groups: readonly CourseRow[];
  typed: TypedInvitation;
};

export function NewInvitationPage({ locale, customer, courses, groups, typed }: NewInvitationPageProps) {
  const text = words[locale].newInvitation;
  const { values, errors } = typed;
  const faulty = (name: string) => {
    const found = errors.find((error) => error.name === name);
    return found ? { error: found.text } : {};
  };
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading
        over={<a href={href('invitations', { customer: customer.slug })}>{words[locale].invitations.title}</a>}
        title={text.title}
        lead={text.lead(customer.name)}
      />
      <Form action={href('saveInvitation', { customer: customer.slug })}>
        <Choices
          kind="radio"
          name="role"
          legend={text.role}
          options={staffRoles.map((role) => ({ value: role, text: words[locale].roles[role], hint: text.roleHints[role] }))}
          selected={values['role'] ?? 'teacher'}
          {...faulty('role')}
        />
        {courses.length > 0 && (
          <Choices
            kind="checkbox"
            name="courses"
            legend={text.courses}
            hint={text.coursesHint}
            required
            options={courses.map(({ id, title }) => ({ value: id, text: title }))}
            selected={typed.courses}
            {...faulty('courses')}
          />
        )}
        {groups.length > 0 && (
          <Choices
            kind="checkbox"
            name="groups"
            legend={text.groups}
            hint={text.groupsHint}
            options={groups.map(({ id, title }) => ({ value: id, text: title }))}
            selected={typed.groups}
            required={false}
          />
        )}
        <TextArea
          name="addresses"
          label={text.addresses}
          hint={text.addressesHint}
          value={values['addresses'] ?? ''}
          rows={4}
          required={false}
          spellcheck={false}
          {...faulty('addresses')}
        />
        <TextField
          name="domains"
          label={text.domains}
          hint={text.domainsHint}
          value={values['domains'] ?? ''}
          required={false}
          spellcheck={false}
          {...faulty('domains')}
        />
        <TextField
          name="uses"
          label={text.uses}
          hint={text.usesHint}
          value={values['uses'] ?? '1'}
          inputmode="numeric"
          size={5}
          {...faulty('uses')}
        />
        <TextField name="days" label={text.days} value={values['days'] ?? '14'} inputmode="numeric" size={5} {...faulty('days')} />
        <TextField
          name="accessDays"
          label={text.accessDays}
          hint={text.accessDaysHint}
          value={values['accessDays'] ?? ''}
          inputmode="numeric"
          size={5}
          required={false}
          {...faulty('accessDays')}
        />
        <Submit text={text.save} />
      </Form>
    </>
  );
}

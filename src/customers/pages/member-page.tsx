import { href } from '../../routes.ts';
import { ProtectionSection, type Protection } from '../../people/index.ts';
import { Checkbox, Choices, ErrorSummary, Form, Submit } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { WantedRoles } from '../change-roles.ts';
import type { CourseRow, Member } from '../members.queries.ts';
import { nameOf } from '../name-of.ts';
import { words } from '../words.ts';

type MemberPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  member: Member;
  courses: readonly CourseRow[];
  groups: readonly CourseRow[];
  protection: Protection | undefined;
  typed: { wanted: WantedRoles | undefined; error: string } | undefined;
};

export function MemberPage({ locale, customer, member, courses, groups, typed, protection }: MemberPageProps) {
  const text = words[locale].member;
  const roles: Record<string, string> = words[locale].roles;
  const shown = typed?.wanted ?? { ...member, customerAdmin: member.roles.includes('customer_admin') };
  const options = courses.map(({ id, title }) => ({ value: id, text: title }));
  return (
    <>
      <ErrorSummary locale={locale} errors={typed ? [{ name: 'customerAdmin', text: typed.error }] : []} />
      <PageHeading
        over={<a href={href('members', { customer: customer.slug })}>{words[locale].members.title}</a>}
        title={nameOf(member) || words[locale].members.noName}
        lead={`${member.email ? `${member.email} · ` : ''}${member.roles.map((role) => roles[role]).join(', ')}`}
      />
      <Form action={href('saveMember', { customer: customer.slug, member: member.id })}>
        <Checkbox
          name="customerAdmin"
          label={text.customerAdmin}
          hint={text.customerAdminHint}
          checked={shown.customerAdmin}
          {...(typed ? { error: typed.error } : {})}
        />
        {options.length > 0 && (
          <>
            <Choices
              kind="checkbox"
              name="administers"
              legend={text.administers}
              hint={text.administersHint}
              required
              options={options}
              selected={shown.administers}
            />
            <Choices
              kind="checkbox"
              name="teaches"
              legend={text.teaches}
              hint={text.teachesHint}
              required
              options={options}
              selected={shown.teaches}
            />
          </>
        )}
        {groups.length > 0 && (
          <Choices
            kind="checkbox"
            name="groups"
            legend={text.teachesGroups}
            hint={text.teachesGroupsHint}
            required
            options={groups.map(({ id, title }) => ({ value: id, text: title }))}
            selected={shown.groups}
          />
        )}
        <Submit text={text.save} />
      </Form>
      <ProtectionSection
        locale={locale}
        action={href('protectMember', { customer: customer.slug, member: member.id })}
        as="customer"
        protection={protection}
      />
    </>
  );
}

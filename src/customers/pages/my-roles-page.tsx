import { href } from '../../routes.ts';
import { Disclosure } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form, HiddenField, Submit } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { agreementWords } from '../agreement/words.ts';
import type { MyOpenCourse, MyRole } from '../my-roles.queries.ts';
import { words } from '../words.ts';
import { CustomerLinks } from './customer-links.tsx';

type MyRolesPageProps = { locale: Locale; roles: readonly MyRole[]; courses: readonly MyOpenCourse[] };

export function MyRolesPage({ locale, roles, courses }: MyRolesPageProps) {
  const text = words[locale].myRoles;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      {roles.length === 0 && <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>}
      {roles.map((mine) => (
        <Role key={`${mine.slug} ${mine.role}`} mine={mine} locale={locale} />
      ))}
      {courses.length > 0 && (
        <section>
          <h2>{agreementWords[locale].seats.leaveTitle}</h2>
          {courses.map((course) => (
            <OpenCourse key={`${course.customer} ${course.course}`} course={course} locale={locale} />
          ))}
        </section>
      )}
      <p class="facts">
        <a href={href('myData')}>{text.myData}</a>
      </p>
    </>
  );
}

function OpenCourse({ course: { customer, customer_name, course, title }, locale }: { course: MyOpenCourse; locale: Locale }) {
  const text = agreementWords[locale].seats;
  return (
    <Disclosure summary={`${title}, ${customer_name}`}>
      <p>{text.leaveMeans}</p>
      <Form action={href('leaveCourse', { customer, course })}>
        <Submit text={text.leave} kind="danger" />
      </Form>
    </Disclosure>
  );
}

const rooms = {
  customer_admin: ['inbox', 'members', 'groups', 'keyBatches', 'invitations', 'whoSeesWhom', 'agreement', 'seats', 'customerNotifications'],
  course_admin: ['inbox', 'whoSeesWhom'],
  teacher: ['whoSeesWhom'],
} as const;

function Role({ mine, locale }: { mine: MyRole; locale: Locale }) {
  const text = words[locale].myRoles;
  return (
    <section>
      <h2>
        {mine.customer}: {words[locale].roles[mine.role].toLowerCase()}
      </h2>
      {mine.courses.length > 0 && (
        <ul>
          {mine.courses.map(({ slug, title, seesStudents }) => (
            <li key={slug}>
              {seesStudents ? <a href={href('students', { customer: mine.slug, course: slug })}>{text.students(title)}</a> : title}
            </li>
          ))}
        </ul>
      )}
      <p>
        {mine.through_invitation ? text.invited(formatDate(mine.since, locale)) : text.given(formatDate(mine.since, locale))}{' '}
        {mine.ends_at && text.ends(formatDate(mine.ends_at, locale))}
      </p>
      <div class="actions">
        <CustomerLinks customer={mine.slug} to={rooms[mine.role]} />
      </div>
      <Disclosure summary={text.leave(mine.customer)}>
        <p>{text.leaveMeans}</p>
        <Form action={href('leaveRole')}>
          <HiddenField name="customer" value={mine.customer_id} />
          <HiddenField name="role" value={mine.role} />
          <Submit text={text.leave(mine.customer)} kind="danger" />
        </Form>
      </Disclosure>
    </section>
  );
}

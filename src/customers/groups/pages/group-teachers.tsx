import { href } from '../../../routes.ts';
import type { Locale } from '../../../ui/locale.ts';
import { nameOf } from '../../name-of.ts';
import { words } from '../../words.ts';
import type { GroupTeacher } from '../teachers.queries.ts';
import { groupWords } from '../words.ts';

type GroupTeachersProps = { locale: Locale; customer: { slug: string }; teachers: readonly GroupTeacher[] };

/** Who sees and helps the group; each is made so on their own page. */
export function GroupTeachers({ locale, customer, teachers }: GroupTeachersProps) {
  const { group: text } = groupWords[locale];
  return (
    <>
      <h2>{text.teachers}</h2>
      {teachers.length > 0 ? (
        <ul>
          {teachers.map((teacher) => (
            <li key={teacher.id}>
              <a href={href('member', { customer: customer.slug, member: teacher.id })}>
                {nameOf(teacher) || words[locale].members.noName}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {text.noTeachers} <a href={href('members', { customer: customer.slug })}>{text.toMembers}</a>
        </p>
      )}
    </>
  );
}

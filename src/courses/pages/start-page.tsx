import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { ListedCourse } from '../courses.queries.ts';
import { words } from '../words.ts';
import { CourseCards } from './course-cards.tsx';

export function StartPage({ courses, locale }: { courses: readonly ListedCourse[]; locale: Locale }) {
  const text = words[locale].start;
  return (
    <>
      <PageHeading size="start" title={text.title} lead={text.lead}>
        <ButtonLink href={href('key')}>{text.redeem}</ButtonLink>
        <ButtonLink href={href('catalogue')} kind="quiet">
          {text.seeCourses}
        </ButtonLink>
      </PageHeading>
      {courses.length > 0 && (
        <section>
          <h2>{text.coursesTitle}</h2>
          <CourseCards courses={courses} locale={locale} level={3} />
        </section>
      )}
      <section>
        <h2>{text.howTitle}</h2>
        <DefinitionList items={text.how} />
      </section>
      <section>
        <h2>{text.privacyTitle}</h2>
        <p class="lead">{text.privacy}</p>
        <p>
          <a href={href('trust')}>{text.promises}</a>
        </p>
      </section>
    </>
  );
}

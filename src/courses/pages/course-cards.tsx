import { href } from '../../routes.ts';
import { CardList } from '../../ui/card-list.tsx';
import { formatMinutes } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import type { ListedCourse } from '../courses.queries.ts';
import { words } from '../words.ts';
import { InLanguage } from './in-language.tsx';

/** Courses as cards; what the course itself says stays in the course's own language. */
export function CourseCards({ courses, locale, level }: { courses: readonly ListedCourse[]; locale: Locale; level?: 2 | 3 }) {
  const cards = courses.map((course) => ({
    href: href('course', { customer: course.customer_slug, course: course.slug }),
    title: (
      <InLanguage language={course.language} locale={locale}>
        {course.title}
      </InLanguage>
    ),
    text: (
      <InLanguage language={course.language} locale={locale}>
        {course.tagline}
      </InLanguage>
    ),
    facts: `${course.customer_name} · ${words[locale].facts(course.pages ?? 0, formatMinutes(course.minutes, locale))}`,
  }));
  return <CardList cards={cards} {...(level ? { level } : {})} />;
}

import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListSteps } from '../../ui/list-steps.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { ListedCourse } from '../courses.queries.ts';
import { words } from '../words.ts';
import { CourseCards } from './course-cards.tsx';

type CataloguePageProps = { courses: readonly ListedCourse[]; next: string | undefined; isFirst: boolean; locale: Locale };

export function CataloguePage({ courses, next, isFirst, locale }: CataloguePageProps) {
  const text = words[locale].catalogue;
  const redeem = <ButtonLink href={href('key')}>{words[locale].start.redeem}</ButtonLink>;
  if (courses.length > 0) {
    return (
      <>
        <PageHeading title={text.title} lead={text.lead}>
          {redeem}
        </PageHeading>
        <CourseCards courses={courses} locale={locale} />
        <ListSteps here={href('catalogue')} next={next} isFirst={isFirst} text={text.steps} />
      </>
    );
  }
  return (
    <>
      <PageHeading title={text.title} />
      <EmptyState title={text.emptyTitle}>
        <p>{text.empty}</p>
        <p>{redeem}</p>
      </EmptyState>
    </>
  );
}

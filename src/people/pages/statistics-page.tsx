import { href } from '../../routes.ts';
import { BarChart } from '../../ui/chart.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { smallestGroup, type CourseStatistics, type Shown } from '../course-statistics.ts';
import { words } from '../words.ts';
import { CourseLinks } from './course-links.tsx';

type StatisticsPageProps = { locale: Locale; customer: string; course: { slug: string; title: string }; statistics: CourseStatistics };

export function StatisticsPage({ locale, customer, course, statistics }: StatisticsPageProps) {
  const text = words[locale].statistics;
  const least = formatNumber(smallestGroup, locale);
  return (
    <>
      <PageHeading
        over={<a href={href('course', { customer, course: course.slug })}>{course.title}</a>}
        title={text.title(course.title)}
        lead={text.lead}
      >
        <CourseLinks
          customer={customer}
          course={course.slug}
          to={['students', 'items', 'certificates', 'marking', 'testTerms', 'keys', 'inbox']}
        />
      </PageHeading>
      {statistics.started === undefined ? (
        <EmptyState title={text.noneYetTitle}>{text.noneYet(least)}</EmptyState>
      ) : (
        <>
          <p>{text.small(least)}</p>
          <Figures statistics={statistics} locale={locale} />
          <Pages pages={statistics.pages} locale={locale} />
        </>
      )}
    </>
  );
}

function Figures({ statistics, locale }: { statistics: CourseStatistics; locale: Locale }) {
  const text = words[locale].statistics;
  const few = text.few(formatNumber(smallestGroup, locale));
  const number = (count: Shown) => (count === undefined ? few : formatNumber(count, locale));
  const { started, completed, passed, averageShare } = statistics;
  return (
    <section>
      <h2>{text.figuresTitle}</h2>
      <DefinitionList
        items={[
          { term: text.started, description: number(started) },
          { term: text.completed, description: number(completed) },
          { term: text.passed, description: number(passed) },
          { term: text.average, description: averageShare === undefined ? text.hidden : formatPercent(averageShare, locale) },
        ]}
      />
    </section>
  );
}

function Pages({ pages, locale }: { pages: CourseStatistics['pages']; locale: Locale }) {
  const text = words[locale].statistics;
  const few = text.fewShort(formatNumber(smallestGroup, locale));
  return (
    <section>
      <BarChart
        id="pages"
        title={text.pagesTitle}
        description={text.pagesDescription(formatNumber(pages.length, locale))}
        figures={pages.map(({ title, done }, index) => ({ label: `${index + 1}. ${title}`, value: done ?? 0 }))}
        format={(value) => (value === 0 ? few : formatNumber(value, locale))}
      />
    </section>
  );
}

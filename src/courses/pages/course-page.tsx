import { href } from '../../routes.ts';
import type { CustomerInScope } from '../../platform/visit.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { formatMinutes, formatMoney, formatPercent } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { CourseRow } from '../courses.queries.ts';
import { words } from '../words.ts';
import { Film } from './film.tsx';
import { InLanguage } from './in-language.tsx';

type CoursePageProps = { course: CourseRow; customer: CustomerInScope; isStaff: boolean; isAuthor: boolean; locale: Locale };

/** The open page of a course: what it gives, how long it takes and how one gets in. */
export function CoursePage({ course, customer, isStaff, isAuthor, locale }: CoursePageProps) {
  const text = words[locale].course;
  const own = (children: string) => (
    <InLanguage language={course.language} locale={locale}>
      {children}
    </InLanguage>
  );
  return (
    <>
      <PageHeading over={customer.name} title={own(course.title)} lead={own(course.tagline)}>
        <WayIn course={course} customer={customer} isStaff={isStaff} isAuthor={isAuthor} locale={locale} />
      </PageHeading>
      {course.film && <Film course={course} film={course.film} customer={customer} locale={locale} />}
      <section>
        <h2>{text.about}</h2>
        {course.description.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{own(paragraph)}</p>
        ))}
      </section>
      {course.outcomes.length > 0 && (
        <section>
          <h2>{text.outcomes}</h2>
          <ul>
            {course.outcomes.map((outcome) => (
              <li key={outcome}>{own(outcome)}</li>
            ))}
          </ul>
        </section>
      )}
      {course.audience && (
        <section>
          <h2>{text.audience}</h2>
          <p>{own(course.audience)}</p>
        </section>
      )}
      <Contents course={course} locale={locale} />
    </>
  );
}

function WayIn({ course, customer, isStaff, isAuthor, locale }: CoursePageProps) {
  const text = words[locale].course;
  const to = { customer: customer.slug, course: course.slug };
  if (course.enrolled) return <ButtonLink href={href('continueCourse', to)}>{text.continue}</ButtonLink>;
  if (isStaff) {
    return (
      <>
        <ButtonLink href={href('students', to)}>{text.students}</ButtonLink>
        <ButtonLink href={href('inbox', { customer: customer.slug })} kind="quiet">
          {text.inbox}
        </ButtonLink>
        {isAuthor && (
          <ButtonLink href={href('draft', to)} kind="quiet">
            {text.write}
          </ButtonLink>
        )}
      </>
    );
  }
  return (
    <>
      {course.price && <ButtonLink href={href('buyCourse', to)}>{text.buy(formatMoney(course.price.ore, locale))}</ButtonLink>}
      <ButtonLink href={href('key')} kind={course.price ? 'quiet' : 'primary'}>
        {text.redeem}
      </ButtonLink>
      <span class="hint">{text.redeemHint}</span>
    </>
  );
}

function Contents({ course, locale }: { course: CourseRow; locale: Locale }) {
  const text = words[locale].course;
  const test = course.final_test;
  const own = (children: string) => (
    <InLanguage language={course.language} locale={locale}>
      {children}
    </InLanguage>
  );
  return (
    <>
      <section>
        <h2>{text.pages}</h2>
        <p class="facts">{words[locale].facts(course.pages.length, formatMinutes(course.minutes, locale))}</p>
        {bySection(course.pages).map((pages) => (
          <div key={pages[0]!.title}>
            {pages[0]!.section && <h3>{own(pages[0]!.section)}</h3>}
            <ol start={course.pages.indexOf(pages[0]!) + 1}>
              {pages.map(({ title, minutes }) => (
                <li key={title}>
                  {own(title)} <span class="facts">{formatMinutes(minutes, locale)}</span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </section>
      {test && (
        <section>
          <h2>{text.certificate}</h2>
          <p>{text.certificateText(formatPercent(test.pass_percent / 100, locale), test.max_attempts)}</p>
        </section>
      )}
    </>
  );
}

type Page = CourseRow['pages'][number];

/** Neighbours of the same section, together. */
function bySection(pages: readonly Page[]): Page[][] {
  const groups: Page[][] = [];
  for (const page of pages) {
    if (groups.at(-1)?.[0]!.section === page.section) groups.at(-1)!.push(page);
    else groups.push([page]);
  }
  return groups;
}

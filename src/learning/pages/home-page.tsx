import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { CardList } from '../../ui/card-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatDate, formatMinutes, formatRelativeDay } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import type { MyCourse } from '../home.queries.ts';
import { nextStepOf, progressOf } from '../progress.ts';
import { urgencyOf, type Urgency } from '../urgency.ts';
import { words } from '../words.ts';

type HomePageProps = { locale: Locale; courses: MyCourse[]; now: Date };

const badges: Partial<Record<Urgency, 'problem' | 'caution' | 'accent'>> = { overdue: 'problem', soon: 'caution', new: 'accent' };

/** One thing to do first; the rest in a list below. */
export function HomePage({ locale, courses, now }: HomePageProps) {
  const text = words[locale].home;
  const [first, ...others] = courses;
  if (!first) {
    return (
      <>
        <PageHeading title={text.title} />
        <EmptyState title={text.empty}>
          <p>{text.emptyText}</p>
          <p>
            <ButtonLink href={href('key')}>{text.key}</ButtonLink>
          </p>
        </EmptyState>
      </>
    );
  }
  const current = first.endedAt ? undefined : first;
  const listed = current ? others : courses;
  return (
    <>
      <PageHeading title={text.title} />
      {current && <Current locale={locale} course={current} now={now} />}
      {listed.length > 0 && (
        <section aria-labelledby="more">
          {current && <h2 id="more">{text.more}</h2>}
          <CardList level={3} cards={listed.map((course) => cardOf(course, locale, now))} />
        </section>
      )}
      <WhoSees courses={courses} locale={locale} />
      <p class="facts">
        {text.newKey} <a href={href('key')}>{text.key}</a>
      </p>
    </>
  );
}

/** What others see of one, a link for each customer. */
function WhoSees({ courses, locale }: { courses: MyCourse[]; locale: Locale }) {
  const customers = new Map(courses.map(({ customer, customerName }) => [customer, customerName]));
  return (
    <>
      {[...customers].map(([customer, name]) => (
        <p class="facts" key={customer}>
          <a href={href('whoSeesWhom', { customer })}>{words[locale].home.whoSees(name)}</a>
        </p>
      ))}
    </>
  );
}

function Current({ locale, course, now }: { locale: Locale; course: MyCourse; now: Date }) {
  const { done, all } = progressOf(course.pages);
  const due = dueOf(course, locale, now);
  return (
    <section class="current-course" aria-labelledby="current">
      <h2 id="current" lang={course.language}>
        {course.title}
      </h2>
      {due && <p>{due}</p>}
      <p class="facts">{factsOf(course, locale)}</p>
      <ProgressBar label={words[locale].home.progress(done, all)} value={done} max={all} />
      <p class="actions">
        <NextButton locale={locale} course={course} />
      </p>
    </section>
  );
}

/** Why the course stands where it does: said in words, the colour only repeats it. */
function dueOf(course: MyCourse, locale: Locale, now: Date) {
  const text = words[locale].home;
  const urgency = urgencyOf(course, now);
  const kind = badges[urgency];
  const last = course.renewBy ?? course.dueAt;
  const day = last && formatRelativeDay(last, now, locale);
  if (!kind && !day) return undefined;
  const isLate = urgency === 'overdue';
  return (
    <>
      {kind && <Badge kind={kind}>{text.urgency[urgency as 'overdue' | 'soon' | 'new']}</Badge>}{' '}
      {day && (course.renewBy ? (isLate ? text.hasExpired(day) : text.expires(day)) : isLate ? text.wasDue(day) : text.due(day))}
    </>
  );
}

function NextButton({ locale, course }: { locale: Locale; course: MyCourse }) {
  const text = words[locale].home;
  const at = { customer: course.customer, course: course.course };
  switch (nextStepOf(course)) {
    case 'certificate':
      return <ButtonLink href={href('certificate', at)}>{text.toCertificate}</ButtonLink>;
    case 'renew':
      return <ButtonLink href={href('finalTest', at)}>{text.renew}</ButtonLink>;
    case 'test':
      return <ButtonLink href={href('finalTest', at)}>{course.testOpen ? text.testOpen : text.toTest}</ButtonLink>;
    case 'page': {
      const page = course.pages.find(({ position }) => position === (course.resumePosition ?? 1));
      const label = course.resumePosition === null ? text.begin : text.continue;
      return <ButtonLink href={href('continueCourse', at)}>{label(page?.title ?? course.title)}</ButtonLink>;
    }
  }
}

function cardOf(course: MyCourse, locale: Locale, now: Date) {
  const text = words[locale].home;
  const at = { customer: course.customer, course: course.course };
  const { done, all } = progressOf(course.pages);
  if (course.endedAt) {
    const to = course.hasCertificate ? href('certificate', at) : href('course', at);
    return { href: to, title: course.title, text: text.ended(formatDate(course.endedAt, locale)), facts: course.customerName };
  }
  return {
    href: href(course.renewBy ? 'finalTest' : course.completed ? 'certificate' : 'continueCourse', at),
    title: course.title,
    text: dueOf(course, locale, now),
    facts: factsOf(course, locale),
    state: <ProgressBar label={text.progress(done, all)} value={done} max={all} />,
  };
}

function factsOf(course: MyCourse, locale: Locale): string {
  const text = words[locale].home;
  const { minutesLeft } = progressOf(course.pages);
  const left = minutesLeft > 0 ? text.minutesLeft(formatMinutes(minutesLeft, locale)) : text.pagesDone;
  return `${course.customerName} · ${course.completed ? text.completed : left}`;
}

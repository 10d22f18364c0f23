import { href } from '../../../routes.ts';
import { Badge } from '../../../ui/badge.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { CourseAddress } from '../../pages/course-page.ts';
import { words } from '../../words.ts';
import type { OwnPages } from '../notes.queries.ts';

type NotesPageProps = { locale: Locale; at: CourseAddress; own: OwnPages };

/** Everything the student has noted and marked in a course, in the course's order. */
export function NotesPage({ locale, at, own }: NotesPageProps) {
  const text = words[locale].notes;
  return (
    <>
      <PageHeading over={<a href={href('continueCourse', at)}>{own.title}</a>} title={text.title(own.title)} lead={text.hint} />
      {own.pages.length === 0 && <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>}
      {own.pages.map(({ position, title, body, marked }) => (
        <section key={position}>
          <h2 lang={own.language}>
            <a href={href('coursePage', { ...at, position })}>{title}</a>
          </h2>
          {marked && (
            <p>
              <Badge kind="accent">{text.marked}</Badge>
            </p>
          )}
          {body && <p class="as-written">{body}</p>}
        </section>
      ))}
    </>
  );
}

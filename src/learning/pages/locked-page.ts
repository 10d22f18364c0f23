import { href } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { markup, type Markup } from '../../ui/markup.ts';
import type { CoursePageRow } from '../course-page.queries.ts';
import { words } from '../words.ts';
import type { CourseAddress } from './course-page.ts';

type LockedPageProps = { locale: Locale; at: CourseAddress; row: CoursePageRow };

/** Why a page is not open yet, and the page that opens it. */
export function lockedPageMarkup({ locale, at, row }: LockedPageProps): Markup {
  const { page, course, outline, pageOrder } = row;
  const text = words[locale].locked;
  const first = outline.find(({ position }) => position === row.openUntil) ?? outline[0]!;
  const over = markup`<p class="over"><span lang="${course.language}">${course.title}</span> · ${words[locale].page.over(page.position, outline.length)}</p>`;
  const why = pageOrder === 'answered' ? text.whenAnswered(first.title) : text.whenRead(first.title);
  const to = href('coursePage', { ...at, position: first.position });
  return markup`<div class="page-heading">${over}<h1>${text.title}</h1></div><p>${text.inOrder(page.title)} ${why}</p><p class="actions"><a class="button primary" href="${to}">${text.goTo(first.title)}</a></p>`;
}

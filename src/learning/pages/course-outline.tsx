import { href } from '../../routes.ts';
import { formatMinutes } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { markup, nodeOf } from '../../ui/markup.ts';
import { outlineMarkup, type OutlineItem } from '../../ui/outline.tsx';
import { progressMarkup } from '../../ui/progress.tsx';
import type { CoursePageRow } from '../course-page.queries.ts';
import { progressOf } from '../progress.ts';
import { words } from '../words.ts';
import type { CourseAddress } from './course-page.tsx';

type CourseOutlineProps = { locale: Locale; at: CourseAddress; row: CoursePageRow };

/** Where you are in the course, and the ways out of the page. */
export function CourseOutline({ locale, at, row }: CourseOutlineProps) {
  const text = words[locale].page;
  const { done, all, minutesLeft } = progressOf(row.outline);
  const position = row.page.position;
  const items: OutlineItem[] = row.outline.map((page) => ({
    text: page.title,
    href: href('coursePage', { ...at, position: page.position }),
    state: page.position === position ? 'current' : page.done ? 'done' : 'ahead',
    note: formatMinutes(page.minutes, locale),
    section: page.section ?? undefined,
  }));
  if (row.test) items.push(testItem(text, href('finalTest', at), row));
  const left = done === all ? text.allDone : text.minutesLeft(formatMinutes(minutesLeft, locale));
  const unread = row.unread > 0 && markup` (${text.unread(row.unread)})`;
  const certificate = row.completed && markup`<p class="facts"><a href="${href('certificate', at)}">${text.certificate}</a></p>`;
  const progress = progressMarkup({ label: text.progress(done, all), value: done, max: all }, locale);
  const pages = outlineMarkup({ label: text.pages, items }, locale);
  const correspondence = markup`<a href="${href('correspondence', at)}">${text.correspondence}</a>`;
  return nodeOf(markup`${progress}<p class="facts">${left}</p>${pages}<p class="facts">${correspondence}${unread}</p>${certificate}`);
}

function testItem(text: (typeof words)['sv' | 'en']['page'], to: string, { test, completed }: CoursePageRow): OutlineItem {
  const state = completed ? 'done' : 'ahead';
  const note = completed ? text.testPassed : test?.open ? text.testOpen : undefined;
  return { text: text.test, href: to, state, note };
}

import { href } from '../../routes.ts';
import { formatMinutes } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { markup, type Markup } from '../../ui/markup.ts';
import { outlineItemMarkup, outlineOf, type OutlineItem } from '../../ui/outline.tsx';
import { progressMarkup } from '../../ui/progress.tsx';
import { recent } from '../../ui/recent.ts';
import type { CoursePageRow } from '../course-page.queries.ts';
import { progressOf } from '../progress.ts';
import { wholeCourseWords } from '../whole-course/words.ts';
import { words } from '../words.ts';
import type { CourseAddress } from './course-page.ts';

type CourseOutlineProps = { locale: Locale; at: CourseAddress; row: CoursePageRow };

const asidesKept = 2000;
const asides = recent<Markup>(asidesKept);

/** Where you are in the course, and the ways out of the page. The same for all who have come as far, and drawn once. */
export const courseOutlineMarkup = (props: CourseOutlineProps): Markup => asides(shapeOf(props), () => draw(props).whole());

/** All that it is drawn from: the pages and whether there is a test are the version's. */
function shapeOf({ locale, at, row: { versionId, outline, page, test, completed, openUntil, unread } }: CourseOutlineProps): string {
  let states = '';
  for (const one of outline) states += one.done ? 'd' : one.locked ? 'l' : 'a';
  const ofTest = test ? (test.open ? 'open' : 'shut') : 'none';
  return `${versionId} ${locale} ${at.customer} ${at.course} ${page.position} ${states} ${ofTest} ${completed} ${openUntil} ${unread}`;
}

function draw({ locale, at, row }: CourseOutlineProps): Markup {
  const text = words[locale].page;
  const { done, all, minutesLeft } = progressOf(row.outline);
  const position = row.page.position;
  const pages = pageItems(locale, at, row);
  const items = row.outline.map((page, index) => pages[index]![stateOf(page, position)]);
  if (row.test) items.push(outlineItemMarkup(testItem(text, href('finalTest', at), row), locale));
  const left = done === all ? text.allDone : text.minutesLeft(formatMinutes(minutesLeft, locale));
  const unread = row.unread > 0 && markup` (${text.unread(row.unread)})`;
  const certificate = row.completed && markup`<p class="facts"><a href="${href('certificate', at)}">${text.certificate}</a></p>`;
  const progress = progressMarkup({ label: text.progress(done, all), value: done, max: all }, locale);
  // The final test stands after all sections.
  const sections = row.outline.map(({ section }) => section);
  const outline = outlineOf(text.pages, items, sections);
  const correspondence = markup`<a href="${href('correspondence', at)}?sida=${position}">${text.correspondence}</a>`;
  return markup`${progress}<p class="facts">${left}</p>${outline}<p class="facts">${correspondence}${unread}</p><p class="facts"><a href="${href('notes', at)}">${words[locale].notes.link}</a></p><p class="facts"><a href="${href('wholeCourse', at)}">${wholeCourseWords[locale].link}</a></p>${certificate}`;
}

type PageState = 'current' | 'done' | 'ahead' | 'locked';
type PageItem = Record<PageState, Markup>;

const stateOf = (page: CoursePageRow['outline'][number], here: number): PageState =>
  page.position === here ? 'current' : page.done ? 'done' : page.locked ? 'locked' : 'ahead';

const outlinesKept = 1000;
const outlines = recent<PageItem[]>(outlinesKept);

/** The pages of a version are the same for everyone: each is drawn once as it can be. */
const pageItems = (locale: Locale, at: CourseAddress, { versionId, outline }: CoursePageRow): PageItem[] =>
  outlines([versionId, locale, at.customer, at.course].join(' '), () =>
    outline.map(({ title, minutes, position }) => {
      const item = { text: title, note: formatMinutes(minutes, locale) };
      const to = href('coursePage', { ...at, position });
      const draw = (state: PageState) => outlineItemMarkup({ ...item, state, ...(state === 'locked' ? {} : { href: to }) }, locale).whole();
      return { current: draw('current'), done: draw('done'), ahead: draw('ahead'), locked: draw('locked') };
    }),
  );

function testItem(text: (typeof words)['sv' | 'en']['page'], to: string, { test, completed, openUntil }: CoursePageRow): OutlineItem {
  const waits = openUntil !== null && !test?.open;
  const state = completed ? 'done' : waits ? 'locked' : 'ahead';
  const note = completed ? text.testPassed : test?.open ? text.testOpen : waits ? text.testWaits : undefined;
  return { text: text.test, href: to, state, note };
}

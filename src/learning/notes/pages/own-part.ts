import { href } from '../../../routes.ts';
import type { Locale } from '../../../ui/locale.ts';
import { markup, type Markup } from '../../../ui/markup.ts';
import { recent } from '../../../ui/recent.ts';
import type { CourseAddress } from '../../pages/course-page.ts';
import { words } from '../../words.ts';

type OwnPart = { locale: Locale; at: CourseAddress; position: number; note: string | null; marked: boolean };

export const longestNote = 10_000;
export const noteAnchor = 'anteckning';

const partsKept = 3000;
const withoutNote = recent<Markup>(partsKept);

/** What the student has on a page for themselves. Without a note it is the same for everyone, and drawn once. */
export function ownPartMarkup(part: OwnPart): Markup {
  if (part.note !== null) return draw(part);
  return withoutNote(`${part.locale} ${part.at.customer} ${part.at.course} ${part.position} ${part.marked}`, () => draw(part).whole());
}

function draw({ locale, at, position, note, marked }: OwnPart): Markup {
  const text = words[locale].notes;
  const here = { ...at, position };
  const area = markup`<textarea id="${noteAnchor}" name="body" rows="6" maxlength="${longestNote}" aria-describedby="${noteAnchor}-vem">${note}</textarea>`;
  const field = markup`<div class="field"><label for="${noteAnchor}">${text.label}</label><p class="hint" id="${noteAnchor}-vem">${text.hint}</p>${area}</div>`;
  const form = markup`<form class="form" method="post" action="${href('saveNote', here)}" data-answer="">${field}<button class="quiet">${text.save}</button></form>`;
  const status = markup`<div class="answer-note" role="status">${note !== null && markup`<p class="facts">${text.saved}</p>`}</div>`;
  const mark = markup`<button class="quiet" name="marked" value="${marked ? 'no' : 'yes'}">${marked ? text.unmark : text.mark}</button>`;
  const bookmark = markup`<form class="form" method="post" action="${href('saveBookmark', here)}">${mark}</form>`;
  const noteBox = markup`<details class="own-note"${note !== null && markup` open`}><summary>${text.summary}</summary>${form}${status}</details>`;
  return markup`<section class="own-part" aria-label="${text.region}">${noteBox}${bookmark}</section>`;
}

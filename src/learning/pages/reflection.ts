import { href } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { markup, type Markup } from '../../ui/markup.ts';
import { words } from '../words.ts';
import type { CourseAddress } from './course-page.ts';

type ReflectionProps = { locale: Locale; at: CourseAddress; position: number; box: string; written: string | undefined };

export const reflectionAnchor = (box: string): string => `egna-ord-${box}`;
export const longestReflection = 10_000;

/** A box for words that stay with the student. Emptied and saved, it is gone. */
export function reflectionMarkup({ locale, at, position, box, written }: ReflectionProps): Markup {
  const text = words[locale].reflection;
  const id = reflectionAnchor(box);
  const area = markup`<textarea id="${id}" name="body" rows="5" maxlength="${longestReflection}" aria-describedby="${id}-vem">${written}</textarea>`;
  const label = markup`<label for="${id}">${text.label}</label><p class="hint" id="${id}-vem">${text.hint}</p>`;
  const button = markup`<button class="quiet">${text.save}</button>${written !== undefined && markup`<p class="facts">${text.saved}</p>`}`;
  const action = href('saveReflection', { ...at, position });
  return markup`<form class="form" method="post" action="${action}" lang="${locale}"><input type="hidden" name="box" value="${box}"><div class="field">${label}${area}</div>${button}</form>`;
}

import { shownToAdministrators, whatOthersSee, type Matrix } from '../people/index.ts';
import { sayController, type Controller } from '../privacy/index.ts';
import type { Locale } from '../ui/locale.ts';
import type { KeyRow } from './keys.queries.ts';
import { whatAdministratorsSee } from './what-they-see.ts';
import { words } from './words.ts';

/** The very words the join page tells about data, in one piece: their hash is kept as proof. */
export function noticeText(key: KeyRow, matrix: Matrix, controller: Controller | undefined, locale: Locale): string {
  const text = words[locale].join;
  const cut = { isBound: key.bound_email !== null, shown: shownToAdministrators(matrix) };
  const seen = whatAdministratorsSee(locale, cut).map((line) => `${line.title}: ${line.text}`);
  const others = whatOthersSee(matrix, locale);
  return [
    text.seenTitle,
    ...seen,
    text.notSeen,
    text.othersTitle,
    ...others,
    text.responsible(key.customer_name),
    ...(controller ? sayController(controller, locale) : []),
    text.freeTitle,
    text.free,
  ].join('\n');
}

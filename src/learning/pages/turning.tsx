import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { formatMinutes } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import type { CoursePageRow } from '../course-page.queries.ts';
import { words } from '../words.ts';
import type { CourseAddress } from './course-page.tsx';

/** Back, done and on. Going on marks the page as done, so that one press is enough. */
export function Turning({ locale, at, row: { page, outline, test, course } }: { locale: Locale; at: CourseAddress; row: CoursePageRow }) {
  const text = words[locale].page;
  const here = outline.findIndex(({ position }) => position === page.position);
  const [previous, next] = [outline[here - 1], outline[here + 1]];
  const done = outline[here]?.done ?? false;
  return (
    <nav class="turning" aria-label={text.turning}>
      <Form action={href('visitPage', { ...at, position: page.position })}>
        {done && <p class="page-done">{text.isDone}</p>}
        <div class="actions">
          {previous && (
            <ButtonLink kind="quiet" href={href('coursePage', { ...at, position: previous.position })}>
              {text.previous}
            </ButtonLink>
          )}
          {done ? (
            <Submit kind="quiet" name="intent" value="undo" text={text.undo} />
          ) : (
            <Submit kind="quiet" name="intent" value="done" text={text.done} />
          )}
          <Submit name="intent" value="next" text={text.next} />
        </div>
        <p class="facts" lang={next ? course.language : undefined}>
          {next ? text.nextIs(next.title, formatMinutes(next.minutes, locale)) : test ? text.nextIsTest : text.nextIsHome}
        </p>
      </Form>
    </nav>
  );
}

import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { formatMinutes } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import type { Markup } from '../../ui/markup.ts';
import { recent } from '../../ui/recent.ts';
import { drawMarkup } from '../../ui/stencil.ts';
import type { CoursePageRow } from '../course-page.queries.ts';
import { words } from '../words.ts';
import type { CourseAddress } from './course-page.ts';

type TurningProps = { locale: Locale; at: CourseAddress; row: CoursePageRow };
type Page = CoursePageRow['outline'][number];
type Turn = {
  locale: Locale;
  at: CourseAddress;
  language: 'sv' | 'en';
  position: number;
  done: boolean;
  previous: number | undefined;
  next: Pick<Page, 'title' | 'minutes'> | undefined;
  hasTest: boolean;
  /** Questions to answer right before the page counts as done. */
  unanswered: number;
};

// The same for everyone at the same page, so that each is drawn once.
const turnsKept = 3000;
const turns = recent<Markup>(turnsKept);

/** Back, done and on. Going on marks the page as done, so that one press is enough. */
export function turningMarkup({ locale, at, row: { versionId, page, outline, test, course, unanswered } }: TurningProps): Markup {
  const here = outline.findIndex(({ position }) => position === page.position);
  const next = outline[here + 1];
  const turn: Turn = {
    locale,
    at,
    language: course.language,
    position: page.position,
    done: outline[here]?.done ?? false,
    previous: outline[here - 1]?.position,
    next: next && { title: next.title, minutes: next.minutes },
    hasTest: test !== null,
    unanswered,
  };
  // The pages, their titles and the test are the version's.
  const shape = [versionId, locale, at.customer, at.course, turn.language, turn.position, turn.done, unanswered].join(' ');
  return turns(shape, () => drawMarkup(<Turn {...turn} />));
}

function Turn({ locale, at, language, position, done, previous, next, hasTest, unanswered }: Turn) {
  const text = words[locale].page;
  return (
    <nav class="turning" aria-label={text.turning}>
      <Form action={href('visitPage', { ...at, position })}>
        {done && <p class="page-done">{text.isDone}</p>}
        <div class="actions">
          {previous !== undefined && (
            <ButtonLink kind="quiet" href={href('coursePage', { ...at, position: previous })}>
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
        {unanswered > 0 && <p>{words[locale].locked.answerFirst(unanswered)}</p>}
        <p class="facts" lang={next ? language : undefined}>
          {next ? text.nextIs(next.title, formatMinutes(next.minutes, locale)) : hasTest ? text.nextIsTest : text.nextIsHome}
        </p>
      </Form>
    </nav>
  );
}

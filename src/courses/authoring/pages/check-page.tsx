import { href } from '../../../routes.ts';
import { Checkbox, Form, HiddenField, Submit } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { words as mediaWords } from '../../media/words.ts';
import type { Fault } from '../check-draft.ts';
import type { CourseToRun } from '../course.queries.ts';
import { publishWords } from '../publish-words.ts';
import { words } from '../words.ts';
import type { CourseAt } from './outline-page.tsx';

type CheckPageProps = {
  locale: Locale;
  at: CourseAt;
  course: CourseToRun;
  versionId: string;
  faults: readonly Fault[];
  lix: number | undefined;
};

export function CheckPage({ locale, at, course, versionId, faults, lix }: CheckPageProps) {
  const text = publishWords[locale].check;
  const must = faults.filter((fault) => fault.must);
  const isUnchanged = course.published_at !== null && course.changed_at === null;
  const advice = faults.filter((fault) => !fault.must);
  return (
    <>
      <PageHeading over={<a href={href('draft', at)}>{words[locale].page.backToDraft}</a>} title={text.title(course.title)} />
      {must.length > 0 && (
        <section>
          <h2>{text.must}</h2>
          <FaultList faults={must} locale={locale} at={at} language={course.language} />
        </section>
      )}
      {must.length === 0 && (
        <Notice kind={isUnchanged ? 'info' : 'done'} title={isUnchanged ? text.unchanged : text.fine}>
          {isUnchanged ? text.unchangedText : text.fineText}
        </Notice>
      )}
      {advice.length > 0 && (
        <section>
          <h2>{text.advice}</h2>
          <p>{text.adviceText}</p>
          <FaultList faults={advice} locale={locale} at={at} language={course.language} />
        </section>
      )}
      <section>
        <h2>{text.reading}</h2>
        <p>{lix === undefined ? text.tooShort : `${text.lix(formatNumber(lix, locale))} ${levelOf(lix, locale)}`}</p>
      </section>
      {must.length === 0 && !isUnchanged && (
        <section>
          <h2>{text.publishTitle}</h2>
          <Form action={href('publishDraft', at)}>
            <p>{course.published_at ? text.publishNew : text.publishFirst}</p>
            <HiddenField name="version" value={versionId} />
            {!course.listed_at && <Checkbox name="listed" label={text.list} checked={!course.published_at} />}
            <Submit text={text.publish} />
          </Form>
        </section>
      )}
    </>
  );
}

/** The levels that LIX is usually told in, as a sentence. */
function levelOf(lix: number, locale: Locale): string {
  const { level } = publishWords[locale].check;
  if (lix < 30) return level.veryEasy;
  if (lix < 40) return level.easy;
  if (lix < 50) return level.medium;
  return lix < 60 ? level.hard : level.veryHard;
}

type FaultListProps = { faults: readonly Fault[]; locale: Locale; at: CourseAt; language: string };

function FaultList({ faults, locale, at, language }: FaultListProps) {
  const text = publishWords[locale];
  return (
    <ul>
      {faults.map((fault, index) => (
        <li key={index}>
          {text.fault[fault.kind]} {fault.about && <q lang={language}>{fault.about}</q>}{' '}
          <a href={placeOf(fault, at)}>{nameOf(fault, locale)}</a>
        </li>
      ))}
    </ul>
  );
}

const isOfTheTest = (kind: Fault['kind']): boolean => kind === 'no-test-questions' || kind === 'pool-too-small';

function placeOf({ kind, page, question }: Fault, at: CourseAt): string {
  if (question) return href('draftQuestion', { ...at, question: question.id });
  if (page) return href('draftPage', { ...at, page: page.id });
  return href(isOfTheTest(kind) ? 'draftTest' : kind === 'unused-file' ? 'media' : 'draft', at);
}

function nameOf({ kind, page, question }: Fault, locale: Locale): string {
  const text = publishWords[locale];
  if (question) return `${page ? text.check.onPage(page.title) : text.check.inTest}: ${question.prompt}`;
  if (page) return text.check.onPage(page.title);
  if (kind === 'unused-file') return mediaWords[locale].link;
  return isOfTheTest(kind) ? text.check.inTest : text.preview.back;
}

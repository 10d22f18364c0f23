import type { DeadLetter } from '../../../platform/mail/dead-letters.ts';
import { href } from '../../../routes.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { HiddenField } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { ListSteps } from '../../../ui/list-steps.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { words } from '../words.ts';

type DeadLettersPageProps = { locale: Locale; letters: readonly DeadLetter[]; next: string | undefined; isFirst: boolean };

export function DeadLettersPage({ locale, letters, next, isFirst }: DeadLettersPageProps) {
  const text = words[locale].dead;
  const here = href('deadLetters');
  return (
    <>
      <PageHeading over={<a href={href('operations')}>{words[locale].operations.title}</a>} title={text.title} lead={text.lead} />
      {letters.length === 0 ? <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState> : <Letters letters={letters} locale={locale} />}
      <ListSteps here={here} {...{ next, isFirst, text }} />
    </>
  );
}

function Letters({ letters, locale }: Pick<DeadLettersPageProps, 'letters' | 'locale'>) {
  const text = words[locale].dead;
  return (
    <>
      <form method="post" action={href('handleDeadLetters')}>
        <button name="act" value="retry-all">
          {text.retryAll}
        </button>
      </form>
      <Table
        caption={text.title}
        captionHidden
        rows={letters}
        empty={text.empty}
        columns={[
          { title: text.kind, cell: ({ kind }) => text.kinds[kind] ?? kind },
          { title: text.at, cell: ({ at }) => formatDateTime(at, locale) },
          { title: text.attempts, cell: ({ attempts }) => formatNumber(attempts, locale) },
          { title: text.problem, cell: ({ problem }) => sayProblem(problem, locale) },
          { title: text.act, cell: (letter) => <Acts letter={letter} locale={locale} /> },
        ]}
      />
    </>
  );
}

function Acts({ letter: { what, id, kind }, locale }: { letter: DeadLetter; locale: Locale }) {
  const text = words[locale].dead;
  const of = text.kinds[kind] ?? kind;
  return (
    <form method="post" action={href('handleDeadLetters')}>
      <HiddenField name="what" value={what} />
      <HiddenField name="id" value={id} />
      <button class="quiet" name="act" value="retry" aria-label={`${text.retry}: ${of}`}>
        {text.retry}
      </button>{' '}
      <button class="as-link" name="act" value="remove" aria-label={`${text.remove}: ${of}`}>
        {text.remove}
      </button>
    </form>
  );
}

function sayProblem(problem: string | null, locale: Locale): string {
  const text = words[locale].dead.problems;
  const [, what, code = ''] = /^(refused|bounced) ([\d.]+)$/.exec(problem ?? '') ?? [];
  if (what) return text[what as 'refused' | 'bounced'](code);
  if (problem === 'would have told about someone else') return text.guarded;
  return problem === null ? text.seeLog : text.unreachable(problem);
}

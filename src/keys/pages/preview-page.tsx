import { href } from '../../routes.ts';
import { formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PastedRows, type VerdictKind } from '../../ui/pasted-rows.tsx';
import { batchWords } from '../batch-words.ts';
import type { JudgedPerson, Verdict } from '../judge-list.ts';

type PreviewPageProps = {
  locale: Locale;
  customer: string;
  course: string;
  people: readonly JudgedPerson[];
  typed: Record<string, string>;
};

const carried = ['course', 'label', 'list', 'expires', 'days', 'client_id'];

export function PreviewPage({ locale, customer, course, people, typed }: PreviewPageProps) {
  const text = batchWords[locale].people;
  const count = people.filter(({ verdict }) => verdict === 'new').length;
  const number = formatNumber(count, locale);
  return (
    <PastedRows
      over={course}
      title={text.previewTitle}
      lead={count > 0 ? text.summary(number) : text.nobody}
      rows={people}
      kinds={kinds}
      verdicts={text.verdicts}
      action={href('makeKeysFromList', { customer })}
      back={href('checkKeyList', { customer })}
      carried={Object.fromEntries(carried.map((name) => [name, typed[name] ?? '']))}
      submit={count > 0 && text.make(number)}
      text={text}
    />
  );
}

const kinds: Record<Verdict, VerdictKind> = {
  new: 'accent',
  'has-key': 'plain',
  'in-course': 'plain',
  duplicate: 'caution',
  address: 'problem',
  name: 'problem',
};

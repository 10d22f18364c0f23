import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { HiddenField, Submit } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { batchWords } from '../batch-words.ts';
import type { JudgedPerson, Verdict } from '../judge-list.ts';

type PreviewPageProps = {
  locale: Locale;
  customer: string;
  course: string;
  people: readonly JudgedPerson[];
  typed: Record<string, string>;
};

export function PreviewPage({ locale, customer, course, people, typed }: PreviewPageProps) {
  const text = batchWords[locale].people;
  const count = people.filter(({ verdict }) => verdict === 'new').length;
  const number = formatNumber(count, locale);
  return (
    <>
      <PageHeading over={course} title={text.previewTitle} lead={count > 0 ? text.summary(number) : text.nobody} />
      <form method="post" action={href('makeKeysFromList', { customer })}>
        {['course', 'label', 'list', 'expires', 'days', 'client_id'].map((name) => (
          <HiddenField key={name} name={name} value={typed[name] ?? ''} />
        ))}
        <div class="actions">
          {count > 0 && <Submit text={text.make(number)} />}
          <Submit formaction={href('checkKeyList', { customer })} name="change" value="yes" text={text.change} kind="quiet" />
        </div>
      </form>
      <Table
        caption={text.caption}
        rows={people}
        empty=""
        columns={[
          { title: text.person, cell: (person) => <Who person={person} /> },
          { title: text.line, cell: ({ line }) => formatNumber(line, locale) },
          { title: text.verdict, cell: ({ verdict }) => <Judged verdict={verdict} text={text.verdicts[verdict]} /> },
        ]}
      />
    </>
  );
}

const kinds: Record<Verdict, 'plain' | 'accent' | 'caution' | 'problem'> = {
  new: 'accent',
  'has-key': 'plain',
  'in-course': 'plain',
  duplicate: 'caution',
  address: 'problem',
  name: 'problem',
};

const Judged = ({ verdict, text }: { verdict: Verdict; text: string }) => (
  <span>
    <Badge kind={kinds[verdict]}>{text}</Badge>
  </span>
);

function Who({ person: { givenName, familyName, email } }: { person: JudgedPerson }) {
  const name = `${givenName} ${familyName}`.trim();
  return (
    <>
      {name}
      {name && <br />}
      <span class={name ? 'hint' : undefined}>{email || '–'}</span>
    </>
  );
}

import { href } from '../../../routes.ts';
import { Badge } from '../../../ui/badge.tsx';
import { HiddenField, Submit } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Group } from '../../groups/groups.queries.ts';
import type { JudgedPerson, Verdict } from '../judge-people.ts';
import { importWords } from '../words.ts';

type PeoplePreviewPageProps = {
  locale: Locale;
  customer: string;
  group: Group;
  people: readonly JudgedPerson[];
  /** Headings of columns that are left out. */
  ignored: readonly string[];
  typed: { list: string; client_id: string };
};

const isAdded = ({ verdict }: JudgedPerson) => verdict === 'new' || verdict === 'member' || verdict === 'name-differs';

export function PeoplePreviewPage({ locale, customer, group, people, ignored, typed }: PeoplePreviewPageProps) {
  const text = importWords[locale];
  const at = { customer, group: group.id };
  const invited = people.filter(({ verdict }) => verdict === 'new').length;
  const added = people.filter(isAdded).length;
  const figures = [formatNumber(added, locale), formatNumber(invited, locale), formatNumber(people.length - added, locale)] as const;
  return (
    <>
      <PageHeading
        over={<a href={href('group', at)}>{group.name}</a>}
        title={text.previewTitle}
        lead={added > 0 ? text.summary(...figures) : text.nobody}
      />
      {ignored.length > 0 && <p>{text.ignored(ignored.join(', '))}</p>}
      <form method="post" action={href('addPeople', at)}>
        <HiddenField name="list" value={typed.list} />
        <HiddenField name="client_id" value={typed.client_id} />
        <div class="actions">
          {added > 0 && <Submit text={text.add} />}
          <Submit formaction={href('checkPeopleList', at)} name="change" value="yes" text={text.change} kind="quiet" />
        </div>
      </form>
      <Table
        caption={text.caption}
        rows={people}
        empty=""
        columns={[
          { title: text.person, cell: (person) => <Who person={person} /> },
          { title: text.line, cell: ({ line }) => formatNumber(line, locale) },
          {
            title: text.verdict,
            cell: ({ verdict }) => (
              <span>
                <Badge kind={kinds[verdict]}>{text.verdicts[verdict]}</Badge>
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

const kinds: Record<Verdict, 'plain' | 'accent' | 'caution' | 'problem'> = {
  new: 'accent',
  member: 'accent',
  'name-differs': 'caution',
  'in-group': 'plain',
  invited: 'plain',
  duplicate: 'caution',
  address: 'problem',
  name: 'problem',
  'no-seat': 'problem',
};

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

import { href } from '../../../routes.ts';
import { formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PastedRows, type VerdictKind } from '../../../ui/pasted-rows.tsx';
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
    <PastedRows
      over={<a href={href('group', at)}>{group.name}</a>}
      title={text.previewTitle}
      lead={added > 0 ? text.summary(...figures) : text.nobody}
      note={ignored.length > 0 ? text.ignored(ignored.join(', ')) : undefined}
      rows={people}
      kinds={kinds}
      verdicts={text.verdicts}
      action={href('addPeople', at)}
      back={href('checkPeopleList', at)}
      carried={typed}
      submit={added > 0 && text.add}
      text={text}
    />
  );
}

const kinds: Record<Verdict, VerdictKind> = {
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

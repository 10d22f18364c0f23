import { href } from '../../../routes.ts';
import { Disclosure } from '../../../ui/dialog.tsx';
import { Form, HiddenField, Submit } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { ListOrder } from '../../../ui/list-order.tsx';
import { SearchedList } from '../../../ui/searched-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { nameOf } from '../../name-of.ts';
import { words } from '../../words.ts';
import { groupWords } from '../words.ts';
import type { GroupPageProps } from './group-page.tsx';

export function GroupMembers(props: GroupPageProps) {
  const { locale, customer, group, members, next, isFirst, searched, errors } = props;
  const { group: text } = groupWords[locale];
  const all = words[locale].members;
  const at = { customer: customer.slug, group: group.id };
  return (
    <>
      <h2>{text.members}</h2>
      <SearchedList
        here={href('group', at)}
        searchAt={href('searchGroup', at)}
        field="text"
        error={errors.find(({ name }) => name === 'text')?.text}
        searchable={members.length > 0 || searched !== ''}
        {...{ searched, next, isFirst }}
        order={orderOf(props)}
        text={{ ...all, ...text }}
        empty={searched ? { title: all.noneFoundTitle, text: all.noneFoundHere } : { title: text.noMembersTitle, text: text.noMembers }}
      >
        {members.length > 0 && <Members {...props} />}
      </SearchedList>
    </>
  );
}

function orderOf({ locale, order }: GroupPageProps): ListOrder {
  const { orders } = groupWords[locale].group;
  const options: ListOrder['options'] = [
    { value: 'name', text: orders.name, column: 'name', direction: 'ascending' },
    { value: 'joined', text: orders.joined, column: 'joined', direction: 'descending' },
  ];
  return { options, selected: order };
}

function Members({ locale, customer, group, members }: GroupPageProps) {
  const { group: text } = groupWords[locale];
  const at = { customer: customer.slug, group: group.id };
  return (
    <Table
      caption={text.members}
      captionHidden
      rows={members}
      empty={text.noMembers}
      columns={[
        {
          title: text.person,
          order: 'name',
          cell: (row) => (
            <div>
              {nameOf(row) || words[locale].members.noName}
              {row.email && <div class="hint">{row.email}</div>}
            </div>
          ),
        },
        { title: text.since, order: 'joined', cell: (row) => formatDate(row.joined_at, locale) },
        {
          title: text.takeOut,
          cell: ({ id }) => (
            <Disclosure summary={text.takeOut}>
              <p>{group.keeps_courses ? text.outKeeps : text.outCloses}</p>
              <Form action={href('leaveGroup', at)}>
                <HiddenField name="person" value={id} />
                <Submit text={text.takeOut} kind="danger" />
              </Form>
            </Disclosure>
          ),
        },
      ]}
    />
  );
}

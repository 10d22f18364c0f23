import { href } from '../../../routes.ts';
import { Disclosure } from '../../../ui/dialog.tsx';
import { Form, HiddenField, Submit } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { ListSteps } from '../../../ui/list-steps.tsx';
import { Table } from '../../../ui/table.tsx';
import { nameOf } from '../../name-of.ts';
import { words } from '../../words.ts';
import { groupWords } from '../words.ts';
import type { GroupPageProps } from './group-page.tsx';

export function GroupMembers({ locale, customer, group, members, next, isFirst }: GroupPageProps) {
  const { group: text } = groupWords[locale];
  const at = { customer: customer.slug, group: group.id };
  return (
    <>
      <h2>{text.members}</h2>
      <Table
        caption={text.members}
        captionHidden
        rows={members}
        empty={text.noMembers}
        columns={[
          {
            title: text.person,
            cell: (row) => (
              <div>
                {nameOf(row) || words[locale].members.noName}
                {row.email && <div class="hint">{row.email}</div>}
              </div>
            ),
          },
          { title: text.since, cell: (row) => formatDate(row.joined_at, locale) },
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
      <ListSteps here={href('group', at)} {...{ next, isFirst, text }} />
    </>
  );
}

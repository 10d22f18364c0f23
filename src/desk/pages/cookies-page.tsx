import { cookieNames } from '../../platform/cookies.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { words } from '../words.ts';

/** Every cookie there is: one that were added without an explanation would not compile. */
export function CookiesPage({ locale }: { locale: Locale }) {
  const text = words[locale].cookies;
  const rows = (Object.keys(cookieNames) as (keyof typeof cookieNames)[]).map((name) => ({ name: cookieNames[name], ...text.each[name] }));
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <Table
        caption={text.caption}
        captionHidden
        rows={rows}
        empty=""
        columns={[
          { title: text.name, cell: ({ name }) => <code>{name}</code> },
          { title: text.when, cell: ({ when }) => when },
          { title: text.why, cell: ({ why }) => why },
          { title: text.howLong, cell: ({ howLong }) => howLong },
        ]}
      />
      <p>{text.written}</p>
      <p>{text.others}</p>
      <p>{text.remove}</p>
    </>
  );
}

import { href } from '../../../routes.ts';
import { formatDateTime } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import type { ListedMail } from '../read-mail.ts';
import { words } from '../words.ts';

export function LocalMailsPage({ mails, locale }: { mails: readonly ListedMail[]; locale: Locale }) {
  const text = words[locale].mails;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <Table
        caption={text.caption}
        captionHidden
        rows={mails}
        empty={text.empty}
        columns={[
          { title: text.subject, cell: ({ id, subject }) => <a href={href('localMail', { mail: id })}>{subject}</a> },
          { title: text.to, cell: ({ to }) => to },
          { title: text.at, cell: ({ at }) => <time datetime={at.toISOString()}>{formatDateTime(at, locale)}</time> },
        ]}
      />
    </>
  );
}

export function LocalMailPage({ mail, locale }: { mail: ListedMail; locale: Locale }) {
  const text = words[locale].mails;
  return (
    <>
      <PageHeading title={mail.subject} over={<a href={href('localMails')}>{text.back}</a>} lead={`${text.to}: ${mail.to}`} />
      <div class="prose">
        {mail.text.split(/\n{2,}/).map((paragraph, index) => (
          <p key={index}>
            <WithLinks text={paragraph} />
          </p>
        ))}
      </div>
    </>
  );
}

function WithLinks({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/);
  return <>{parts.map((part, index) => (index % 2 === 1 ? <a href={part}>{part}</a> : part))}</>;
}

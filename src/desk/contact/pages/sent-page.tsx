import { href } from '../../../routes.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { linkWords } from '../../open-forms/link-words.ts';
import { sentWords } from '../sent-words.ts';

export function SentPage({ locale, development }: { locale: Locale; development: boolean }) {
  const text = sentWords[locale];
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <p>{text.next}</p>
      {development && (
        <p>
          <a href={href('localMails')}>{linkWords[locale].local}</a>
        </p>
      )}
      <p>
        {text.regret} <a href={href('removal')}>{text.remove}</a>
      </p>
    </>
  );
}

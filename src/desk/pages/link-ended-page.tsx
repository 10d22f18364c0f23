import { href } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { sentWords } from '../sent-words.ts';

export function LinkEndedPage({ locale, to }: { locale: Locale; to: 'contact' | 'removal' | 'newsletter' }) {
  const text = sentWords[locale].linkEnded;
  return (
    <>
      <PageHeading title={text.title} lead={text[to].lead} />
      <p>
        <a href={href(to)}>{text[to].link}</a>
      </p>
    </>
  );
}

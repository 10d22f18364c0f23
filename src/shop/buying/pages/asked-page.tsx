import { href } from '../../../routes.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { buyingWords } from '../words.ts';

type AskedPageProps = { locale: Locale; lead: string; again: { href: string; text: string }; development: boolean };

/** The same whether or not the address is known. */
export function AskedPage({ locale, lead, again, development }: AskedPageProps) {
  const text = buyingWords[locale].asked;
  return (
    <>
      <PageHeading title={text.title} lead={lead} />
      {development && (
        <p>
          <a href={href('localMails')}>{text.local}</a>
        </p>
      )}
      <p>{text.notCome}</p>
      <p>
        <a href={again.href}>{again.text}</a>
      </p>
    </>
  );
}

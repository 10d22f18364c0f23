import { href } from '../../../routes.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { buyingWords } from '../words.ts';

export function LinkEndedPage({ locale }: { locale: Locale }) {
  const { ended, find } = buyingWords[locale];
  return (
    <>
      <PageHeading title={ended.title} lead={ended.lead} />
      <p>
        <a href={href('findPurchases')}>{find.go}</a>
      </p>
    </>
  );
}

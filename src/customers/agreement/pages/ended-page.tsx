import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { agreementWords } from '../words.ts';

type EndedPageProps = { locale: Locale; customer: { slug: string; name: string }; endedAt: Date; isAdmin: boolean };

export function EndedPage({ locale, customer, endedAt, isAdmin }: EndedPageProps) {
  const text = agreementWords[locale].ended;
  return (
    <>
      <PageHeading title={text.title} lead={text.text(customer.name, formatDate(endedAt, locale))} />
      <p>{text.yours}</p>
      <ButtonLink href={href('myData')}>{text.myData}</ButtonLink>
      {isAdmin && (
        <>
          <p>{text.admin}</p>
          <div class="actions">
            <ButtonLink href={href('takeAll', { customer: customer.slug })}>{text.takeAll}</ButtonLink>
            <ButtonLink href={href('agreement', { customer: customer.slug })} kind="quiet">
              {text.agreement}
            </ButtonLink>
          </div>
        </>
      )}
    </>
  );
}

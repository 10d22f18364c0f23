import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { accountWords } from '../account-words.ts';
import type { AccountShown } from '../read-account.ts';
import { withReturn } from '../return-path.ts';
import { EmailSection, PasswordSection } from './credential-sections.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

export type AccountPageProps = { account: AccountShown; locale: Locale; errors: FieldError[]; typedEmail: string };

export function AccountPage(props: AccountPageProps) {
  const { account, locale, errors } = props;
  const text = accountWords[locale];
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={text.title} lead={text.lead} />
      {!account.confirmed && (
        <Notice kind="info" title={text.confirmTitle}>
          <p>{text.confirmText}</p>
          <p>
            <ButtonLink href={withReturn(href('confirmPerson'), href('account'))} kind="quiet">
              {text.confirmLink}
            </ButtonLink>
          </p>
        </Notice>
      )}
      <EmailSection {...props} />
      <PasswordSection {...props} />
      <PasskeysSection {...props} />
      <SecondFactorSection {...props} />
      <SessionsSection {...props} />
      <section aria-labelledby="notifications">
        <h2 id="notifications">{text.notifications.title}</h2>
        <p>{text.notifications.text}</p>
        <p>
          <a href={href('notificationChoices')}>{text.notifications.link}</a>
        </p>
      </section>
      <section aria-labelledby="data">
        <h2 id="data">{text.data.title}</h2>
        <p>{text.data.text}</p>
        <p>
          <a href={href('myData')}>{text.data.link}</a>
        </p>
        <p>
          <a href={href('ownPurchases')}>{text.data.purchases}</a>
        </p>
      </section>
    </>
  );
}

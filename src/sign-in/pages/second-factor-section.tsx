import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { accountWords } from '../account-words.ts';
import type { SecondFactorState } from '../read-account.ts';
import type { AccountPageProps } from './account-page.tsx';
import { CodeField } from './code-field.tsx';

export function SecondFactorSection(props: AccountPageProps) {
  const { account, locale } = props;
  const text = accountWords[locale].secondFactor;
  const { secondFactor } = account;
  return (
    <section aria-labelledby="second-factor">
      <h2 id="second-factor">{text.title}</h2>
      {secondFactor.state === 'off' && <p>{text.off}</p>}
      {secondFactor.state === 'off' && account.confirmed && (
        <Form action={href('startSecondFactor')}>
          <Submit text={text.start} kind="quiet" />
        </Form>
      )}
      {secondFactor.state === 'waiting' && <Waiting {...props} secret={secondFactor} />}
      {secondFactor.state === 'on' && <On {...props} factor={secondFactor} />}
    </section>
  );
}

type WaitingProps = AccountPageProps & { secret: SecondFactorState & { state: 'waiting' } };

function Waiting({ locale, errors, secret }: WaitingProps) {
  const text = accountWords[locale].secondFactor;
  return (
    <>
      <p>{text.scan}</p>
      <p>
        <img src={secret.picture} alt={text.qr} width={240} height={240} />
      </p>
      <p>
        {text.typed}
        <br />
        <span class="code">{secret.text}</span>
      </p>
      <Form action={href('confirmNewSecondFactor')}>
        <CodeField label={text.code} errors={errors} size={8} />
        <Submit text={text.confirm} />
      </Form>
      <form method="post" action={href('removeSecondFactor')}>
        <button class="as-link">{text.cancel}</button>
      </form>
    </>
  );
}

type OnProps = AccountPageProps & { factor: SecondFactorState & { state: 'on' } };

function On({ account, locale, factor }: OnProps) {
  const text = accountWords[locale].secondFactor;
  return (
    <>
      <p>
        {text.on(formatDate(factor.since, locale))} {text.codesLeft(factor.codesLeft)}
      </p>
      {account.confirmed && (
        <>
          <Form action={href('newRecoveryCodes')}>
            <Submit text={text.newCodes} kind="quiet" />
          </Form>
          <Form action={href('removeSecondFactor')}>
            <Submit text={text.remove} kind="danger" />
          </Form>
        </>
      )}
    </>
  );
}

export function RecoveryCodesPage({ codes, locale }: { codes: string[]; locale: Locale }) {
  const text = accountWords[locale].codes;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <Notice kind="important">{text.once}</Notice>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <span class="code">{code}</span>
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink href={href('account')}>{text.back}</ButtonLink>
      </p>
    </>
  );
}

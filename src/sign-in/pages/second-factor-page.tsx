import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { words } from '../words.ts';
import { CodeField } from './code-field.tsx';

type Props = { locale: Locale; errors: FieldError[]; goOn: string | undefined };

export function SecondFactorPage({ locale, errors, goOn }: Props) {
  const text = words[locale].secondFactor;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={text.title} lead={text.lead} />
      <Form action={href('confirmSecondFactor')}>
        {goOn && <HiddenField name="vidare" value={goOn} />}
        <CodeField label={text.code} hint={text.hint} errors={errors} size={14} />
        <Submit text={text.submit} />
      </Form>
      <p>
        <a href={href('signIn')}>{text.restart}</a>
      </p>
    </>
  );
}

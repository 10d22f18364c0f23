import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { ErrorSummary, Form, Select, Submit, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { words } from './words.ts';

type SetUpPageProps = { typed: Record<string, string>; errors: readonly FieldError[]; locale: Locale };

export function SetUpPage({ typed, errors, locale }: SetUpPageProps) {
  const text = words[locale];
  const field = (name: string) => {
    const error = errors.find((fault) => fault.name === name)?.text;
    return { name, value: typed[name] ?? '', ...(error === undefined ? {} : { error }) };
  };
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <ErrorSummary errors={errors} locale={locale} />
      <Form action={href('saveSetUp')}>
        <TextField {...field('name')} label={text.name} hint={text.nameHint} autocomplete="organization" maxlength={200} />
        <TextField {...field('contactEmail')} type="email" label={text.contactEmail} autocomplete="off" maxlength={254} />
        <TextField {...field('dpoName')} label={text.dpoName} autocomplete="off" maxlength={200} />
        <TextField {...field('dpoEmail')} type="email" label={text.dpoEmail} autocomplete="off" maxlength={254} />
        <Select
          name="language"
          label={text.language}
          selected={typed['language'] ?? locale}
          options={[
            { value: 'sv', text: 'Svenska' },
            { value: 'en', text: 'English' },
          ]}
        />
        <Submit text={text.submit} />
      </Form>
    </>
  );
}

import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Checkbox, ErrorSummary, Form, Submit, TextArea, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { words } from '../words.ts';

type TemplatePageProps = {
  locale: Locale;
  customer: string;
  course: { slug: string; title: string };
  typed: Record<string, string>;
  hasLogo: boolean;
  errors: readonly FieldError[];
};

export function TemplatePage({ locale, customer, course, typed, hasLogo, errors }: TemplatePageProps) {
  const text = words[locale].template;
  const at = { customer, course: course.slug };
  const field = (name: string) => {
    const error = errors.find((fault) => fault.name === name)?.text;
    return { name, value: typed[name] ?? '', required: false, ...(error === undefined ? {} : { error }) };
  };
  const logo = field('logo');
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('courseCertificates', at)}>{text.toList}</a>} title={text.title} lead={text.lead(course.title)}>
        <ButtonLink href={href('certificatePreview', at)} kind="quiet">
          {text.preview}
        </ButtonLink>
        <span class="hint">{text.previewHint}</span>
      </PageHeading>
      <Form action={href('saveCertificateTemplate', at)} enctype="multipart/form-data">
        <TextArea {...field('lines')} label={text.lines} hint={text.linesHint} rows={4} />
        <TextField {...field('signatoryName')} label={text.signatoryName} hint={text.signatoryHint} autocomplete="off" />
        <TextField {...field('signatoryTitle')} label={text.signatoryTitle} autocomplete="off" />
        <TextField
          {...field('validMonths')}
          label={text.validMonths}
          hint={text.validHint}
          inputmode="numeric"
          size={4}
          autocomplete="off"
        />
        {hasLogo && (
          <>
            <p>
              <img src={href('certificateLogo', at)} alt={text.logoNow} />
            </p>
            <Checkbox name="removeLogo" label={text.removeLogo} />
          </>
        )}
        <TextField
          name="logo"
          type="file"
          label={hasLogo ? text.newLogo : text.logo}
          hint={text.logoHint}
          accept="image/png,image/jpeg,image/webp"
          required={false}
          {...(logo.error ? { error: logo.error } : {})}
        />
        <Submit text={text.save} />
      </Form>
    </>
  );
}

import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextField } from '../../../ui/form.tsx';
import { formatBytes } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { words as authoringWords } from '../../authoring/words.ts';
import { words } from '../words.ts';

type ImportCoursePageProps = { locale: Locale; customer: string; id: string; mostBytes: number; errors: readonly FieldError[] };

export function ImportCoursePage({ locale, customer, id, mostBytes, errors }: ImportCoursePageProps) {
  const text = words[locale];
  const error = errors[0]?.text;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading
        over={<a href={href('coursesToRun', { customer })}>{authoringWords[locale].list.title}</a>}
        title={text.title}
        lead={text.lead}
      />
      <Form action={href('saveImportedCourse', { customer })} enctype="multipart/form-data">
        <HiddenField name="id" value={id} />
        <TextField
          name="file"
          type="file"
          accept=".zip,application/zip"
          label={text.file}
          hint={text.fileHint(formatBytes(mostBytes, locale))}
          {...(error ? { error } : {})}
        />
        <p>{text.what}</p>
        <Submit text={text.send} />
      </Form>
    </>
  );
}

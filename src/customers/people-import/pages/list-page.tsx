import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextArea } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { Group } from '../../groups/groups.queries.ts';
import { importWords } from '../words.ts';

type ListPageProps = {
  locale: Locale;
  customer: string;
  group: Group;
  typed: Record<string, string>;
  errors: readonly FieldError[];
};

export function ListPage({ locale, customer, group, typed, errors }: ListPageProps) {
  const text = importWords[locale];
  const at = { customer, group: group.id };
  const error = errors.find(({ name }) => name === 'list')?.text;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('group', at)}>{group.name}</a>} title={text.title} lead={text.lead} />
      <Form action={href('checkPeopleList', at)}>
        <TextArea
          name="list"
          label={text.list}
          hint={text.listHint}
          value={typed['list'] ?? ''}
          rows={10}
          spellcheck={false}
          autocomplete="off"
          {...(error ? { error } : {})}
        />
        <div class="field" hidden data-read-list="field-list">
          <label for="list-file">{text.read}</label>
          <input type="file" id="list-file" accept=".csv,.txt,.tsv,text/csv,text/plain" />
        </div>
        <HiddenField name="client_id" value={typed['client_id'] ?? ''} />
        <Submit text={text.check} />
      </Form>
    </>
  );
}

import { href } from '../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextArea } from '../../ui/form.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { batchWords } from '../batch-words.ts';
import type { FreeSeats } from '../free-seats.queries.ts';
import { CourseAndLabel, errorOf, LastDayAndAccess, SeatsLeft, type BatchFieldsProps } from './batch-fields.tsx';

type KeyListPageProps = BatchFieldsProps & { customer: string; today: Date; seats: FreeSeats | undefined };

export function KeyListPage({ customer, ...props }: KeyListPageProps) {
  const { locale, typed, errors } = props;
  const { people: text, list } = batchWords[locale];
  return (
    <>
      <PageHeading over={<a href={href('keyBatches', { customer })}>{list.title}</a>} title={text.title} lead={text.lead} />
      <ErrorSummary errors={errors} locale={locale} />
      <SeatsLeft locale={locale} seats={props.seats} />
      <Form action={href('checkKeyList', { customer })}>
        <CourseAndLabel {...props} />
        <TextArea
          name="list"
          label={text.list}
          hint={text.listHint}
          value={typed['list'] ?? ''}
          rows={10}
          spellcheck={false}
          autocomplete="off"
          {...errorOf(errors, 'list')}
        />
        <div class="field" hidden data-read-list="field-list">
          <label for="list-file">{text.read}</label>
          <input type="file" id="list-file" accept=".csv,.txt,.tsv,text/csv,text/plain" />
        </div>
        <LastDayAndAccess {...props} />
        <HiddenField name="client_id" value={typed['client_id'] ?? ''} />
        <Submit text={text.submit} />
      </Form>
    </>
  );
}

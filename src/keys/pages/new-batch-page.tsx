import { href } from '../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextField } from '../../ui/form.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { batchWords } from '../batch-words.ts';
import type { FreeSeats } from '../free-seats.queries.ts';
import { CourseAndLabel, errorOf, LastDayAndAccess, SeatsLeft, type BatchFieldsProps } from './batch-fields.tsx';

type NewBatchPageProps = BatchFieldsProps & { customer: string; today: Date; seats: FreeSeats | undefined };

export function NewBatchPage({ customer, ...props }: NewBatchPageProps) {
  const { locale, typed, errors } = props;
  const { form: text, list } = batchWords[locale];
  return (
    <>
      <PageHeading over={<a href={href('keyBatches', { customer })}>{list.title}</a>} title={text.title} lead={text.lead} />
      <ErrorSummary errors={errors} locale={locale} />
      <SeatsLeft locale={locale} seats={props.seats} />
      <Form action={href('makeKeyBatch', { customer })}>
        <CourseAndLabel {...props} />
        <TextField
          name="count"
          label={text.count}
          hint={text.countHint}
          value={typed['count'] ?? ''}
          inputmode="numeric"
          size={6}
          maxlength={5}
          autocomplete="off"
          {...errorOf(errors, 'count')}
        />
        <LastDayAndAccess {...props} />
        <HiddenField name="client_id" value={typed['client_id'] ?? ''} />
        <Submit text={text.submit} />
      </Form>
    </>
  );
}

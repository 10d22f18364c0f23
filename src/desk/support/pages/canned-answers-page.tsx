import { href } from '../../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextArea, TextField } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchedList } from '../../../ui/searched-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { deskWords } from '../../enquiries/desk-words.ts';
import type { Desk } from '../../enquiries/enquiry.ts';
import type { CannedAnswerRow, CannedAnswersWanted } from '../canned-answer.queries.ts';

export type CannedForm = { clientId: string; typed: Record<string, string>; errors: { name: string; text: string }[] };

type ListProps = {
  locale: Locale;
  desk: Desk;
  wanted: CannedAnswersWanted;
  rows: readonly CannedAnswerRow[];
  next: string | undefined;
  form: CannedForm;
};

export function CannedAnswersPage({ locale, desk, wanted, rows, next, form }: ListProps) {
  const text = deskWords[locale];
  const { list } = text.canned;
  const isAll = wanted.text === '';
  const inbox = <a href={href(desk === 'dpo' ? 'dpoEnquiries' : 'enquiries')}>{text.inbox[desk].title}</a>;
  return (
    <>
      <ErrorSummary errors={form.errors} locale={locale} />
      <PageHeading over={inbox} title={text.canned.title} lead={text.canned.lead} />
      <SearchedList
        here={href('cannedAnswers')}
        method="get"
        field="sok"
        searched={wanted.text}
        searchable={rows.length > 0 || !isAll}
        order={{
          selected: wanted.order,
          options: [
            { value: 'name', text: list.byName, column: 'name', direction: 'ascending' },
            { value: 'latest', text: list.latest, column: 'changed', direction: 'descending' },
          ],
        }}
        next={next}
        isFirst={!wanted.after}
        text={list}
        empty={isAll ? { title: text.canned.empty, text: list.empty } : { title: list.noneTitle, text: list.none }}
      >
        {rows.length > 0 && (
          <Table
            caption={text.canned.title}
            captionHidden
            rows={rows}
            empty=""
            columns={[
              {
                title: text.canned.name,
                order: 'name',
                cell: ({ id, title }) => <a href={href('cannedAnswer', { answer: id })}>{title}</a>,
              },
              { title: list.changed, order: 'changed', cell: ({ changed_at }) => formatDate(changed_at, locale) },
            ]}
          />
        )}
      </SearchedList>
      <section>
        <h2>{text.canned.add}</h2>
        <AnswerForm locale={locale} action={href('addCannedAnswer')} form={form} />
      </section>
    </>
  );
}

export function CannedAnswerPage({ locale, id, form }: { locale: Locale; id: string; form: CannedForm }) {
  const text = deskWords[locale].canned;
  return (
    <>
      <ErrorSummary errors={form.errors} locale={locale} />
      <PageHeading over={<a href={href('cannedAnswers')}>{text.title}</a>} title={text.edit} />
      <AnswerForm locale={locale} action={href('saveCannedAnswer', { answer: id })} form={form} />
      <Form action={href('removeCannedAnswer', { answer: id })}>
        <Submit text={text.remove} kind="danger" />
      </Form>
    </>
  );
}

function AnswerForm({ locale, action, form }: { locale: Locale; action: string; form: CannedForm }) {
  const text = deskWords[locale].canned;
  const field = (name: string) => {
    const error = form.errors.find((one) => one.name === name)?.text;
    return { name, value: form.typed[name] ?? '', ...(error ? { error } : {}) };
  };
  return (
    <Form action={action}>
      <HiddenField name="client_id" value={form.clientId} />
      <TextField label={text.name} maxlength={100} {...field('title')} />
      <TextArea label={text.sv} rows={6} {...field('text_sv')} />
      <TextArea label={text.en} rows={6} {...field('text_en')} />
      <Submit text={text.save} />
    </Form>
  );
}

import type { FieldError, FormValues } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { Checkbox, ErrorSummary, Form, HiddenField, Submit, TextArea, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SearchedList } from '../../ui/searched-list.tsx';
import { Table } from '../../ui/table.tsx';
import { words } from '../words.ts';
import type { RepliesWanted, ReplyRow } from './saved-reply.queries.ts';

type Customer = { slug: string; name: string };
type Refused = { typed?: FormValues; errors?: readonly FieldError[] };
type RepliesProps = Refused & {
  locale: Locale;
  customer: Customer;
  wanted: RepliesWanted;
  rows: readonly Omit<ReplyRow, 'body'>[];
  next: string | undefined;
  clientId: string;
};

export function SavedRepliesPage({ locale, customer, wanted, rows, next, clientId, typed, errors = [] }: RepliesProps) {
  const text = words[locale].replies;
  const isAll = wanted.text === '';
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading
        over={<a href={href('inbox', { customer: customer.slug })}>{words[locale].toInbox}</a>}
        title={text.title}
        lead={text.lead}
      />
      <SearchedList
        here={href('savedReplies', { customer: customer.slug })}
        method="get"
        field="sok"
        searched={wanted.text}
        searchable={rows.length > 0 || !isAll}
        order={{
          selected: wanted.order,
          options: [
            { value: 'name', text: text.list.byName, column: 'name', direction: 'ascending' },
            { value: 'name-last', text: text.list.byNameLast, column: 'name', direction: 'descending' },
            { value: 'latest', text: text.list.latest },
          ],
        }}
        next={next}
        isFirst={!wanted.after}
        text={text.list}
        empty={isAll ? { title: text.emptyTitle, text: text.empty } : { title: text.list.noneTitle, text: text.list.none }}
      >
        {rows.length > 0 && (
          <Table
            caption={text.title}
            captionHidden
            rows={rows}
            empty=""
            columns={[
              {
                title: text.name,
                order: 'name',
                cell: ({ id, title }) => <a href={href('savedReply', { customer: customer.slug, reply: id })}>{title}</a>,
              },
              { title: text.who, cell: ({ shared }) => <Badge kind="plain">{shared ? text.shared : text.own}</Badge> },
            ]}
          />
        )}
      </SearchedList>
      <h2>{text.add}</h2>
      <Form action={href('createSavedReply', { customer: customer.slug })}>
        <HiddenField name="client_id" value={clientId} />
        <ReplyFields locale={locale} customer={customer} values={typed?.one ?? {}} errors={errors} />
        <Submit text={text.save} />
      </Form>
    </>
  );
}

type ReplyProps = Refused & { locale: Locale; customer: Customer; reply: ReplyRow };

export function SavedReplyPage({ locale, customer, reply, typed, errors = [] }: ReplyProps) {
  const text = words[locale].replies;
  const values = typed?.one ?? { title: reply.title, body: reply.body, ...(reply.shared ? { shared: 'yes' } : {}) };
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading over={<a href={href('savedReplies', { customer: customer.slug })}>{text.title}</a>} title={text.change} />
      <Form action={href('changeSavedReply', { customer: customer.slug, reply: reply.id })}>
        <ReplyFields locale={locale} customer={customer} values={values} errors={errors} />
        <div class="actions">
          <Submit text={text.save} />
          <Submit text={text.remove} kind="danger" name="remove" value="yes" />
        </div>
      </Form>
    </>
  );
}

type FieldsProps = { locale: Locale; customer: Customer; values: Record<string, string>; errors: readonly FieldError[] };

function ReplyFields({ locale, customer, values, errors }: FieldsProps) {
  const text = words[locale].replies;
  const error = (name: string) => {
    const found = errors.find((one) => one.name === name);
    return found ? { error: found.text } : {};
  };
  return (
    <>
      <TextField name="title" label={text.name} hint={text.nameHint} value={values['title'] ?? ''} {...error('title')} />
      <TextArea name="body" label={text.body} hint={text.bodyHint} value={values['body'] ?? ''} {...error('body')} />
      <Checkbox name="shared" label={text.share(customer.name)} hint={text.shareHint} checked={values['shared'] === 'yes'} />
    </>
  );
}

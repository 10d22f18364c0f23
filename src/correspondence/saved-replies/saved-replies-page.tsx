import type { FieldError, FormValues } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Checkbox, ErrorSummary, Form, HiddenField, Submit, TextArea, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { words } from '../words.ts';
import type { ReplyRow } from './saved-reply.queries.ts';

type Customer = { slug: string; name: string };
type Refused = { typed?: FormValues; errors?: readonly FieldError[] };
type RepliesProps = Refused & { locale: Locale; customer: Customer; replies: readonly ReplyRow[]; clientId: string };

export function SavedRepliesPage({ locale, customer, replies, clientId, typed, errors = [] }: RepliesProps) {
  const text = words[locale].replies;
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading
        over={<a href={href('inbox', { customer: customer.slug })}>{words[locale].toInbox}</a>}
        title={text.title}
        lead={text.lead}
      />
      {replies.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <Table
          caption={text.title}
          captionHidden
          rows={replies}
          empty={text.empty}
          columns={[
            { title: text.name, cell: ({ id, title }) => <a href={href('savedReply', { customer: customer.slug, reply: id })}>{title}</a> },
            { title: text.who, cell: ({ shared }) => <Badge kind="plain">{shared ? text.shared : text.own}</Badge> },
          ]}
        />
      )}
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

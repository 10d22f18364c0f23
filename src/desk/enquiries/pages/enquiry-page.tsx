import { offered } from '../../../platform/attached-files/file-type.ts';
import { href } from '../../../routes.ts';
import { FileField } from '../../../ui/file-field.tsx';
import type { ListedFile } from '../../../ui/file-list.tsx';
import { ErrorSummary, Form, HiddenField, Submit, TextArea } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { Messages } from '../../../ui/messages.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { deskWords } from '../desk-words.ts';
import { deskOf } from '../enquiry.ts';
import type { EnquiryMessageRow, EnquiryRow } from '../enquiry.queries.ts';
import type { OfferRow } from '../../offer/offer.queries.ts';
import { OfferAtDesk } from '../../offer/pages/offer-state.tsx';
import type { Colleague } from '../../support/assignment.queries.ts';
import type { OtherCase } from '../../support/merge.queries.ts';
import { ChooseCanned, type CannedChoice } from '../../support/pages/choose-canned.tsx';
import { CaseState } from '../../support/pages/case-state.tsx';
import { Assignment, Together } from '../../support/pages/case-parts.tsx';
import { EnquiryFacts } from './enquiry-facts.tsx';
import { withFiles } from './with-files.tsx';

export type EnquiryPageProps = {
  locale: Locale;
  now: Date;
  enquiry: EnquiryRow;
  /** Mail to the sender comes back. */
  isBounced: boolean;
  offer: OfferRow | undefined;
  messages: readonly EnquiryMessageRow[];
  files: ReadonlyMap<string, readonly ListedFile[]>;
  merged: readonly OtherCase[];
  /** Other cases of the same sender, which may be put together with this one. */
  others: readonly OtherCase[];
  colleagues: readonly Colleague[];
  canned: readonly CannedChoice[];
  /** Who reads. */
  me: string;
  clientId: string;
  typed: { body: string; errors?: readonly { name: string; text: string }[]; sought?: string } | undefined;
};

export function EnquiryPage(props: EnquiryPageProps) {
  const { locale, now, enquiry, isBounced, offer, messages, files, me, colleagues, typed } = props;
  const text = deskWords[locale];
  const desk = deskOf(enquiry.kind);
  const shown = messages.map(({ id, from_sender, author_id, body, sent_at, by_mail }) => ({
    id,
    from: from_sender ? text.enquiry.sender : (colleagues.find((one) => one.id === author_id)?.given_name ?? text.enquiry.colleague),
    mine: author_id === me,
    sentAt: sent_at,
    body: withFiles(body, files.get(id), (enclosed) => href('enquiryFile', { enquiry: enquiry.id, enclosed })),
    ...(by_mail ? { state: text.byMail } : {}),
  }));
  const inbox = <a href={href(desk === 'dpo' ? 'dpoEnquiries' : 'enquiries')}>{text.inbox[desk].title}</a>;
  return (
    <>
      <ErrorSummary errors={typed?.errors ?? []} locale={locale} />
      <PageHeading over={inbox} title={text.kinds[enquiry.kind]} lead={<CaseState row={enquiry} now={now} locale={locale} />} />
      {isBounced && (
        <Notice kind="problem" title={text.enquiry.bouncedTitle}>
          {text.enquiry.bounced}
        </Notice>
      )}
      <EnquiryFacts enquiry={enquiry} locale={locale} />
      {enquiry.kind === 'quote' && <OfferAtDesk enquiry={enquiry} offer={offer} locale={locale} now={now} />}
      {shown.length > 0 ? <Messages label={text.enquiry.log} now={now} messages={shown} /> : <p>{text.enquiry.noMessage}</p>}
      <Answer {...props} />
      <Assignment {...props} />
      <Together {...props} />
      {!enquiry.closed_at && (
        <section>
          <h2>{text.enquiry.closeTitle}</h2>
          <p>{text.enquiry.closeText}</p>
          <Form action={href('closeEnquiry', { enquiry: enquiry.id })}>
            <Submit text={text.enquiry.close} kind="quiet" />
          </Form>
        </section>
      )}
    </>
  );
}

function Answer({ locale, enquiry, clientId, typed, canned }: EnquiryPageProps) {
  const text = deskWords[locale];
  const errorOf = (name: string) => {
    const error = typed?.errors?.find((one) => one.name === name)?.text;
    return error ? { error } : {};
  };
  return (
    <section id="answer">
      <h2>{text.enquiry.answerTitle}</h2>
      {typed && !typed.errors && typed.sought === undefined && <p role="status">{text.canned.inserted}</p>}
      <Form action={`${href('answerEnquiry', { enquiry: enquiry.id })}#answer`} enctype="multipart/form-data">
        <HiddenField name="client_id" value={clientId} />
        <ChooseCanned locale={locale} canned={canned} sought={typed?.sought ?? ''} />
        <TextArea
          name="body"
          label={text.enquiry.answer}
          hint={text.enquiry.answerHint(text.languages[enquiry.language])}
          rows={8}
          {...(typed ? { value: typed.body } : {})}
          {...errorOf('body')}
        />
        <FileField name="files" accept={offered} {...errorOf('files')} />
        <div class="actions">
          <Submit text={text.enquiry.send} />
          <Submit text={text.solveToo} kind="quiet" name="done" value="solved" />
        </div>
      </Form>
    </section>
  );
}

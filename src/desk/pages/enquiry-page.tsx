import { href } from '../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextArea } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { Messages } from '../../ui/messages.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { deskWords } from '../desk-words.ts';
import { deskOf } from '../enquiry.ts';
import type { EnquiryMessageRow, EnquiryRow } from '../enquiry.queries.ts';
import type { OfferRow } from '../offer/offer.queries.ts';
import { OfferAtDesk } from '../offer/pages/offer-state.tsx';
import { EnquiryFacts } from './enquiry-facts.tsx';
import { State } from './inbox-page.tsx';

type EnquiryPageProps = {
  locale: Locale;
  now: Date;
  enquiry: EnquiryRow;
  offer: OfferRow | undefined;
  messages: readonly EnquiryMessageRow[];
  /** Who reads: the desk's other people are colleagues. */
  me: string;
  clientId: string;
  refused: { typed: string; error: string } | undefined;
};

export function EnquiryPage({ locale, now, enquiry, offer, messages, me, clientId, refused }: EnquiryPageProps) {
  const text = deskWords[locale];
  const desk = deskOf(enquiry.kind);
  const shown = messages.map(({ number, from_sender, author_id, body, sent_at }) => ({
    id: String(number),
    from: from_sender ? text.enquiry.sender : text.enquiry.colleague,
    mine: author_id === me,
    sentAt: sent_at,
    body,
  }));
  const inbox = <a href={href(desk === 'dpo' ? 'dpoEnquiries' : 'enquiries')}>{text.inbox[desk].title}</a>;
  return (
    <>
      <ErrorSummary errors={refused ? [{ name: 'body', text: refused.error }] : []} locale={locale} />
      <PageHeading over={inbox} title={text.kinds[enquiry.kind]} lead={<State row={enquiry} now={now} locale={locale} />} />
      <EnquiryFacts enquiry={enquiry} locale={locale} />
      {enquiry.kind === 'quote' && <OfferAtDesk enquiry={enquiry} offer={offer} locale={locale} now={now} />}
      {shown.length > 0 ? <Messages label={text.enquiry.log} now={now} messages={shown} /> : <p>{text.enquiry.noMessage}</p>}
      <Answer {...{ locale, enquiry, clientId, refused }} />
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

function Answer({ locale, enquiry, clientId, refused }: Pick<EnquiryPageProps, 'locale' | 'enquiry' | 'clientId' | 'refused'>) {
  const text = deskWords[locale].enquiry;
  return (
    <section>
      <h2>{text.answerTitle}</h2>
      <Form action={href('answerEnquiry', { enquiry: enquiry.id })}>
        <HiddenField name="client_id" value={clientId} />
        <TextArea
          name="body"
          label={text.answer}
          hint={text.answerHint(deskWords[locale].languages[enquiry.language])}
          rows={8}
          {...(refused ? { value: refused.typed, error: refused.error } : {})}
        />
        <Submit text={text.send} />
      </Form>
    </section>
  );
}

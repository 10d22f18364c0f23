import { offered } from '../../../platform/attached-files/file-type.ts';
import { LooksByLink, type LookByLink } from '../../../privacy/index.ts';
import { href } from '../../../routes.ts';
import { FileField } from '../../../ui/file-field.tsx';
import type { ListedFile } from '../../../ui/file-list.tsx';
import { Submit, TextArea } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { Messages } from '../../../ui/messages.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { deskWords } from '../desk-words.ts';
import type { EnquiryMessageRow, EnquiryRow } from '../enquiry.queries.ts';
import { formWords } from '../../open-forms/form-words.ts';
import type { OfferRow } from '../../offer/offer.queries.ts';
import { OfferAtSender } from '../../offer/pages/offer-state.tsx';
import type { OpenForm as State } from '../../open-forms/take-form.ts';
import { removalWords } from '../../removal/removal-words.ts';
import { ownWords } from '../own-words.ts';
import { withFiles } from './with-files.tsx';
import { EnquiryFacts } from './enquiry-facts.tsx';
import { errorOf, kept, OpenForm } from '../../open-forms/open-form.tsx';

type OwnEnquiryPageProps = {
  locale: Locale;
  now: Date;
  token: string;
  operator: string;
  enquiry: EnquiryRow;
  messages: readonly EnquiryMessageRow[];
  files: ReadonlyMap<string, readonly ListedFile[]>;
  offer: OfferRow | undefined;
  looks: readonly LookByLink[];
  form: State;
};

export function OwnEnquiryPage({ locale, now, token, operator, enquiry, messages, files, offer, looks, form }: OwnEnquiryPageProps) {
  const text = ownWords[locale];
  // Whoever answered is the operator here, never a person.
  const shown = messages.map(({ id, from_sender, body, sent_at, by_mail }) => ({
    id,
    from: operator,
    mine: from_sender,
    sentAt: sent_at,
    body: withFiles(body, files.get(id), (enclosed) => href('ownEnquiryFile', { token, enclosed })),
    ...(by_mail ? { state: deskWords[locale].byMail } : {}),
  }));
  return (
    <>
      <PageHeading
        over={deskWords[locale].kinds[enquiry.kind]}
        title={text.title}
        lead={enquiry.waiting_since ? text.waiting : text.lead}
      />
      <EnquiryFacts enquiry={enquiry} locale={locale} />
      {offer && <OfferAtSender offer={offer} token={token} locale={locale} now={now} />}
      {shown.length > 0 && <Messages label={text.log} now={now} messages={shown} />}
      <section>
        <h2>{text.write}</h2>
        <OpenForm action={href('writeBack', { token })} form={form} locale={locale} files>
          <TextArea name="body" label={formWords[locale].body} hint={formWords[locale].bodyHint} {...kept(form, 'body')} />
          <FileField name="files" accept={offered} {...errorOf(form, 'files')} />
          <Submit text={text.send} />
        </OpenForm>
      </section>
      <LooksByLink looks={looks} at="enquiry" locale={locale} />
      <p>
        {text.regret} <a href={href('removal')}>{removalWords[locale].title}</a>
      </p>
    </>
  );
}

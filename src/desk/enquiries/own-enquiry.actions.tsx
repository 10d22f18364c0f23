import { z } from 'zod';
import { sendFile } from '../../platform/attached-files/send-file.ts';
import { operatorOf, redirect, type Visit } from '../../platform/visit.ts';
import { listLooksByLink } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { bodyField } from '../contact/contact.actions.tsx';
import { findFile, listFiles } from './enquiry-file.queries.ts';
import { findEnquiry, listEnquiryMessages } from './enquiry.queries.ts';
import { formWords } from '../open-forms/form-words.ts';
import { findOffer } from '../offer/offer.queries.ts';
import { OwnEnquiryPage } from './pages/own-enquiry-page.tsx';
import { findWhole } from '../support/merge.queries.ts';
import { linkEnded, neverStored } from '../open-forms/confirmed-by-link.tsx';
import { emptyForm, takeForm, withRetryAfter, type OpenForm } from '../open-forms/take-form.ts';
import { ownWords } from './own-words.ts';
import { writeBackTo } from './write-message.ts';

/** The sender's own page, behind the secret link in the mail: what they wrote, what was answered, and how to go on. */
export const ownEnquiry = (visit: Visit) => showOwn(visit, emptyForm(visit));

export async function writeBack(visit: Visit): Promise<Response> {
  const { house, locale, params } = visit;
  const operator = operatorOf(visit);
  const enquiryId = idIn(visit);
  if (!enquiryId) return linkEnded(visit, 'contact');
  const whole = await wholeOf(visit, enquiryId);
  const schema = z.object({ body: bodyField(formWords[locale]) });
  const taken = await takeForm(visit, { schema, act: 'writeBack', own: () => enquiryId, free: ({ body }) => body, folder: whole });
  if (!taken.ok) return showOwn(visit, taken.form);
  const { clientId, value, files } = taken;
  const written = await house.database.transaction({ purpose: 'answer-enquiry', leadsTo: whole }, (tx) =>
    writeBackTo(tx, house, operator, whole, { clientId, body: value.body, files }),
  );
  if (!written?.isNew) await taken.discard();
  return written ? redirect(`${href('ownEnquiry', { token: params['token']! })}?skickat=ja`) : linkEnded(visit, 'contact');
}

/** A file of the enquiry, to whoever holds its link. */
export async function ownEnquiryFile(visit: Visit): Promise<Response> {
  const { house, params, request } = visit;
  const named = idIn(visit);
  const enquiryId = named && (await wholeOf(visit, named));
  const file =
    enquiryId &&
    (await house.database.transaction({ purpose: 'answer-enquiry', leadsTo: enquiryId }, (tx) =>
      findFile(tx, enquiryId, params['enclosed']!),
    ));
  return sendFile(request, house.attachments, file || undefined);
}

export const idIn = ({ house, params }: Visit): string | undefined => house.secrets.readToken('enquiry', params['token']!);

/** The link to a case that has been put together with another of the same sender leads to the whole. */
async function wholeOf({ house }: Visit, enquiryId: string): Promise<string> {
  return (
    (await house.database.transaction({ purpose: 'answer-enquiry', leadsTo: enquiryId }, (tx) => findWhole(tx, enquiryId))) ?? enquiryId
  );
}

async function showOwn(visit: Visit, form: OpenForm): Promise<Response> {
  const { house, locale, params, url } = visit;
  const named = idIn(visit);
  if (!named) return linkEnded(visit, 'contact');
  const enquiryId = await wholeOf(visit, named);
  // The scope is this one enquiry: whoever holds the link reaches nothing else.
  const { enquiry, messages, files, offer, looks } = await house.database.transaction(
    { purpose: 'answer-enquiry', leadsTo: enquiryId },
    async (tx) => ({
      enquiry: await findEnquiry(tx, enquiryId),
      messages: await listEnquiryMessages(tx, enquiryId),
      files: await listFiles(tx, enquiryId),
      offer: await findOffer(tx, enquiryId),
      looks: await listLooksByLink(tx),
    }),
  );
  if (!enquiry) return linkEnded(visit, 'contact');
  const text = ownWords[locale];
  const flash = url.searchParams.has('skickat') ? { flash: { kind: 'done', text: text.sent } as const } : {};
  const props = {
    locale,
    now: house.clock.now(),
    token: params['token']!,
    operator: operatorOf(visit).name,
    enquiry,
    messages,
    files,
    offer,
    looks,
    form,
  };
  const response = page(visit, { title: text.title, status: form.status, ...flash }, <OwnEnquiryPage {...props} />);
  return neverStored(withRetryAfter(response, form));
}

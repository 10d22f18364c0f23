import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readForm } from '../platform/read-body.ts';
import { actorOf, NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { deskWords } from './desk-words.ts';
import { deskOf, deskOfRole } from './enquiry.ts';
import { findEnquiry, listEnquiryMessages, type EnquiryRow } from './enquiry.queries.ts';
import { fieldsOfEnquiry, lookAtEnquiries } from './look-at-enquiries.ts';
import { findOffer } from './offer/offer.queries.ts';
import { EnquiryPage } from './pages/enquiry-page.tsx';
import { answerSender, closeEnquiryAt } from './write-message.ts';

export const enquiry = (visit: Visit) => showEnquiry(visit);

/** The answer is kept in the enquiry; the sender's mail holds only a link to it. */
export async function answerEnquiry(visit: Visit): Promise<Response> {
  const text = deskWords[visit.locale].enquiry;
  const form = await readForm(
    visit.request,
    z.object({
      body: z.string(text.missing).trim().min(1, text.missing).max(10_000, text.tooLong),
      client_id: z.uuid().catch(() => randomUUID()),
    }),
  );
  if (!form.ok) return showEnquiry(visit, { typed: form.typed.one['body'] ?? '', error: form.errors[0]?.text ?? text.missing });
  const { body, client_id: clientId } = form.value;
  const { house } = visit;
  await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => {
    const found = servedBy(visit, await findEnquiry(tx, visit.params['enquiry']!));
    await answerSender(tx, house, found.id, actorOf(visit).accountId, { clientId, body });
  });
  return redirect(`${href('enquiry', { enquiry: visit.params['enquiry']! })}?svarat=ja`);
}

export async function closeEnquiry(visit: Visit): Promise<Response> {
  const { house } = visit;
  const closed = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => {
    const found = servedBy(visit, await findEnquiry(tx, visit.params['enquiry']!));
    return closeEnquiryAt(tx, found.id, house.clock.now());
  });
  return redirect(href(closed && deskOf(closed.kind) === 'dpo' ? 'dpoEnquiries' : 'enquiries'));
}

async function showEnquiry(visit: Visit, refused?: { typed: string; error: string }): Promise<Response> {
  const { locale, house, url } = visit;
  const { found, messages, offer } = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => {
    const found = servedBy(visit, await findEnquiry(tx, visit.params['enquiry']!));
    await lookAtEnquiries(tx, visit, deskOf(found.kind), fieldsOfEnquiry, [found.id]);
    return { found, messages: await listEnquiryMessages(tx, found.id), offer: await findOffer(tx, found.id) };
  });
  const text = deskWords[locale];
  const flash = url.searchParams.has('svarat') ? { flash: { kind: 'done', text: text.enquiry.sent } as const } : {};
  return page(
    visit,
    { title: text.kinds[found.kind], status: refused ? 422 : 200, ...flash },
    <EnquiryPage
      locale={locale}
      now={house.clock.now()}
      enquiry={found}
      messages={messages}
      offer={offer}
      me={actorOf(visit).accountId}
      clientId={randomUUID()}
      refused={refused}
    />,
  );
}

/** Only those who serve its desk: the database holds the same, here it is said once more. */
export function servedBy(visit: Visit, enquiry: EnquiryRow | undefined): EnquiryRow {
  const desks = actorOf(visit).operatorRoles.map(deskOfRole);
  if (!enquiry || !desks.includes(deskOf(enquiry.kind))) throw new NotFound();
  return enquiry;
}

import { routes, type Route, type RouteName } from '../../src/routes.ts';
import type { TestHouse } from './test-house.ts';
import { inHouse } from './world.ts';

/** Real values for every parameter of every address, all belonging to one person. */
export type Addresses = Record<string, string>;

export async function addressesOf(
  test: TestHouse,
  person: { id: string; email: string; enrolmentId: string },
  place: { customerSlug: string; courseSlug: string; versionId: string },
): Promise<Addresses> {
  return inHouse(test, async (tx) => {
    const one = async (table: 'session' | 'passkey') =>
      (await tx.selectFrom(table).select('id').where('account_id', '=', person.id).executeTakeFirstOrThrow()).id;
    const thread = await tx
      .selectFrom('correspondence')
      .select('id')
      .where('enrolment_id', '=', person.enrolmentId)
      .executeTakeFirstOrThrow();
    const message = await tx.selectFrom('message').select('id').where('author_id', '=', person.id).executeTakeFirstOrThrow();
    const attachment = await tx.selectFrom('attachment').select('id').where('author_id', '=', person.id).executeTakeFirstOrThrow();
    const reply = await tx.selectFrom('saved_reply').select('id').where('account_id', '=', person.id).executeTakeFirstOrThrow();
    const challenge = await tx.selectFrom('challenge').select('id').where('account_id', '=', person.id).executeTakeFirstOrThrow();
    const question = await tx
      .selectFrom('question')
      .select('id')
      .where('version_id', '=', place.versionId)
      .where('page_id', 'is not', null)
      .executeTakeFirstOrThrow();
    const batch = await tx
      .selectFrom('course_key')
      .select('batch_id')
      .where('enrolment_id', '=', person.enrolmentId)
      .executeTakeFirstOrThrow();
    const enquiry = await tx
      .selectFrom('enquiry')
      .select('id')
      .where('email', '=', person.email)
      .where('name', '<>', '')
      .executeTakeFirstOrThrow();
    const enclosed = await tx.selectFrom('enquiry_file').select('id').where('enquiry_id', '=', enquiry.id).executeTakeFirstOrThrow();
    const request = await tx.selectFrom('data_request').select('id').where('email', '=', person.email).executeTakeFirstOrThrow();
    const issue = await tx.selectFrom('newsletter_issue').select('id').orderBy('id').executeTakeFirstOrThrow();
    const notification = await tx.selectFrom('notification').select('id').where('account_id', '=', person.id).executeTakeFirstOrThrow();
    const hold = await tx.selectFrom('legal_hold').select('id').where('account_id', '=', person.id).executeTakeFirstOrThrow();
    const decision = await tx.selectFrom('terms_decision').select('id').where('account_id', '=', person.id).executeTakeFirstOrThrow();
    const handed = await tx.selectFrom('customer_request').select('id').where('email', '=', person.email).executeTakeFirstOrThrow();
    const invitation = await tx
      .selectFrom('invitation_use')
      .select('invitation_id')
      .where('account_id', '=', person.id)
      .executeTakeFirstOrThrow();
    const group = await tx
      .selectFrom('student_group_member')
      .select('group_id')
      .where('account_id', '=', person.id)
      .executeTakeFirstOrThrow();
    const page = await tx.selectFrom('course_page').select('id').where('version_id', '=', place.versionId).executeTakeFirstOrThrow();
    const attempt = await tx.selectFrom('attempt').select('id').where('enrolment_id', '=', person.enrolmentId).executeTakeFirstOrThrow();
    const certificate = await tx
      .selectFrom('certificate')
      .select('id')
      .where('enrolment_id', '=', person.enrolmentId)
      .executeTakeFirstOrThrow();
    const signed = await tx
      .selectFrom('data_terms_acceptance')
      .select('agreement_id')
      .where('account_id', '=', person.id)
      .executeTakeFirstOrThrow();
    const made = await tx.selectFrom('customer_export').select('id').where('requested_by', '=', person.id).executeTakeFirstOrThrow();
    const { id: organisation } = await tx
      .selectFrom('customer')
      .select('id')
      .where('slug', '=', place.customerSlug)
      .executeTakeFirstOrThrow();
    const choice = await tx.selectFrom('ledger').select('id').where('account_id', '=', person.id).executeTakeFirstOrThrow();
    const access = await tx.selectFrom('api_token').select('id').where('made_by', '=', person.id).executeTakeFirstOrThrow();
    const webhook = await tx.selectFrom('webhook').select('id').where('made_by', '=', person.id).executeTakeFirstOrThrow();
    const mail = await tx.selectFrom('mail').select('id').where('account_id', '=', person.id).executeTakeFirstOrThrow();
    const purchase = await tx.selectFrom('purchase').select('id').where('email', '=', person.email).executeTakeFirst();
    const sold = await tx.selectFrom('course').select('id').where('slug', '=', place.courseSlug).executeTakeFirstOrThrow();
    const erasure = await tx.selectFrom('erasure').select('id').orderBy('id').executeTakeFirst();
    return {
      customer: place.customerSlug,
      course: place.courseSlug,
      position: '1',
      list: '1',
      number: '1',
      question: question.id,
      message: message.id,
      attachment: attachment.id,
      reply: reply.id,
      thread: thread.id,
      enrolment: person.enrolmentId,
      session: await one('session'),
      passkey: await one('passkey'),
      batch: batch.batch_id,
      mail: mail.id,
      enquiry: enquiry.id,
      enclosed: enclosed.id,
      answer: message.id,
      request: request.id,
      issue: issue.id,
      notification: notification.id,
      version: '1',
      organisation,
      agreement: signed.agreement_id,
      export: made.id,
      hold: hold.id,
      handed: handed.id,
      decision: decision.id,
      erasure: erasure?.id ?? person.id,
      purchase: purchase?.id ?? person.id,
      sold: sold.id,
      notice: person.id,
      file: message.id,
      member: person.id,
      group: group.group_id,
      invitation: invitation.invitation_id,
      page: page.id,
      section: page.id,
      upload: page.id,
      text: page.id,
      piece: page.id,
      attempt: attempt.id,
      certificate: certificate.id,
      access: access.id,
      webhook: webhook.id,
      document: 'terms',
      proof: 'map-complete',
      choice: choice.id,
      token: test.house.secrets.token('challenge', challenge.id),
    };
  });
}

export const everyRoute = (Object.entries(routes) as [RouteName, Route][]).map(([name, route]) => ({ name, ...route }));

export function addressOf(route: Route, values: Addresses): string {
  return route.path.replace(/:([a-z]+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for :${name} in ${route.path}`);
    return encodeURIComponent(value);
  });
}

/** Reads an answer, a stream's first moments included. */
export async function readSome(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (const end = Date.now() + 300; Date.now() < end;) {
    const next = await Promise.race([reader.read(), new Promise<undefined>((resolve) => setTimeout(resolve, end - Date.now()))]);
    if (!next || next.done) break;
    text += decoder.decode(next.value, { stream: true });
  }
  await reader.cancel();
  return text;
}

import type { MailFacts, MailTemplate, MailText } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { requestMailWords } from './mail-words.ts';
import { isOver, type DataRequest } from './request.ts';
import { findRequest } from './requests.queries.ts';

/** No mail here says what was asked or found: only that there is something to open (N-53). */
export const requestMails = {
  'request-prove': aboutRequest((facts, { id, state }) => {
    if (state !== 'identity') return undefined;
    const text = requestMailWords[facts.language].prove;
    const link = href('proveRequest', { token: facts.house.secrets.token('prove request', id) });
    return { subject: text.subject, paragraphs: [text.why, facts.house.publicUrl + link, text.ignore] };
  }),
  'request-answered': aboutRequest((facts, { id, lifts_at: lifts }) => {
    const text = requestMailWords[facts.language][lifts ? 'news' : 'answered'];
    const link = href('ownRequest', { token: facts.house.secrets.token('own request', id) });
    return { subject: text.subject, paragraphs: [text.why, facts.house.publicUrl + link, text.secret] };
  }),
  'request-answer-link': aboutRequest((facts, request) => {
    if (!request.link_id) return undefined;
    const text = requestMailWords[facts.language].link;
    const link = href('requestAnswer', { token: facts.house.secrets.token('request answer', request.link_id) });
    return { subject: text.subject, paragraphs: [text.why, facts.house.publicUrl + link, text.secret] };
  }),
  'request-waiting': aboutRequest((facts, { id, state }) => {
    if (isOver(state)) return undefined;
    const text = requestMailWords[facts.language].waiting;
    return { subject: text.subject, paragraphs: [text.why, facts.house.publicUrl + href('dataRequest', { request: id })] };
  }),
  'request-reminder': (facts) => toDesk(facts, 'reminder'),
  'request-overdue': (facts) => toDesk(facts, 'overdue'),
} satisfies Record<string, MailTemplate>;

function aboutRequest(make: (facts: MailFacts, request: DataRequest) => MailText | undefined): MailTemplate {
  return async (facts) => {
    const requestId = facts.about['requestId'];
    if (!requestId) return undefined;
    const scope = { purpose: 'answer-data-subject', leadsTo: requestId };
    const request = await facts.house.database.transaction(scope, (tx) => findRequest(tx, requestId));
    return request && make(facts, request);
  };
}

function toDesk({ house, language }: MailFacts, what: 'reminder' | 'overdue'): MailText {
  const text = requestMailWords[language][what];
  return { subject: text.subject, paragraphs: [text.why, house.publicUrl + href('dataRequests')] };
}

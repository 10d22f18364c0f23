import { aside, thing, type Personal, type RoomMap } from './entry.ts';

const internal = 'an internal id without meaning outside the system';
const choice: Personal = { category: 'choice', provided: 'by-person', export: 'as-is', erase: 'keep' };
const hidden: Personal = { category: 'choice', export: { never: internal }, erase: 'keep' };

export const newsletters = {
  newsletter_topic: {
    noPerson: 'what one can subscribe to',
    columns: {
      id: thing('the topic'),
      title_sv: thing('its name'),
      title_en: thing('its name'),
      lead_sv: thing('what it is about'),
      lead_en: thing('what it is about'),
      client_id: thing('makes a double press one'),
      created_at: thing('a time'),
      ended_at: thing('a time'),
    },
  },
  newsletter_subscriber: {
    title: { sv: 'Din prenumeration på nyhetsbrev', en: 'Your subscription to newsletters' },
    purposes: ['newsletter'],
    role: 'controller',
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P2Y',
      from: { sv: 'att du senast valde vad du vill få', en: 'your latest choice of what you want' },
      also: {
        period: 'P7D',
        about: { sv: 'det som inte bekräftades, eller som du har avslutat', en: 'what was not confirmed, or has ended' },
      },
      end: 'delete',
    },
    // Whoever subscribes need not have an account, so the row leads to them by its address.
    edges: [{ edge: 'own', by: 'email', address: true, setAside: { by: 'restriction_id' }, onErasure: 'delete' }],
    columns: {
      id: hidden,
      email: { ...choice, category: 'contact', erase: { blank: 'null' } },
      language: { ...choice, category: 'preference' },
      ask_id: hidden,
      asked_at: choice,
      confirmed_at: choice,
      bounced_at: { category: 'mail', provided: 'observed', export: 'as-is', erase: 'keep' },
      due_at: thing('when the row goes'),
      restriction_id: aside,
    },
  },
  newsletter_subscription: {
    title: { sv: 'Ämnen du prenumererar på', en: 'Topics you subscribe to' },
    purposes: ['newsletter'],
    role: 'controller',
    retention: { rule: 'with-row', of: 'newsletter_subscriber' },
    edges: [{ edge: 'own', by: 'subscriber_id', onErasure: 'delete' }],
    columns: { id: hidden, subscriber_id: hidden, topic_id: choice, ask_id: hidden, confirmed_at: choice },
  },
  newsletter_choice: {
    title: { sv: 'Bevis på att du har bett om nyhetsbrev', en: 'Proof that you asked for newsletters' },
    purposes: ['newsletter'],
    role: 'controller',
    retention: { rule: 'with-row', of: 'newsletter_subscriber' },
    edges: [{ edge: 'own', by: 'subscriber_id', onErasure: 'delete' }],
    columns: {
      id: hidden,
      subscriber_id: hidden,
      step: choice,
      topics: choice,
      version: choice,
      text_hash: choice,
      form_fingerprint: choice,
      language: choice,
      at: choice,
    },
  },
  newsletter_issue: {
    noPerson: "the operator's own letters to many",
    columns: {
      id: thing('the letter'),
      topic_id: thing('its topic'),
      subject_sv: thing('its subject'),
      subject_en: thing('its subject'),
      body_sv: thing('its text'),
      body_en: thing('its text'),
      state: thing('how far it is'),
      client_id: thing('makes a double press one'),
      created_at: thing('a time'),
      send_at: thing('a time'),
      finished_at: thing('a time'),
    },
  },
  newsletter_delivery: {
    title: { sv: 'Nyhetsbrev vi har skickat till dig', en: 'Newsletters we have sent you' },
    purposes: ['newsletter'],
    role: 'controller',
    retention: { rule: 'with-row', of: 'newsletter_subscriber' },
    edges: [{ edge: 'own', by: 'subscriber_id', onErasure: 'delete' }],
    columns: {
      issue_id: { category: 'mail', provided: 'observed', export: 'as-is', erase: 'keep' },
      subscriber_id: hidden,
      mail_id: hidden,
      created_at: { category: 'mail', provided: 'observed', export: 'as-is', erase: 'coarsen' },
    },
  },
} satisfies RoomMap<
  | 'newsletter_topic'
  | 'newsletter_subscriber'
  | 'newsletter_subscription'
  | 'newsletter_choice'
  | 'newsletter_issue'
  | 'newsletter_delivery'
>;

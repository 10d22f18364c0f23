import type { RouteName } from '../routes.ts';

/** `always`: one must act on it, and it cannot be turned off. `never`: it would be of no use that way. `on` and `off` are what holds for whoever has not chosen. */
export type Rule = 'always' | 'never' | 'on' | 'off';
export type Channel = 'bell' | 'mail';
export const channels = ['bell', 'mail'] as const;

export type Event = Record<Channel, Rule> & {
  /** Where one goes to see it. Its parameters are the customer and the course of the event. */
  route: RouteName;
  /** Only told to the operator's own people: nobody else is asked about it. */
  ofOperator?: true;
  /** The customer may turn it off for its people. */
  ofCustomer: boolean;
} & (Rung | { reminder?: never });

/**
 * What nobody can turn off at the bell may ring in the database, with what happened (`app.ring`); whoever has still not read it a little
 * while later is reminded by this mail.
 */
type Rung = { bell: 'always'; reminder: string };

/** Everything that anyone is notified of. What is not here reaches nobody. */
export const events = {
  'message-to-student': { bell: 'always', mail: 'on', route: 'correspondence', ofCustomer: true, reminder: 'new-message-to-student' },
  'message-to-administrator': { bell: 'always', mail: 'on', route: 'inbox', ofCustomer: true, reminder: 'new-message-to-administrator' },
  'deadline-near': { bell: 'on', mail: 'on', route: 'continueCourse', ofCustomer: true },
  // The bell cannot be turned off: it also remembers that nobody is reminded twice a day.
  nudged: { bell: 'always', mail: 'on', route: 'continueCourse', ofCustomer: true },
  'certificate-expires': { bell: 'always', mail: 'on', route: 'finalTest', ofCustomer: true },
  'invitation-answered': { bell: 'on', mail: 'off', route: 'members', ofCustomer: true },
  'invitation-bounced': { bell: 'always', mail: 'on', route: 'members', ofCustomer: true },
  'contact-nameless': { bell: 'on', mail: 'off', route: 'customerContact', ofCustomer: true },
  'roles-changed': { bell: 'always', mail: 'on', route: 'myRoles', ofCustomer: true },
  // No mail: it would come back as well.
  'mail-bounced': { bell: 'always', mail: 'never', route: 'account', ofCustomer: false },
  'protection-changed': { bell: 'always', mail: 'on', route: 'whoSeesWhom', ofCustomer: false },
  // Not the customer's to turn off: it is the customer's own act that is told.
  'visibility-changed': { bell: 'always', mail: 'always', route: 'whoSeesWhom', ofCustomer: false },
  'terms-changed': { bell: 'always', mail: 'always', route: 'upcomingTerms', ofCustomer: false },
  // To those of the operator's people who may act on it, once for as long as it goes on.
  'keys-guessed': { bell: 'always', mail: 'always', route: 'operations', ofCustomer: false, ofOperator: true },
  'something-stuck': { bell: 'always', mail: 'always', route: 'deadLetters', ofCustomer: false, ofOperator: true },
  // To the data protection officer, whose mail about it is the proof's own.
  'promise-broken': { bell: 'always', mail: 'off', route: 'trust', ofCustomer: false, ofOperator: true },
} as const satisfies Record<string, Event>;

export type EventName = keyof typeof events;
export const eventNames = Object.keys(events) as EventName[];

/** What someone may be told of: the operator's own matters only if they are of its people. */
export const eventsFor = (isStaff: boolean): EventName[] => eventNames.filter((name) => isStaff || !('ofOperator' in events[name]));

/** Whether anyone may choose about this at all. */
export const isChosen = (event: EventName, channel: Channel): boolean => !fixed.has(events[event][channel]);
const fixed = new Set<Rule>(['always', 'never']);

/**
 * Whether it reaches someone: what one must act on does; the rest when the customer's default and the person's own choice
 * both let it through.
 */
export function reaches(rule: Rule, customer: boolean | null, own: boolean | null): boolean {
  if (rule === 'always' || rule === 'never') return rule === 'always';
  return (customer ?? true) && (own ?? rule === 'on');
}

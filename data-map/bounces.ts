import { aside, thing, type Personal, type RoomMap } from './entry.ts';

const observed: Personal = { category: 'mail', provided: 'observed', seenBy: ['desk'], export: 'as-is', erase: 'keep' };

/** Addresses that mail comes back from. */
export const bounces = {
  bounced_address: {
    title: { sv: 'Att mejl till din adress har kommit tillbaka', en: 'That mail to your address has come back' },
    purposes: ['inform', 'newsletter', 'answer-enquiry'],
    role: 'controller',
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P30D',
      from: { sv: 'att ett mejl senast kom tillbaka', en: 'the latest mail that came back' },
      end: 'delete',
    },
    source: { sv: 'mottagarens mejlserver', en: "the recipient's mail server" },
    subjects: ['users', 'others'],
    edges: [{ edge: 'own', by: 'address', address: true, setAside: { by: 'restriction_id' }, onErasure: 'delete' }],
    columns: {
      address: { category: 'contact', export: 'as-is', erase: { blank: 'null' } },
      bounces: observed,
      status: observed,
      bounced_at: observed,
      stopped_at: observed,
      due_at: thing('when the row goes'),
      restriction_id: aside,
    },
  },
} satisfies RoomMap<'bounced_address'>;

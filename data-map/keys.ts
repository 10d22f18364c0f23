import { aside, thing, whichCustomer, type Personal, type RoomMap } from './entry.ts';
import { course, number, internal, followed, time } from './enrolled.ts';

const seenTime: Personal = { ...time('enrolment'), seenBy: ['administrators'] };

export const keys = {
  key_batch: {
    noPerson: 'a delivery of keys to a customer',
    columns: {
      customer_id: whichCustomer,
      id: number,
      course_id: course,
      label: thing("the customer's own label of the delivery"),
      access_days: number,
      created_at: number,
    },
  },
  course_key: {
    title: { sv: 'Din kursnyckel', en: 'Your course key' },
    purposes: ['open-course'],
    role: 'processor',
    retention: {
      rule: 'due',
      column: 'expires_at',
      period: 'P1Y',
      from: { sv: 'nyckeln skapas', en: 'the key is made' },
      end: 'anonymise',
    },
    source: { sv: 'kunden som delar ut nyckeln', en: 'the customer that hands out the key' },
    edges: [
      { edge: 'own', by: 'enrolment_id', onErasure: 'anonymise' },
      { edge: 'own', by: 'bound_email', address: true, setAside: { by: 'restriction_id' }, onErasure: 'anonymise' },
    ],
    columns: {
      customer_id: whichCustomer,
      id: { category: 'enrolment', export: { never: internal }, erase: 'keep' },
      batch_id: course,
      // Whoever kept the paper slip could compute the hash again: hashing is not erasure.
      key_hash: {
        category: 'credential',
        export: { never: 'a keyed hash that opens nothing' },
        erase: { blank: 'uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())' },
      },
      last_three: {
        category: 'enrolment',
        provided: 'by-customer',
        seenBy: ['administrators'],
        export: 'as-is',
        erase: { blank: "'···'" },
      },
      bound_email: {
        category: 'contact',
        correctedAs: 'address',
        provided: 'by-customer',
        seenBy: ['administrators'],
        export: 'as-is',
        erase: { blank: 'null' },
      },
      bound_given_name: {
        category: 'identity',
        correctedAs: 'given name',
        provided: 'by-customer',
        seenBy: ['administrators'],
        export: 'as-is',
        erase: { blank: 'null' },
      },
      bound_family_name: {
        category: 'identity',
        correctedAs: 'family name',
        provided: 'by-customer',
        seenBy: ['administrators'],
        export: 'as-is',
        erase: { blank: 'null' },
      },
      created_at: time('enrolment'),
      handed_out_at: seenTime,
      expires_at: seenTime,
      blocked_at: seenTime,
      redeemed_at: seenTime,
      order_digest: thing('which press of a button made the key, as a keyed digest'),
      enrolment_id: followed,
      restriction_id: aside,
    },
  },
} satisfies RoomMap<'key_batch' | 'course_key'>;

import { thing, whichCustomer, type Personal, type RoomMap } from './entry.ts';

const course = thing('which course content it concerns');
const number = thing('an order number');
const internal = 'an internal id without meaning outside the system';
const followed: Personal = { category: 'enrolment', export: { never: internal }, erase: 'keep' };

export const certificates = {
  certificate: {
    title: { sv: 'Dina kursintyg', en: 'Your certificates' },
    purposes: ['assess-learning', 'deliver-course', 'publish-certificate-name', 'inform'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'enrolment_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      id: { category: 'result', export: { never: internal }, erase: 'renew' },
      enrolment_id: followed,
      number: {
        category: 'result',
        provided: 'derived',
        seenBy: ['public', 'administrators'],
        export: 'as-is',
        erase: 'renew',
      },
      issued_at: {
        category: 'result',
        provided: 'derived',
        seenBy: ['public', 'administrators'],
        export: 'as-is',
        erase: 'coarsen',
      },
      expires_at: {
        category: 'result',
        provided: 'derived',
        seenBy: ['public', 'administrators'],
        export: 'as-is',
        erase: 'coarsen',
      },
      renewed_at: {
        category: 'result',
        provided: 'derived',
        seenBy: ['public', 'administrators'],
        export: 'as-is',
        erase: 'coarsen',
      },
      reminded_at: { category: 'result', provided: 'derived', export: 'as-is', erase: 'coarsen' },
      revoked_at: {
        category: 'result',
        provided: 'by-customer',
        seenBy: ['public', 'administrators'],
        export: 'as-is',
        erase: 'coarsen',
      },
      // Why is for its holder and for whoever looks after the course, never for the public page.
      revoked_reason: {
        category: 'result',
        provided: 'by-customer',
        seenBy: ['administrators'],
        maybeSpecial: true,
        export: 'as-is',
        erase: { blank: 'null' },
      },
      replaced_by: {
        category: 'result',
        provided: 'derived',
        seenBy: ['public', 'administrators'],
        export: 'as-is',
        erase: { blank: 'null' },
      },
      hidden_at: { category: 'choice', provided: 'by-person', export: 'as-is', erase: 'coarsen' },
    },
  },
  certificate_template: {
    noPerson:
      "how a course's certificates look; who signs is what the customer chooses to print on all of them, a title or an official name",
    columns: {
      customer_id: whichCustomer,
      course_id: course,
      lines: course,
      signatory_name: thing('who signs for the customer, printed on every certificate of the course'),
      signatory_title: thing('the title of who signs'),
      valid_months: number,
      logo: thing("the customer's logo"),
      changed_at: number,
    },
  },
} satisfies RoomMap<'certificate' | 'certificate_template'>;

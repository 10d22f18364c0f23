import { thing, whichCustomer, type Personal, type RoomMap } from './entry.ts';

const told = {
  provided: 'by-customer',
  seenBy: ['customer-administrators', 'desk', 'students'],
  export: 'as-is',
} satisfies Partial<Personal>;
const name: Personal = { ...told, category: 'identity', erase: { blank: "''" } };
const email: Personal = { ...told, category: 'contact', erase: { blank: 'null' } };
const phone: Personal = { ...told, category: 'phone', erase: { blank: 'null' } };

// Art. 30(2)(a) obliges us to have them: we are the controller of the record. It goes with what we hold on the customer's behalf.
export const customerContacts = {
  customer_contact: {
    title: { sv: 'Kundens kontaktuppgifter, där du är den man når', en: 'Contact details of a customer, where you are who is reached' },
    purposes: ['accountability', 'administer-customer'],
    role: 'controller',
    subjects: ['customer-staff'],
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P90D',
      from: { sv: 'att kundens avtal upphörde', en: "the end of the customer's agreement" },
      end: 'delete',
    },
    source: { sv: 'kunden', en: 'the customer' },
    edges: [
      {
        edge: 'own',
        by: 'email',
        address: true,
        setAside: {
          never: 'it is how others reach the controller of their data, and for that it is shown (Art. 18(2): the rights of others)',
        },
        onErasure: 'anonymise',
      },
    ],
    columns: {
      customer_id: whichCustomer,
      part: thing('whether it is the customer, its representative or its data protection officer that is reached'),
      name,
      address: thing("an organisation's postal address"),
      email,
      phone,
      changed_at: thing('when the details of an organisation were changed'),
      due_at: thing('when the row goes'),
    },
  },
} satisfies RoomMap<'customer_contact'>;

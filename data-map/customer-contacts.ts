import { thing, whichCustomer, type Personal, type RoomMap } from './entry.ts';

const told = {
  provided: 'by-customer',
  seenBy: ['customer-administrators', 'desk', 'students'],
  export: 'as-is',
} satisfies Partial<Personal>;
const name: Personal = { ...told, category: 'identity', erase: { blank: "''" } };
const email: Personal = { ...told, category: 'contact', erase: { blank: 'null' } };
const look = { category: 'look', provided: 'observed', erase: 'keep' } satisfies Partial<Personal>;
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
      id: { category: 'contact', export: { never: 'an internal id without meaning outside the system' }, erase: 'renew' },
      part: thing('whether it is the customer, its representative or its data protection officer that is reached'),
      name,
      address: thing("an organisation's postal address"),
      email,
      phone,
      changed_at: thing('when the details of an organisation were changed'),
      due_at: thing('when the row goes'),
    },
  },
  contact_look: {
    title: {
      sv: 'Tillfällen då någon har läst kontaktuppgifter som gäller dig',
      en: 'Occasions when someone read contact details that concern you',
    },
    purposes: ['accountability', 'administer-customer'],
    role: 'controller',
    subjects: ['customer-staff'],
    retention: { rule: 'with-row', of: 'access_log' },
    edges: [
      { edge: 'own', by: 'address', address: true, setAside: { never: 'nobody but the person is told of it' }, onErasure: 'delete' },
      { edge: 'access', by: 'contact_id', onErasure: 'leave', notExported: 'it is found by its address' },
    ],
    columns: {
      customer_id: whichCustomer,
      id: thing('a random id'),
      log_id: { ...look, export: { never: 'an internal id without meaning outside the system' } },
      contact_id: { ...look, export: { never: 'the contact details stand by themselves' } },
      address: {
        category: 'contact',
        provided: 'observed',
        export: { never: 'it stands with the contact details' },
        erase: { blank: "''" },
      },
    },
  },
} satisfies RoomMap<'customer_contact' | 'contact_look'>;

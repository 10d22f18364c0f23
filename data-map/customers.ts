import { aside, thing, whichCustomer, type RoomMap } from './entry.ts';

const offer = thing('part of an offer of a role');
const group = thing('a group and what it gives');
const notice = thing('a notice to all students of a customer alike');
const cell = thing("a cell of the customer's matrix");

export const customers = {
  course_teacher: {
    title: { sv: 'Kurser du är lärare för', en: 'Courses you teach' },
    purposes: ['administer-customer'],
    decidesAccess: 'who teaches a course decides who sees its students',
    role: 'processor',
    retention: { rule: 'with-account' },
    source: { sv: 'kunden', en: 'the customer' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      course_id: { category: 'role', provided: 'by-customer', export: 'as-is', erase: 'keep' },
      account_id: { category: 'role', provided: 'by-customer', export: 'as-is', erase: 'repoint' },
      created_at: { category: 'role', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      invitation_id: thing('the invitation it came through'),
      ends_at: { category: 'role', provided: 'by-customer', export: 'as-is', erase: 'coarsen' },
    },
  },
  visibility: {
    noPerson: "a customer's settings for who sees whom; roles and kinds of data, no people",
    columns: { customer_id: whichCustomer, role: cell, relation: cell, field: cell, shown: cell },
  },
  visibility_notice: {
    noPerson: "that a customer's students are told when more is shown of them; roles and kinds of data, no people",
    columns: { customer_id: whichCustomer, id: notice, began_at: notice, ended_at: notice },
  },
  visibility_notice_cell: {
    noPerson: "what of the customer's matrix the notice tells; roles and kinds of data, no people",
    columns: { customer_id: whichCustomer, notice_id: notice, role: cell, relation: cell, field: cell },
  },
  // The change itself stays as the customer's record; who made it leaves with the account.
  visibility_change: {
    title: { sv: 'Ändringar du har gjort av vem som ser vem', en: 'Changes you have made to who sees whom' },
    purposes: ['accountability', 'administer-customer'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'access', by: 'changed_by', onErasure: 'take-out' }],
    columns: {
      customer_id: whichCustomer,
      id: thing('the change'),
      changed_by: { category: 'role', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'repoint' },
      changed_at: { category: 'role', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'coarsen' },
      role: cell,
      relation: cell,
      field: cell,
      shown: cell,
    },
  },
  invitation: {
    noPerson: 'an offer of a role; who sent it, to whom and who accepted are tables of their own',
    columns: {
      customer_id: whichCustomer,
      id: offer,
      role: offer,
      max_uses: offer,
      uses: offer,
      only_listed: offer,
      domains: thing("organisations' mail domains"),
      created_at: offer,
      expires_at: offer,
      access_ends_at: offer,
      revoked_at: offer,
      client_id: thing('the form it was made by'),
      group_id: thing('the group that the invited join'),
    },
  },
  student_group: {
    noPerson: 'a group of a customer; who is in it is a table of its own',
    columns: { customer_id: whichCustomer, id: group, name: group, keeps_courses: group, created_at: group, ended_at: group },
  },
  student_group_course: {
    noPerson: 'the courses of a group',
    columns: { customer_id: whichCustomer, group_id: group, course_id: group },
  },
  student_group_member: {
    title: { sv: 'Grupper du är med i', en: 'Groups you are in' },
    purposes: ['administer-customer'],
    role: 'processor',
    retention: { rule: 'with-account' },
    source: { sv: 'kunden', en: 'the customer' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      group_id: { category: 'enrolment', provided: 'by-customer', seenBy: ['customer-administrators'], export: 'as-is', erase: 'keep' },
      account_id: { category: 'enrolment', provided: 'by-customer', export: 'as-is', erase: 'repoint' },
      joined_at: { category: 'enrolment', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'coarsen' },
      invitation_id: thing('the list they came with'),
    },
  },
  invitation_course: {
    noPerson: 'the courses of an offer',
    columns: { customer_id: whichCustomer, invitation_id: offer, course_id: offer },
  },
  invitation_sender: {
    title: { sv: 'Inbjudningar du har skickat', en: 'Invitations you have sent' },
    purposes: ['administer-customer'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      invitation_id: offer,
      account_id: { category: 'role', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'repoint' },
    },
  },
  // Someone who never accepts has no account to be erased with: the address leaves a month after the invitation has expired.
  invitation_address: {
    title: { sv: 'Inbjudningar till din mejladress', en: 'Invitations to your e-mail address' },
    purposes: ['administer-customer'],
    role: 'processor',
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P30D',
      from: { sv: 'att inbjudan gick ut', en: 'the end of the invitation' },
      end: 'delete',
    },
    source: { sv: 'kunden', en: 'the customer' },
    edges: [{ edge: 'own', by: 'address', address: true, setAside: { by: 'restriction_id' }, onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      id: thing('a random id'),
      invitation_id: offer,
      address: {
        category: 'contact',
        provided: 'by-customer',
        seenBy: ['customer-administrators'],
        export: 'as-is',
        erase: { blank: "''" },
      },
      created_at: { category: 'role', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      due_at: thing('when the row goes'),
      restriction_id: aside,
    },
  },
  invitation_use: {
    title: { sv: 'Inbjudningar du har tackat ja till', en: 'Invitations you have accepted' },
    purposes: ['administer-customer'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      invitation_id: offer,
      account_id: { category: 'role', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'repoint' },
      accepted_at: { category: 'role', provided: 'by-person', seenBy: ['customer-administrators'], export: 'as-is', erase: 'coarsen' },
    },
  },
} satisfies RoomMap<
  | 'course_teacher'
  | 'visibility'
  | 'visibility_change'
  | 'visibility_notice'
  | 'visibility_notice_cell'
  | 'invitation'
  | 'invitation_course'
  | 'invitation_sender'
  | 'invitation_address'
  | 'invitation_use'
  | 'student_group'
  | 'student_group_course'
  | 'student_group_member'
>;

import { thing, whichCustomer, type Personal, type RoomMap } from './entry.ts';

const credential = (because: string): Personal => ({
  category: 'credential',
  export: { never: because },
  erase: { blank: 'null' },
});
const ownAccount: Personal = {
  category: 'account',
  export: { never: "the account's own id stands first in the export" },
  erase: 'repoint',
};
const deviceTime: Personal = { category: 'device', provided: 'observed', export: 'as-is', erase: 'coarsen' };
const accountTime: Personal = { category: 'account', provided: 'observed', export: 'as-is', erase: 'coarsen' };
const secret = 'it would let whoever holds the export sign in';

export const people = {
  account: {
    title: { sv: 'Ditt konto', en: 'Your account' },
    purposes: [
      'identify-user',
      'security',
      'deliver-course',
      'assess-learning',
      'correspond',
      'open-course',
      'administer-customer',
      'publish-certificate-name',
    ],
    role: 'controller',
    // E-20: closing makes the account inactive; six months later it is anonymised.
    retention: {
      rule: 'account-closing',
      column: 'erase_due_at',
      period: 'P6M',
      from: { sv: 'kontot avslutas', en: 'the account is closed' },
    },
    edges: [{ edge: 'own', by: 'id', onErasure: 'delete' }],
    columns: {
      id: { category: 'account', export: 'as-is', erase: 'repoint' },
      kind: { category: 'account', export: 'as-is', erase: 'keep' },
      email: {
        category: 'contact',
        provided: 'by-person',
        seenBy: ['administrators', 'teachers'],
        export: 'as-is',
        erase: { blank: 'null' },
      },
      email_confirmed_at: accountTime,
      given_name: {
        category: 'identity',
        rectify: true,
        provided: 'by-person',
        seenBy: ['administrators', 'teachers', 'mates'],
        export: 'as-is',
        erase: { blank: "''" },
      },
      family_name: {
        category: 'identity',
        rectify: true,
        provided: 'by-person',
        seenBy: ['administrators', 'teachers', 'mates'],
        export: 'as-is',
        erase: { blank: "''" },
      },
      language: { category: 'preference', rectify: true, provided: 'by-person', export: 'as-is', erase: 'keep' },
      created_at: accountTime,
      closed_at: accountTime,
      erase_due_at: accountTime,
      erase_warned_at: accountTime,
    },
  },
  former_name: {
    title: { sv: 'Vad du hette tidigare', en: 'What you were called before' },
    purposes: ['erase-completely'],
    role: 'controller',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      account_id: ownAccount,
      id: { category: 'identity', export: { never: 'an internal id without meaning outside the system' }, erase: 'renew' },
      given_name: { category: 'identity', provided: 'by-person', export: 'as-is', erase: { blank: "''" } },
      family_name: { category: 'identity', provided: 'by-person', export: 'as-is', erase: { blank: "''" } },
      email: { category: 'contact', provided: 'by-person', export: 'as-is', erase: { blank: 'null' } },
      changed_at: accountTime,
    },
  },
  account_password: {
    title: { sv: 'Ditt lösenord', en: 'Your password' },
    purposes: ['identify-user', 'security'],
    role: 'controller',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      account_id: ownAccount,
      hash: credential('a hash that nobody, we included, can read back'),
      changed_at: { category: 'credential', provided: 'observed', export: 'as-is', erase: 'coarsen' },
    },
  },
  passkey: {
    title: { sv: 'Dina lösennycklar', en: 'Your passkeys' },
    purposes: ['identify-user', 'security'],
    role: 'controller',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      account_id: ownAccount,
      id: { category: 'credential', export: 'as-is', erase: 'renew' },
      credential_id: credential(secret),
      public_key: credential(secret),
      counter: credential('a technical counter of the passkey'),
      transports: { category: 'device', provided: 'observed', export: 'as-is', erase: 'keep' },
      name: { category: 'device', provided: 'by-person', export: 'as-is', erase: { blank: "''" } },
      created_at: deviceTime,
      last_used_at: deviceTime,
    },
  },
  second_factor: {
    title: { sv: 'Din tvåstegsinloggning', en: 'Your second factor' },
    purposes: ['security', 'identify-user'],
    role: 'controller',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      account_id: ownAccount,
      secret: { ...credential(secret), protection: 'sealed' },
      confirmed_at: { category: 'credential', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      last_step: credential('a technical counter of the code app'),
    },
  },
  recovery_code: {
    title: { sv: 'Dina reservkoder', en: 'Your recovery codes' },
    purposes: ['security', 'identify-user'],
    role: 'controller',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      account_id: ownAccount,
      code_hash: credential(secret),
      used_at: { category: 'credential', provided: 'observed', export: 'as-is', erase: 'coarsen' },
    },
  },
  session: {
    title: { sv: 'Dina inloggningar', en: 'Your sign-ins' },
    purposes: ['identify-user', 'security'],
    role: 'controller',
    retention: { rule: 'due', column: 'expires_at', period: 'P30D', from: { sv: 'inloggningen', en: 'the sign-in' }, end: 'delete' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      id: { category: 'device', export: 'as-is', erase: 'renew' },
      account_id: ownAccount,
      token_hash: credential(secret),
      previous_token_hash: credential(secret),
      rotated_at: deviceTime,
      created_at: deviceTime,
      last_seen_at: deviceTime,
      confirmed_at: deviceTime,
      expires_at: deviceTime,
      browser: { category: 'device', provided: 'observed', export: 'as-is', erase: { blank: "''" } },
    },
  },
  challenge: {
    title: { sv: 'Länkar och koder vi har skickat', en: 'Links and codes we have sent' },
    purposes: ['security', 'identify-user', 'open-course'],
    role: 'controller',
    retention: { rule: 'due', column: 'expires_at', period: 'P1D', from: { sv: 'utskicket', en: 'the sending' }, end: 'delete' },
    edges: [
      { edge: 'own', by: 'account_id', onErasure: 'delete' },
      {
        edge: 'own',
        by: 'email',
        address: true,
        setAside: { never: "the person's own way in, which they have just asked for; gone within a day" },
        onErasure: 'delete',
      },
    ],
    columns: {
      id: credential(secret),
      kind: { category: 'credential', export: 'as-is', erase: 'keep' },
      account_id: ownAccount,
      email: { category: 'contact', provided: 'by-person', export: 'as-is', erase: { blank: 'null' } },
      key_id: thing('which course key the link is for'),
      nonce: credential(secret),
      created_at: deviceTime,
      expires_at: deviceTime,
    },
  },
  throttle: {
    noPerson: 'the bucket is a keyed digest that cannot be read back, and is gone within a day',
    retention: { rule: 'due', column: 'expires_at', period: 'P1D', from: { sv: 'försöket', en: 'the try' }, end: 'delete' },
    columns: {
      bucket: thing('a keyed digest'),
      tries: thing('a count'),
      expires_at: thing('when the count ends'),
    },
  },
  customer: {
    noPerson: 'an organisation',
    columns: {
      id: whichCustomer,
      slug: thing("an organisation's short name"),
      name: thing("an organisation's name"),
      kind: thing("an organisation's kind"),
      created_at: thing('when the agreement began'),
      ended_at: thing('when the agreement ends'),
      org_number: thing("an organisation's number"),
      due_at: thing("when what is kept on the organisation's behalf goes"),
    },
  },
  membership: {
    title: { sv: 'Din roll hos kunder', en: 'Your roles with customers' },
    purposes: ['administer-customer', 'deliver-course'],
    decidesAccess: 'a role decides what its holder may see and do, whatever the purpose',
    role: 'processor',
    retention: { rule: 'with-account' },
    source: { sv: 'kunden', en: 'the customer' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      account_id: ownAccount,
      role: { category: 'role', provided: 'by-customer', seenBy: ['customer-administrators'], export: 'as-is', erase: 'keep' },
      created_at: { category: 'role', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      invitation_id: thing('the invitation it came through'),
      ends_at: { category: 'role', provided: 'by-customer', export: 'as-is', erase: 'coarsen' },
    },
  },
  operator: {
    noPerson: "the operator's and its DPO's official contact details, which the law has published (Art. 37(7)); corrected in the settings",
    columns: {
      only_one: thing('a constant'),
      name: thing("an organisation's name"),
      contact_email: thing("an organisation's address"),
      dpo_name: thing('published official contact'),
      dpo_email: thing('published official contact'),
      language: thing("the operator's language"),
      set_up_at: thing('when the service was set up'),
    },
  },
} satisfies RoomMap<
  | 'account'
  | 'former_name'
  | 'account_password'
  | 'passkey'
  | 'second_factor'
  | 'recovery_code'
  | 'session'
  | 'challenge'
  | 'throttle'
  | 'customer'
  | 'membership'
  | 'operator'
>;

import { saveContacts } from '../../src/customers/index.ts';
import type { Tx } from '../../src/platform/database.ts';

type Told = {
  street: string;
  town: string;
  phone: string;
  mailbox: string;
  person?: string;
  officer?: { name: string; mailbox: string; phone: string };
};

/** How each customer of the demo world is reached: phones of the series that nobody has. */
const told: Record<string, Told> = {
  kunskapslyftet: {
    street: 'Lärdomsgatan 4',
    town: '753 10 Uppsala',
    phone: '08-465 004 10',
    mailbox: 'info@kunskapslyftet.example',
    person: 'Jonas Wåhlström',
    officer: { name: 'Eivor Hallgren', mailbox: 'dataskydd@kunskapslyftet.example', phone: '08-465 004 11' },
  },
  'bjorkdalens-kommun': {
    street: 'Stadshuset, Box 12',
    town: '931 21 Björkdalen',
    phone: '08-465 004 20',
    mailbox: 'kommun@bjorkdalen.example',
    officer: { name: 'Kommunens dataskyddsombud', mailbox: 'dataskyddsombud@bjorkdalen.example', phone: '08-465 004 21' },
  },
  'nordhammar-bygg': {
    street: 'Hamnvägen 18',
    town: '891 33 Nordhammar',
    phone: '08-465 004 30',
    mailbox: 'personal@nordhammar.example',
    person: 'Personalavdelningen',
  },
  'lindangens-skola': {
    street: 'Skolgatan 2',
    town: '214 38 Lindängen',
    phone: '08-465 004 40',
    mailbox: 'expedition@lindangen.example',
    person: 'Expeditionen',
    officer: { name: 'Skolans dataskyddsombud', mailbox: 'dataskydd@lindangen.example', phone: '08-465 004 41' },
  },
  'vastra-asbo-bibliotek': {
    street: 'Torget 1',
    town: '264 31 Västra Åsbo',
    phone: '08-465 004 50',
    mailbox: 'bibliotek@vastraasbo.example',
    officer: { name: 'Gun-Britt Ohlin', mailbox: 'dataskydd@vastraasbo.example', phone: '08-465 004 51' },
  },
  'kursiv-privat': {
    street: 'Kursivgatan 7',
    town: '753 20 Uppsala',
    phone: '08-465 004 70',
    mailbox: 'kop@kursiv.example',
    officer: { name: 'Doris Dahlberg', mailbox: 'dataskydd@kursiv.example', phone: '08-465 004 71' },
  },
  'havsorn-omsorg': {
    street: 'Kustvägen 77',
    town: '572 40 Havsörn',
    phone: '08-465 004 60',
    mailbox: 'kontakt@havsorn.example',
    person: 'Kvalitetsansvarig',
    officer: { name: 'Ombudet för omsorgen', mailbox: 'dso@havsorn.example', phone: '08-465 004 61' },
  },
};

export async function addContacts(tx: Tx, { slug }: { slug: string }, at: { customerId: string; begun: Date }): Promise<void> {
  const own = told[slug];
  if (!own) throw new Error(`The demo world does not say how ${slug} is reached.`);
  const { street, town, phone, mailbox: email, person: name = '', officer } = own;
  const controller = { name, address: `${street}\n${town}`, email, phone };
  const reached = officer && { name: officer.name, address: '', email: officer.mailbox, phone: officer.phone };
  await saveContacts(tx, at.customerId, { controller, ...(reached ? { officer: reached } : {}) }, at.begun);
}

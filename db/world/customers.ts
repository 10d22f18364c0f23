import type { CourseDraft } from '../../src/courses/publish-course.ts';
import { dataskyddIVardagen } from './courses/dataskydd-i-vardagen.ts';
import { grundlaggandeBrandskydd } from './courses/grundlaggande-brandskydd.ts';
import { klarsprakForHandlaggare } from './courses/klarsprak-for-handlaggare.ts';
import { maBraPaJobbet } from './courses/ma-bra-pa-jobbet.ts';
import { readCourse } from './courses/read-course.ts';
import { utrymningPaJobbet } from './courses/utrymning-pa-jobbet.ts';

type Staff = { givenName: string; familyName: string; email: string; role: 'customer_admin' | 'course_admin' };
export type WorldCustomer = {
  slug: string;
  name: string;
  kind: 'school' | 'municipality' | 'library' | 'company' | 'private' | 'shop';
  /** Of series that nobody has been given; its last digit checks the others. */
  orgNumber: string;
  /** Who can sign in and is told of at the start; the first looks after the courses. */
  staff: readonly Staff[];
  /** What colleagues have for an address. */
  domain: string;
  colleagues: number;
  students: number;
  courses: readonly CourseDraft[];
};

export const worldCustomers: WorldCustomer[] = [
  {
    slug: 'kunskapslyftet',
    name: 'Stiftelsen Kunskapslyftet',
    kind: 'company',
    orgNumber: '8999001012',
    staff: [
      { givenName: 'Märta', familyName: 'Sjögren-Nilsson', email: 'marta@kunskapslyftet.example', role: 'course_admin' },
      { givenName: 'Jonas', familyName: 'Wåhlström', email: 'jonas@kunskapslyftet.example', role: 'customer_admin' },
    ],
    domain: 'kunskapslyftet.example',
    colleagues: 5,
    // And the student of the demo, who makes the world's fifteen hundredth.
    students: 339,
    courses: [maBraPaJobbet, utrymningPaJobbet, readCourse('bokforing-for-smaforetagare'), readCourse('matematik-1b-repetition')],
  },
  {
    slug: 'bjorkdalens-kommun',
    name: 'Björkdalens kommun',
    kind: 'municipality',
    orgNumber: '2299001020',
    staff: [{ givenName: 'Mohammed', familyName: 'Al-Khatib', email: 'mohammed@bjorkdalen.example', role: 'course_admin' }],
    domain: 'bjorkdalen.example',
    colleagues: 9,
    students: 410,
    courses: [klarsprakForHandlaggare, dataskyddIVardagen, readCourse('tillganglig-webb'), readCourse('cybersakerhet-for-chefer')],
  },
  {
    slug: 'nordhammar-bygg',
    name: 'Nordhammar Bygg AB',
    kind: 'company',
    orgNumber: '5529001033',
    staff: [{ givenName: 'Sara Inga', familyName: 'Blind', email: 'sara-inga@nordhammar.example', role: 'course_admin' }],
    domain: 'nordhammar.example',
    colleagues: 4,
    students: 140,
    courses: [grundlaggandeBrandskydd, readCourse('systematiskt-arbetsmiljoarbete')],
  },
  {
    slug: 'lindangens-skola',
    name: 'Lindängens skola',
    kind: 'school',
    orgNumber: '2299001046',
    staff: [{ givenName: 'Torbjörn', familyName: 'Ekdal', email: 'torbjorn@lindangen.example', role: 'course_admin' }],
    domain: 'lindangen.example',
    colleagues: 8,
    students: 300,
    courses: [readCourse('kallkritik-ak-7-9'), readCourse('saker-pa-natet-ak-4-6')],
  },
  {
    slug: 'vastra-asbo-bibliotek',
    name: 'Västra Åsbo bibliotek',
    kind: 'library',
    orgNumber: '2299001053',
    staff: [{ givenName: 'Ingegerd', familyName: 'Ahlsten', email: 'ingegerd@vastraasbo.example', role: 'course_admin' }],
    domain: 'vastraasbo.example',
    colleagues: 3,
    students: 130,
    courses: [readCourse('svenska-for-nyborjare'), readCourse('allemansratten-och-friluftsliv')],
  },
  {
    slug: 'havsorn-omsorg',
    name: 'Havsörn Omsorg AB',
    kind: 'company',
    orgNumber: '5529001066',
    staff: [{ givenName: 'Nadja', familyName: 'Brolin', email: 'nadja@havsorn.example', role: 'course_admin' }],
    domain: 'havsorn.example',
    colleagues: 4,
    students: 180,
    courses: [
      readCourse('basal-hygien-i-vard-och-omsorg'),
      readCourse('hlr-och-forsta-hjalpen'),
      readCourse('livsmedelshygien-och-egenkontroll'),
    ],
  },
];

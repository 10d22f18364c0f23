import { dataskyddIVardagen } from './courses/dataskydd-i-vardagen.ts';
import { grundlaggandeBrandskydd } from './courses/grundlaggande-brandskydd.ts';
import { klarsprakForHandlaggare } from './courses/klarsprak-for-handlaggare.ts';
import { maBraPaJobbet } from './courses/ma-bra-pa-jobbet.ts';
import { utrymningPaJobbet } from './courses/utrymning-pa-jobbet.ts';
import type { CourseDraft } from '../../src/courses/publish-course.ts';

type Staff = { givenName: string; familyName: string; email: string; role: 'customer_admin' | 'course_admin' };
export type WorldCustomer = {
  slug: string;
  name: string;
  kind: 'school' | 'municipality' | 'library' | 'company' | 'private';
  staff: Staff[];
  courses: { course: CourseDraft; students: number }[];
};

export const worldCustomers: WorldCustomer[] = [
  {
    slug: 'kunskapslyftet',
    name: 'Stiftelsen Kunskapslyftet',
    kind: 'company',
    staff: [
      { givenName: 'Märta', familyName: 'Sjögren-Nilsson', email: 'marta@kunskapslyftet.example', role: 'course_admin' },
      { givenName: 'Jonas', familyName: 'Wåhlström', email: 'jonas@kunskapslyftet.example', role: 'customer_admin' },
    ],
    courses: [
      { course: maBraPaJobbet, students: 86 },
      { course: utrymningPaJobbet, students: 12 },
    ],
  },
  {
    slug: 'bjorkdalens-kommun',
    name: 'Björkdalens kommun',
    kind: 'municipality',
    staff: [{ givenName: 'Mohammed', familyName: 'Al-Khatib', email: 'mohammed@bjorkdalen.example', role: 'course_admin' }],
    courses: [
      { course: klarsprakForHandlaggare, students: 41 },
      { course: dataskyddIVardagen, students: 58 },
    ],
  },
  {
    slug: 'nordhammar-bygg',
    name: 'Nordhammar Bygg AB',
    kind: 'company',
    staff: [{ givenName: 'Sara Inga', familyName: 'Blind', email: 'sara-inga@nordhammar.example', role: 'course_admin' }],
    courses: [{ course: grundlaggandeBrandskydd, students: 33 }],
  },
];

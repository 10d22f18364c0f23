import { klarsprakForHandlaggareFinalTest } from './klarsprak-for-handlaggare.final-test.ts';
import { klarsprakForHandlaggarePages1To3 } from './klarsprak-for-handlaggare.pages-1-3.ts';
import { klarsprakForHandlaggarePages4To6 } from './klarsprak-for-handlaggare.pages-4-6.ts';
import type { WorldCourse } from './world-course.ts';

export const klarsprakForHandlaggare: WorldCourse = {
  slug: 'klarsprak-for-handlaggare',
  title: 'Klarspråk för handläggare',
  tagline: 'Skriv så att mottagaren förstår – första gången.',
  description:
    'En praktisk kurs för dig som skriver beslut, brev och mejl i offentlig verksamhet. Du lär dig att börja i rätt ände, välja begripliga ord, bygga tydliga meningar och granska din egen text.',
  audience: 'Handläggare, administratörer och andra som skriver till invånare, företag och föreningar.',
  outcomes: [
    'Du vet vad språklagen och förvaltningslagen kräver av dina texter.',
    'Du kan ordna en text så att det viktigaste kommer först.',
    'Du byter kanslispråk mot ord som mottagaren använder.',
    'Du skriver meningar där det framgår vem som gör vad.',
    'Du granskar din text med en enkel checklista innan du skickar den.',
  ],
  minutes: 36,
  pages: [...klarsprakForHandlaggarePages1To3, ...klarsprakForHandlaggarePages4To6],
  finalTest: {
    passPercent: 80,
    maxAttempts: 3,
    timeLimitMinutes: null,
    questions: klarsprakForHandlaggareFinalTest,
  },
};

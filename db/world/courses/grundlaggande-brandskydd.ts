import { grundlaggandeBrandskyddFinalTest } from './grundlaggande-brandskydd.final-test.ts';
import { grundlaggandeBrandskyddPages1To3 } from './grundlaggande-brandskydd.pages-1-3.ts';
import { grundlaggandeBrandskyddPages4To6 } from './grundlaggande-brandskydd.pages-4-6.ts';
import type { WorldCourse } from './world-course.ts';

export const grundlaggandeBrandskydd: WorldCourse = {
  slug: 'grundlaggande-brandskydd',
  title: 'Grundläggande brandskydd',
  tagline: 'Förebygg, upptäck och gör rätt när det gäller.',
  description:
    'En grundkurs i systematiskt brandskyddsarbete, SBA. Du lär dig hur en brand uppstår, hur du förebygger den i vardagen, hur ni utrymmer säkert och när du ska – och inte ska – släcka. Kursen ger teorin. Öva sedan praktiskt på din arbetsplats.',
  audience: 'Alla anställda, och särskilt du som är ny eller har fått en uppgift i brandskyddet.',
  outcomes: [
    'Du kan förklara vad systematiskt brandskyddsarbete är och vem som ansvarar.',
    'Du förstår hur en brand uppstår, sprids och kan hejdas.',
    'Du upptäcker och åtgärdar vanliga brandrisker på din arbetsplats.',
    'Du vet hur du utrymmer och hjälper andra ut.',
    'Du kan välja rätt släckutrustning och avgöra när du ska låta bli.',
  ],
  minutes: 35,
  pages: [...grundlaggandeBrandskyddPages1To3, ...grundlaggandeBrandskyddPages4To6],
  finalTest: {
    passPercent: 80,
    maxAttempts: 3,
    timeLimitMinutes: 20,
    questions: grundlaggandeBrandskyddFinalTest,
  },
};

import { dataskyddIVardagenFinalTest } from './dataskydd-i-vardagen.final-test.ts';
import { dataskyddIVardagenPages1To3 } from './dataskydd-i-vardagen.pages-1-3.ts';
import { dataskyddIVardagenPages4To6 } from './dataskydd-i-vardagen.pages-4-6.ts';
import type { WorldCourse } from './world-course.ts';

export const dataskyddIVardagen: WorldCourse = {
  slug: 'dataskydd-i-vardagen',
  title: 'Dataskydd i vardagen',
  tagline: 'GDPR för dig som arbetar i en kommun – utan krångel.',
  description:
    'Du möter personuppgifter varje dag: i mejl, listor, journaler och samtal. Kursen visar vad dataskyddsförordningen betyder i praktiken, hur den hänger ihop med offentlighetsprincipen och vad du ska göra när något går fel.',
  audience: 'Anställda, vikarier och förtroendevalda i en kommun. Du behöver inga juridiska förkunskaper.',
  outcomes: [
    'Du känner igen en personuppgift och vet vilka uppgifter som kräver extra skydd.',
    'Du kan ange varför ni får använda uppgifterna och hur länge.',
    'Du hanterar mejl, listor och möten på ett säkert sätt.',
    'Du vet vilka rättigheter invånarna har och vart du skickar deras frågor.',
    'Du känner igen en personuppgiftsincident och larmar direkt.',
  ],
  minutes: 37,
  pages: [...dataskyddIVardagenPages1To3, ...dataskyddIVardagenPages4To6],
  finalTest: {
    passPercent: 80,
    maxAttempts: 3,
    timeLimitMinutes: 20,
    questions: dataskyddIVardagenFinalTest,
  },
};

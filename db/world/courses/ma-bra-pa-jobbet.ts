import { maBraPaJobbetFinalTest } from './ma-bra-pa-jobbet.final-test.ts';
import { maBraPaJobbetPages1To3 } from './ma-bra-pa-jobbet.pages-1-3.ts';
import { maBraPaJobbetPages4To6 } from './ma-bra-pa-jobbet.pages-4-6.ts';
import { maBraPaJobbetPages7To8 } from './ma-bra-pa-jobbet.pages-7-8.ts';
import type { WorldCourse } from './world-course.ts';

export const maBraPaJobbet: WorldCourse = {
  slug: 'ma-bra-pa-jobbet',
  title: 'Må bra på jobbet',
  tagline: 'Små vanor, rimliga krav och en plan som håller.',
  description:
    'En kurs om stress, återhämtning och sömn – och om vad som är ditt ansvar, chefens ansvar och arbetsgivarens ansvar. Du får konkreta råd som du kan prova redan i dag och bygger steg för steg en egen plan.',
  audience: 'Alla som arbetar, oavsett yrke och anställningsform. Du behöver inga förkunskaper.',
  outcomes: [
    'Du känner igen tidiga tecken på stress hos dig själv och andra.',
    'Du vet vad som ger återhämtning och får in den i en vanlig arbetsdag.',
    'Du har några enkla vanor som hjälper dig att sova bättre.',
    'Du kan säga ifrån när kraven är för höga och be chefen prioritera.',
    'Du vet vem du kan vända dig till och har en egen plan för att må bra.',
  ],
  minutes: 52,
  pages: [...maBraPaJobbetPages1To3, ...maBraPaJobbetPages4To6, ...maBraPaJobbetPages7To8],
  finalTest: {
    passPercent: 80,
    maxAttempts: 3,
    timeLimitMinutes: 30,
    questions: maBraPaJobbetFinalTest,
  },
};

import type { Slide } from '../making/manuscript.ts';

/** What a course of six pages takes, told alike in every film. */
export const sixPages = (minutes: number): Slide => ({
  drawing: 'six-pages',
  heading: { sv: 'I din egen takt', en: 'At your own pace' },
  words: [{ sv: `Ungefär ${minutes} minuter, när det passar dig.`, en: `About ${minutes} minutes, when it suits you.` }],
  seen: {
    sv: 'Sex sidor som fylls en efter en, sedan en bock för slutprovet och sist ett kursintyg.',
    en: 'Six pages that fill one by one, then a tick for the final test, and last a certificate.',
  },
  said: [
    {
      sv: 'Kursen har sex korta sidor och tar en dryg halvtimme.',
      en: 'The course has six short pages and takes a good half-hour.',
    },
    {
      sv: 'Sist kommer ett slutprov. Klarar du det får du ett kursintyg.',
      en: 'Last comes a final test. Pass it, and you get a certificate.',
    },
  ],
});

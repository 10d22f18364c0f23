import type { Words } from '../../ui/locale.ts';

const sv = {
  guessed: {
    subject: 'Någon kan försöka gissa nycklar',
    what: 'Under den senaste kvarten har mycket fler felaktiga nycklar än rätta prövats i Kursiv.',
    slowed: 'Den som gissar bromsas redan. Rätta nycklar fungerar som vanligt för alla andra.',
    look: 'På sidan Driften ser du om det pågår. I driftloggen står hur många försök det gäller.',
    once: 'Du får det här mejlet en gång. Om det blir lugnt och sedan börjar om får du ett nytt.',
  },
  stuck: {
    subject: 'Något har fastnat i driften',
    what: (mails: string, jobs: string) => `Mejl som inte kunde skickas: ${mails}. Jobb som har gett upp: ${jobs}. Inget av det är borta.`,
    look: 'Se vad som gick fel, rätta det och försök igen:',
    once: 'Du får ett nytt mejl först när allt är löst och något fastnar igen, eller om det blir fler ett dygn senare.',
  },
};

const en = {
  guessed: {
    subject: 'Someone may be guessing keys',
    what: 'In the last quarter of an hour far more wrong keys than right ones have been tried in Kursiv.',
    slowed: 'Whoever guesses is slowed down already. Right keys work as usual for everyone else.',
    look: 'The page Operations shows whether it goes on. The log tells how many tries there have been.',
    once: 'You get this mail once. If it passes and then begins anew, you get another.',
  },
  stuck: {
    subject: 'Something has got stuck',
    what: (mails: string, jobs: string) => `Mails that could not be sent: ${mails}. Jobs that gave up: ${jobs}. None of it is lost.`,
    look: 'See what went wrong, put it right and try again:',
    once: 'You get another mail only when all is solved and something gets stuck again, or if it has become more a day later.',
  },
} satisfies Words<typeof sv>;

export const alarmWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };

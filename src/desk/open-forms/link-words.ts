import type { Words } from '../../ui/locale.ts';

/** What is confirmed by a link that is sent to an address. */
const sv = {
  askedTitle: 'Titta i din mejl',
  notCome: 'Kommer det inget mejl inom några minuter? Titta i skräpposten och kontrollera att du skrev rätt adress.',
  local: 'Läs mejlen på den här datorn',
  endedTitle: 'Länken gäller inte längre',
  contact: { lead: 'Ärendet finns inte kvar hos oss, eller så är länken inte hel.', link: 'Skriv till oss' },
  removal: { lead: 'Den har redan använts, är äldre än ett dygn eller är inte hel.', link: 'Be om en ny länk' },
  newsletter: { lead: 'Den har redan använts, är för gammal eller är inte hel.', link: 'Till nyhetsbreven' },
  requestForm: {
    lead: 'Den har gått ut, eller så finns begäran inte kvar. Öppna det senaste mejlet från oss, eller skicka en ny begäran.',
    link: 'Skicka en begäran till',
  },
};

const en = {
  askedTitle: 'Look in your mail',
  notCome: 'No mail within a few minutes? Look among the junk mail, and check that you wrote the right address.',
  local: 'Read the mail on this computer',
  endedTitle: 'The link no longer works',
  contact: { lead: 'The enquiry is no longer with us, or the link is not whole.', link: 'Write to us' },
  removal: { lead: 'It has been used already, is older than a day, or is not whole.', link: 'Ask for a new link' },
  newsletter: { lead: 'It has been used, is too old or is not whole.', link: 'To the newsletters' },
  requestForm: {
    lead: 'It has run out, or the request is gone. Open the latest mail from us, or send a new request.',
    link: 'Send another request',
  },
} satisfies Words<typeof sv>;

export const linkWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };

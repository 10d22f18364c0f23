import type { Words } from '../../ui/locale.ts';

const sv = {
  accessibility: {
    title: 'Tillgänglighet',
    lead: 'Alla ska kunna använda Kursiv. Målet är att följa WCAG 2.2 på nivå AA.',
    doesTitle: 'Så fungerar Kursiv',
    does: [
      'Allt går att göra med bara tangentbord.',
      'Sidorna går att läsa med skärmläsare och har rubriker i ordning.',
      'Texten går att förstora, och allt får plats på en skärm som är 320\u00a0bildpunkter bred.',
      'Filmer har textning och går att läsa som text.',
      'Sidorna följer dina val av mörkt läge och mindre rörelse.',
      'Det går att läsa och göra kurserna utan JavaScript.',
    ],
    testedTitle: 'Så har vi prövat',
    tested:
      'Vi prövar sidorna automatiskt med verktyget axe varje gång vi ändrar något. Vi går också igenom dem med tangentbord och på små skärmar. Ingen utomstående har granskat tjänsten än.',
    knownTitle: 'Det här vet vi brister',
    known: [
      'Filmer har ingen syntolkning. Det som syns i bild beskrivs i texten till filmen.',
      'Innehållet i en kurs skrivs av den som ger kursen och kan ha egna brister.',
    ],
    tellTitle: 'Säg till när något inte fungerar',
    tell: 'Skriv till oss och berätta vilken sida det gäller. Vi svarar och hjälper dig på ett annat sätt om det behövs.',
    authority:
      'Gäller det en kommun, region eller myndighet kan du också anmäla bristen till den myndighet som har tillsyn över lagen om tillgänglighet till digital offentlig service.',
  },
  mails: {
    title: 'Mejl på den här datorn',
    lead: 'Ingen mejlserver är inställd. Här ligger mejlen som annars hade skickats, de nyaste först.',
    caption: 'Mejl',
    subject: 'Ämne',
    to: 'Till',
    at: 'Skickat',
    empty: 'Inga mejl än.',
    back: 'Alla mejl',
  },
};

const en = {
  accessibility: {
    title: 'Accessibility',
    lead: 'Everyone should be able to use Kursiv. The aim is to follow WCAG 2.2 at level AA.',
    doesTitle: 'How Kursiv works',
    does: [
      'Everything can be done with a keyboard alone.',
      'Pages can be read with a screen reader and have headings in order.',
      'Text can be enlarged, and everything fits a screen that is 320\u00a0pixels wide.',
      'Films have captions and can be read as text.',
      'Pages follow your choice of dark mode and less motion.',
      'Courses can be read and taken without JavaScript.',
    ],
    testedTitle: 'How we have tested',
    tested:
      'We test the pages automatically with the tool axe every time we change something. We also go through them with a keyboard and on small screens. Nobody from outside has reviewed the service yet.',
    knownTitle: 'What we know is lacking',
    known: [
      'Films have no audio description. What is seen is described in the text of the film.',
      'The content of a course is written by whoever gives the course and may have faults of its own.',
    ],
    tellTitle: 'Tell us when something does not work',
    tell: 'Write to us and tell us which page it is. We answer, and help you in another way if needed.',
    authority:
      'If it concerns a Swedish municipality, region or agency you can also report it to the authority that supervises the act on accessibility of digital public services.',
  },
  mails: {
    title: 'Mail on this computer',
    lead: 'No mail server is set. Here is the mail that would otherwise have been sent, newest first.',
    caption: 'Mail',
    subject: 'Subject',
    to: 'To',
    at: 'Sent',
    empty: 'No mail yet.',
    back: 'All mail',
  },
} satisfies Words<typeof sv>;

export const words: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };

import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Dataskyddsombud',
  lead: (operator: string) =>
    `Ombudet ser till att ${operator} behandlar personuppgifter rätt, och svarar dig som undrar. Du behöver inget konto.`,
  contact: 'Kontakt',
  askTitle: 'Det här kan du fråga om',
  ask: [
    'Vilka uppgifter vi har om dig, varifrån de kommer och vem som har sett dem.',
    'Att få uppgifter rättade eller raderade, eller att få en kopia av dem.',
    'Att invända mot något vi gör, eller att ta tillbaka ett samtycke.',
    'Hur vi skyddar uppgifterna, och vad som hände om något gick fel.',
  ],
  alone: 'Bara ombudet läser det du skriver här. Du får svar inom en månad.',
  self: 'Har du ett konto ser, rättar och hämtar du det mesta själv.',
  write: 'Skriv till ombudet',
  send: 'Skicka till ombudet',
  kept: (period: string) => `Vi sparar det du skickar i ${period} från det senaste som hände i ärendet.`,
  complainTitle: 'Om du inte är nöjd',
  complain: 'Du kan alltid klaga hos Integritetsskyddsmyndigheten, som har tillsyn över hur personuppgifter behandlas i Sverige.',
};

const en = {
  title: 'Data protection officer',
  lead: (operator) =>
    `The officer sees to it that ${operator} treats personal data rightly, and answers you who wonder. You need no account.`,
  contact: 'Contact',
  askTitle: 'What you can ask about',
  ask: [
    'What data we hold about you, where it comes from and who has seen it.',
    'Having data corrected or erased, or getting a copy of it.',
    'Objecting to something we do, or taking back a consent.',
    'How we protect the data, and what happened if something went wrong.',
  ],
  alone: 'Only the officer reads what you write here. You get an answer within a month.',
  self: 'If you have an account you see, correct and download most of it yourself.',
  write: 'Write to the officer',
  send: 'Send to the officer',
  kept: (period: string) => `We keep what you send for ${period} from the latest event of the enquiry.`,
  complainTitle: 'If you are not content',
  complain:
    'You can always complain to the Swedish Authority for Privacy Protection (IMY), which supervises how personal data is treated in Sweden.',
} satisfies Words<typeof sv>;

export const dpoWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };

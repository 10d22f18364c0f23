import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Kom igång',
  lead: 'Det här är en ny installation av Kursiv. Berätta vem som driver den. Uppgifterna visas öppet på sidorna om kontakt och integritet.',
  name: 'Vem som driver tjänsten',
  nameHint: 'Namnet på företaget, skolan eller föreningen.',
  contactEmail: 'Mejladress för frågor',
  dpoName: 'Dataskyddsombudets namn',
  dpoEmail: 'Dataskyddsombudets mejladress',
  language: 'Språk för den som inte har valt något',
  submit: 'Starta Kursiv',
  nameMissing: 'Skriv vem som driver tjänsten.',
  dpoNameMissing: 'Skriv namnet på dataskyddsombudet.',
  tooLong: 'Texten får ha högst 200 tecken.',
  contact: { emailMissing: 'Skriv en mejladress för frågor.', emailWrong: 'Mejladressen ska se ut som namn@exempel.se.' },
  dpo: { emailMissing: 'Skriv dataskyddsombudets mejladress.', emailWrong: 'Mejladressen ska se ut som namn@exempel.se.' },
  languageMissing: 'Välj svenska eller engelska.',
};

const en = {
  title: 'Getting started',
  lead: 'This is a new installation of Kursiv. Tell who runs it. What you write is shown openly on the pages about contact and privacy.',
  name: 'Who runs the service',
  nameHint: 'The name of the company, school or association.',
  contactEmail: 'E-mail address for questions',
  dpoName: 'Name of the data protection officer',
  dpoEmail: 'E-mail address of the data protection officer',
  language: 'Language for those who have not chosen one',
  submit: 'Start Kursiv',
  nameMissing: 'Write who runs the service.',
  dpoNameMissing: 'Write the name of the data protection officer.',
  tooLong: 'The text may have at most 200 characters.',
  contact: {
    emailMissing: 'Write an e-mail address for questions.',
    emailWrong: 'The e-mail address should look like name@example.com.',
  },
  dpo: {
    emailMissing: 'Write the data protection officer’s e-mail address.',
    emailWrong: 'The e-mail address should look like name@example.com.',
  },
  languageMissing: 'Choose Swedish or English.',
} satisfies Words<typeof sv>;

export const words: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };

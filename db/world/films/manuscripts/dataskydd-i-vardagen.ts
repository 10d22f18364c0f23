import type { Manuscript } from '../making/manuscript.ts';
import { sixPages } from './six-pages.ts';

export const dataskyddIVardagen: Manuscript = {
  slug: 'dataskydd-i-vardagen',
  title: { sv: 'Dataskydd i vardagen', en: 'Data protection every day' },
  slides: [
    {
      drawing: 'threads',
      heading: { sv: 'Dataskydd i vardagen', en: 'Data protection every day' },
      words: [{ sv: 'GDPR för dig som arbetar i en kommun', en: 'The GDPR for you who work in a municipality' }],
      seen: {
        sv: 'En person med trådar till det som kan peka ut någon.',
        en: 'A person with threads to what can point someone out.',
      },
      drawn: { sv: 'Namn, foto, bilens nummer och ärende.', en: 'Name, photo, number plate and case.' },
      said: [
        { sv: 'Välkommen till Dataskydd i vardagen.', en: 'Welcome to Data protection every day.' },
        {
          sv: 'Du möter personuppgifter varje dag: i mejl, listor och samtal.',
          en: 'You meet personal data every day: in e-mails, lists and calls.',
        },
      ],
    },
    {
      drawing: 'fewer',
      heading: { sv: 'Börja med varför', en: 'Begin with why' },
      words: [{ sv: 'Ta inte in mer än ni behöver.', en: 'Take in no more than you need.' }],
      seen: {
        sv: 'Ett rutnät av ljusa prickar. Bara några få blir mörka.',
        en: 'A grid of pale dots. Only a few of them turn dark.',
      },
      said: [
        { sv: 'Den viktigaste frågan är varför ni behöver uppgiften.', en: 'The most important question is why you need the data.' },
        {
          sv: 'Ta inte in mer än så, och spara inte längre än nödvändigt.',
          en: 'Take in no more, and keep it no longer than necessary.',
        },
      ],
    },
    {
      drawing: 'padlock',
      heading: { sv: 'Extra skydd', en: 'Extra protection' },
      words: [{ sv: 'Till exempel uppgifter om hälsa.', en: 'Data about health, for example.' }],
      seen: { sv: 'Ett hänglås som stängs.', en: 'A padlock that closes.' },
      said: [
        { sv: 'En del uppgifter kräver extra skydd, till exempel om hälsa.', en: 'Some data need extra protection, such as about health.' },
        { sv: 'Du får veta vilka de är och hur du hanterar dem.', en: 'You learn which they are and how to handle them.' },
      ],
    },
    {
      drawing: 'hours',
      heading: { sv: 'När något går fel', en: 'When something goes wrong' },
      words: [
        { sv: 'Larma direkt.', en: 'Raise the alarm at once.' },
        { sv: 'Begränsa skadan.', en: 'Limit the damage.' },
        { sv: 'Skriv ner vad som hände.', en: 'Write down what happened.' },
      ],
      seen: {
        sv: 'En ring som långsamt fylls. I mitten står det ”72 timmar”.',
        en: 'A ring that slowly fills; in the middle it says “72 hours”.',
      },
      said: [
        {
          sv: 'Ett mejl till fel person kan vara en incident. Larma direkt.',
          en: 'An e-mail to the wrong person can be a breach. Tell at once.',
        },
        {
          sv: 'Om den måste anmälas ska det ske inom 72 timmar.',
          en: 'If it must be reported, that is done within 72 hours.',
        },
      ],
    },
    sixPages(37),
    {
      drawing: 'daylight',
      heading: { sv: 'Det handlar om människor', en: 'It is about people' },
      words: [{ sv: 'Börja när du vill.', en: 'Start whenever you like.' }],
      seen: { sv: 'Solen står högt över låga kullar.', en: 'The sun stands high above low hills.' },
      said: [
        { sv: 'Dataskydd låter som teknik, men det handlar om respekt.', en: 'Data protection sounds technical, but it is about respect.' },
        { sv: 'Välkommen att börja när du vill.', en: 'Start whenever you like.' },
      ],
    },
  ],
};

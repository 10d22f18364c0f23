import { ofTables, type Store } from './store.ts';

/** Mail on its way. */
export const storesOfMail = {
  outbox: {
    path: 'outbox',
    title: { sv: 'Mejl på disk när ingen mejlserver är inställd', en: 'Mail on disk when no mail server is set' },
    service: 'files',
    holds: {
      sv: 'hela mejl till en mottagare var, med mejlradens nummer som namn',
      en: "whole mails to one recipient each, named after the mail's row",
    },
    onErasure: { sv: 'tas bort med mejlets rad', en: "deleted with the mail's row" },
    retention: 'P30D',
    answers: {
      categories: ['mail', 'contact', 'identity'],
      special: 'no',
      purposes: ['inform'],
      role: 'controller',
      path: 'mail.id, the name of the file',
      edge: 'own',
      onExport: {
        sv: 'mejlets rad visas, filen är ett utskick av samma uppgifter',
        en: "the mail's row is shown; the file is made of the same data",
      },
      from: { sv: 'utskicket', en: 'the sending' },
      seenBy: [],
      encrypted: 'disk',
      source: ofTables,
    },
  },
  mailbox: {
    title: { sv: 'Brevlådan för mejl till oss, om en är inställd', en: 'The mailbox for mail to us, if one is set' },
    service: 'mail',
    holds: {
      sv: 'mejl som människor har skickat till oss, tills de är hämtade och i trettio dagar efter det',
      en: 'mails that people have sent us, until they are taken in and for thirty days after',
    },
    onErasure: { sv: 'inom trettio dagar, som alla mejl där', en: 'within thirty days, as every mail there' },
    retention: 'P30D',
    answers: {
      categories: ['mail', 'contact', 'identity', 'correspondence'],
      special: 'possible',
      purposes: ['inform', 'correspond'],
      role: 'both',
      path: "the sender's address",
      edge: 'own',
      onExport: {
        sv: 'det som skickades visas i ärendet eller korrespondensen',
        en: 'what was sent is shown in the case or the correspondence',
      },
      from: { sv: 'att mejlet kom', en: 'the arrival of the mail' },
      seenBy: [],
      supplierKnows: 'address',
      encrypted: 'disk',
      source: { sv: 'du själv', en: 'you' },
    },
  },
  jobs: {
    title: { sv: 'Jobbkön', en: 'The job queue' },
    service: 'database',
    holds: { sv: 'bara nummer på rader; utförda jobb tas bort genast', en: 'ids only; done jobs are removed at once' },
    onErasure: { sv: 'jobb för ett borttaget mejl tas bort med det', en: 'jobs that name a removed mail are removed with it' },
    retention: 'P7D',
    answers: {
      categories: ['mail'],
      special: 'no',
      purposes: ['inform'],
      role: 'controller',
      path: 'the id of a mail',
      edge: 'own',
      onExport: {
        sv: 'inte: bara ett nummer som saknar betydelse utanför systemet',
        en: 'not: only an id without meaning outside the system',
      },
      from: { sv: 'att jobbet lades i kön', en: 'the queuing of the job' },
      seenBy: [],
      encrypted: 'disk',
      source: ofTables,
    },
  },
} as const satisfies Record<string, Store>;

import { cookiePage } from './cookies.ts';
import type { Document, DocumentKind, InBoth } from './document.ts';
import type { DocumentFacts } from './facts.ts';
import { privacyPolicy } from './privacy-policy.ts';
import { controllerRecord, processorAnnex, processorRecord } from './records.ts';
import { storageRegister, supplierRegister } from './registers.ts';

const makers: Record<DocumentKind, (facts: DocumentFacts, locale: 'sv' | 'en') => Document> = {
  'privacy-policy': privacyPolicy,
  cookies: cookiePage,
  annex: processorAnnex,
  'record-controller': controllerRecord,
  'record-processor': processorRecord,
  storage: storageRegister,
  suppliers: supplierRegister,
};

export const makeDocument = (kind: DocumentKind, facts: DocumentFacts, locale: 'sv' | 'en'): Document => makers[kind](facts, locale);

export const makeInBoth = (kind: DocumentKind, facts: DocumentFacts): InBoth => ({
  sv: makeDocument(kind, facts, 'sv'),
  en: makeDocument(kind, facts, 'en'),
});

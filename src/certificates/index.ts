import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { badgeActions } from './badges/badges.actions.ts';
import { certificate, chooseCertificateName, hideCertificate, sendCertificatePdf } from './certificate.actions.tsx';
import {
  courseCertificate,
  courseCertificates,
  saveReplacement,
  saveRevocation,
  searchCertificates,
} from './looking-after/looking-after.actions.tsx';
import { certificateTemplate, previewCertificate, saveCertificateTemplate, sendLogo } from './template/template.actions.tsx';
import { verifyCertificate } from './verify.actions.tsx';

export const certificatesActions = {
  certificate,
  certificatePdf: sendCertificatePdf,
  ...badgeActions,
  chooseCertificateName,
  hideCertificate,
  verifyCertificate,
  certificateTemplate,
  saveCertificateTemplate,
  certificatePreview: previewCertificate,
  certificateLogo: sendLogo,
  courseCertificates,
  searchCertificates,
  courseCertificate,
  revokeCertificate: saveRevocation,
  replaceCertificate: saveReplacement,
} satisfies Partial<Record<RouteName, Action>>;

export { publicBadgeKey } from './badges/issuer.ts';
export { issueCertificate } from './issue-certificate.ts';
export { certificatesMails } from './mails.ts';
export { remindOfExpiry } from './tasks.ts';
export { stateOf } from './certificate-state.ts';
export { certificateColumns } from './looking-after/looking-after.actions.tsx';
export { certificatesPerPage, listCertificates } from './looking-after/looking-after.queries.ts';

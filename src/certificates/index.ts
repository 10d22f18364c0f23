import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { certificate, chooseCertificateName, sendCertificatePdf } from './certificate.actions.tsx';
import { verifyCertificate } from './verify.actions.tsx';

export const certificatesActions = {
  certificate,
  certificatePdf: sendCertificatePdf,
  chooseCertificateName,
  verifyCertificate,
} satisfies Partial<Record<RouteName, Action>>;

export { issueCertificate } from './issue-certificate.ts';

import { Badge } from '../ui/badge.tsx';
import type { Locale } from '../ui/locale.ts';
import type { CertificateState } from './certificate-state.ts';
import { words } from './words.ts';

const kinds = { valid: 'accent', expired: 'caution', revoked: 'problem', replaced: 'plain' } as const;

export const StateBadge = ({ state, locale }: { state: CertificateState; locale: Locale }) => (
  <Badge kind={kinds[state]}>{words[locale].states[state]}</Badge>
);

import type { Locale } from '../../ui/locale.ts';
import type { ListFilter } from '../../ui/searched-list.tsx';
import { invitedRoles, type InvitedRole } from '../roles.queries.ts';
import { words } from '../words.ts';

/** Lists of people and of invitations are narrowed by the same roles. */
export function roleFilter(role: InvitedRole | undefined, locale: Locale, roles: readonly InvitedRole[] = invitedRoles): ListFilter {
  const { roles: names, members } = words[locale];
  return {
    name: 'roll',
    label: members.role,
    options: [{ value: '', text: members.anyRole }, ...roles.map((value) => ({ value, text: names[value] }))],
    selected: role ?? '',
  };
}

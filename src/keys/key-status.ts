/** Where a key is on its way, as those who hand it out see it. */
export const keyStatuses = ['made', 'handed-out', 'redeemed', 'blocked', 'expired'] as const;
export type KeyStatus = (typeof keyStatuses)[number];

/** As it stands in an address. */
export const statusSlugs: Record<KeyStatus, string> = {
  made: 'skapade',
  'handed-out': 'utdelade',
  redeemed: 'inlosta',
  blocked: 'sparrade',
  expired: 'utgangna',
};

export const statusOfSlug = (slug: string | null): KeyStatus | undefined => keyStatuses.find((status) => statusSlugs[status] === slug);

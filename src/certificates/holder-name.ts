/** The name as it stands on paper; undefined while the account has none. */
export const holderName = ({ givenName, familyName }: { givenName: string; familyName: string }): string | undefined =>
  `${givenName} ${familyName}`.trim() || undefined;

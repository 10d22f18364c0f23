/** What a token may be given leave to do. */
export const scopes = [
  'courses:read',
  'members:read',
  'members:invite',
  'enrolments:read',
  'enrolments:write',
  'results:read',
  'certificates:read',
  'keys:write',
] as const;
export type Scope = (typeof scopes)[number];

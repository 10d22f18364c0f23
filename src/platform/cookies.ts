/** Both cookies are strictly necessary: one because someone signed in, one because they chose a language. */
export const cookieNames = { session: 'session', language: 'language', pending: 'pending' } as const;

export function readCookie(request: Request, name: keyof typeof cookieNames): string | undefined {
  const wanted = cookieNames[name];
  const sent = request.headers.get('cookie');
  // Most requests carry one of them, and each is asked for.
  if (!sent?.includes(wanted)) return undefined;
  for (const part of sent.split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === wanted || key === `__Host-${wanted}`) return value;
  }
  return undefined;
}

/** A host-only cookie that scripts cannot read; `__Host-` prefixed wherever there is TLS. */
export function cookie(publicUrl: string, name: keyof typeof cookieNames, value: string, maxAgeSeconds: number): string {
  const secure = publicUrl.startsWith('https:');
  const parts = [
    `${secure ? '__Host-' : ''}${cookieNames[name]}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${maxAgeSeconds}`,
    ...(secure ? ['Secure'] : []),
  ];
  return parts.join('; ');
}

export function withCookie(response: Response, setCookie: string): Response {
  response.headers.append('set-cookie', setCookie);
  return response;
}

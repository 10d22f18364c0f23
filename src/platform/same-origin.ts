/**
 * Whether a request that changes something comes from our own pages. Browsers tell by
 * Sec-Fetch-Site, older ones by Origin; a program without either has no cookie jar to misuse.
 */
export function isSameOrigin(request: Request, publicUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin) return origin === new URL(publicUrl).origin || origin === `http://${request.headers.get('host')}`;
  return !request.headers.has('cookie');
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const always = {
  'content-security-policy': policy,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
};
const alwaysWithTls = { ...always, 'strict-transport-security': 'max-age=63072000; includeSubDomains' };

/** The headers of every answer. `same-origin` keeps addresses from other sites' logs (E-04). */
export const secureHeaders = (publicUrl: string): Readonly<Record<string, string>> =>
  publicUrl.startsWith('https:') ? alwaysWithTls : always;

export function setSecureHeaders(response: Response, publicUrl: string): void {
  for (const [name, value] of Object.entries(secureHeaders(publicUrl))) response.headers.set(name, value);
}

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

/** The headers of every answer. `same-origin` keeps addresses from other sites' logs (E-04). */
export function secureHeaders(response: Response, publicUrl: string): void {
  const { headers } = response;
  headers.set('content-security-policy', policy);
  headers.set('referrer-policy', 'same-origin');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
  if (publicUrl.startsWith('https:')) headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
}

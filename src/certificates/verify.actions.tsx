import { acrossCustomers } from '../platform/database.ts';
import { countTry } from '../platform/throttle.ts';
import type { Visit } from '../platform/visit.ts';
import { errorPage } from '../ui/error-page.tsx';
import { page } from '../ui/page.tsx';
import { readCertificateNumber } from './certificate-number.ts';
import { findPublicCertificate } from './certificates.queries.ts';
import { UnknownPage, VerifyPage } from './pages/verify-page.tsx';
import { words } from './words.ts';

const limit = { kind: 'verify-certificate', tries: 60, minutes: 10 };

export async function verifyCertificate(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const { allowed, retryAfterSeconds } = await countTry(house, [{ limit, who: visit.callerAddress }]);
  if (!allowed) return withHeader(errorPage(visit, 429), 'retry-after', String(retryAfterSeconds));
  const number = readCertificateNumber(visit.params['number'] ?? '');
  const certificate =
    number && (await house.database.transaction(acrossCustomers('certificate verification'), (tx) => findPublicCertificate(tx, number)));
  const { title } = words[locale].verify;
  const response = certificate
    ? page(visit, { title }, <VerifyPage locale={locale} certificate={certificate} now={house.clock.now()} />)
    : page(visit, { title, status: 404 }, <UnknownPage locale={locale} />);
  // Found by whoever was given the number, never by a search engine (E-04).
  return withHeader(response, 'x-robots-tag', 'noindex, nofollow');
}

function withHeader(response: Response, name: string, value: string): Response {
  response.headers.set(name, value);
  return response;
}

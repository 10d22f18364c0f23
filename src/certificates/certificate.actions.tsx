import { z } from 'zod';
import { consentsTo, noteChoices, recordChoice } from '../privacy/index.ts';
import type { Tx } from '../platform/database.ts';
import { readForm, type FieldError } from '../platform/read-body.ts';
import { NotFound, actorOf, customerOf, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { certificatePdf } from './certificate-pdf.ts';
import { findOwnCertificate, holdOwnCertificate, setHidden, type Certificate } from './certificates.queries.ts';
import { CertificatePage } from './pages/certificate-page.tsx';
import { stateOf } from './certificate-state.ts';
import { findTemplate } from './template/template.queries.ts';
import { words } from './words.ts';

const consent = 'publish-certificate-name';
const textVersion = 1;

const placeOf = (visit: Visit) => ({ customer: customerOf(visit).slug, course: visit.params['course'] ?? '' });

async function ownCertificate(tx: Tx, visit: Visit, find = findOwnCertificate): Promise<{ certificate: Certificate; showsName: boolean }> {
  const { accountId } = actorOf(visit);
  const certificate = await find(tx, { accountId, customerId: customerOf(visit).id }, placeOf(visit).course);
  if (!certificate) throw new NotFound();
  return { certificate, showsName: await consentsTo(tx, accountId, consent) };
}

export async function certificate(visit: Visit): Promise<Response> {
  return showCertificate(visit, []);
}

async function showCertificate(visit: Visit, errors: FieldError[]): Promise<Response> {
  const { house, locale } = visit;
  const own = await house.database.transaction(scopeOf(visit, 'assess-learning'), (tx) => ownCertificate(tx, visit));
  const status = errors.length > 0 ? 422 : 200;
  return page(
    visit,
    { title: words[locale].title, status },
    <CertificatePage locale={locale} at={placeOf(visit)} now={house.clock.now()} errors={errors} {...own} />,
  );
}

/** Made anew each time and never stored: there is no copy to forget. One that is revoked is not made any more. */
export async function sendCertificatePdf(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const { certificate: own, template } = await house.database.transaction(scopeOf(visit, 'assess-learning'), async (tx) => {
    const { certificate } = await ownCertificate(tx, visit);
    if (stateOf(certificate, house.clock.now()) === 'revoked') throw new NotFound();
    return { certificate, template: await findTemplate(tx, customerOf(visit).id, certificate.courseId) };
  });
  const address = house.publicUrl + href('verifyCertificate', { number: own.number });
  const pdf = await certificatePdf(own, { locale, address, template });
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${locale === 'sv' ? 'kursintyg' : 'certificate'}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** The holder's choice about the public page: consent, off until it is given (Art. 7). */
export async function chooseCertificateName(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const text = words[locale];
  const form = await readForm(visit.request, z.object({ show: z.enum(['yes', 'no'], text.choose) }));
  if (!form.ok) return showCertificate(visit, form.errors);
  const shows = form.value.show === 'yes';
  await house.database.transaction(scopeOf(visit, consent), async (tx) => {
    const { showsName } = await ownCertificate(tx, visit, holdOwnCertificate);
    if (showsName === shows) return;
    await recordChoice(tx, house.clock, {
      accountId: actorOf(visit).accountId,
      event: 'consent',
      about: consent,
      state: shows ? 'given' : 'withdrawn',
      language: locale,
      version: textVersion,
      text: text.nameText,
      form: `certificate: button ${shows ? text.show : text.hide}`,
    });
  });
  if (!shows) await noteChoices(house, { accountId: actorOf(visit).accountId });
  return redirect(`${href('certificate', placeOf(visit))}#name`);
}

/** The public page is there for whoever has the number, until its holder hides it; and then there again. */
export async function hideCertificate(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, z.object({ page: z.enum(['hide', 'show'], words[visit.locale].choosePage) }));
  if (!form.ok) return showCertificate(visit, form.errors);
  await visit.house.database.transaction(scopeOf(visit, 'assess-learning'), async (tx) => {
    const { certificate } = await ownCertificate(tx, visit, holdOwnCertificate);
    await setHidden(tx, { customerId: customerOf(visit).id, id: certificate.id }, form.value.page === 'hide');
  });
  return redirect(`${href('certificate', placeOf(visit))}#open`);
}

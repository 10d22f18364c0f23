import type { Tx } from '../../platform/database.ts';
import { checkForm, type FieldError } from '../../platform/read-body.ts';
import { readUpload } from '../../platform/read-upload.ts';
import { actorOf, customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { findAdministeredCourse, type AdministeredCourse } from '../../people/index.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { certificatePdf } from '../certificate-pdf.ts';
import { words } from '../words.ts';
import { readLogo } from './read-logo.ts';
import { TemplatePage } from './template-page.tsx';
import { templateForm } from './template-form.ts';
import { findCourseFacts, findTemplate, saveTemplate, type Template } from './template.queries.ts';

const mostBytes = 3 * 1024 * 1024;

type Place = { customerId: string; course: AdministeredCourse };

/** One transaction for whoever looks after the course; for anyone else there is nothing here. */
function withCourse<Result>(visit: Visit, work: (tx: Tx, place: Place) => Promise<Result>): Promise<Result> {
  const { id: customerId } = customerOf(visit);
  return visit.house.database.transaction(scopeOf(visit, 'assess-learning'), async (tx) => {
    const course = await findAdministeredCourse(tx, actorOf(visit).accountId, customerId, visit.params['course']!);
    if (!course) throw new NotFound();
    return work(tx, { customerId, course });
  });
}

const read = (visit: Visit) =>
  withCourse(visit, async (tx, { customerId, course }) => ({ course, template: await findTemplate(tx, customerId, course.id) }));

export async function certificateTemplate(visit: Visit): Promise<Response> {
  const { course, template } = await read(visit);
  return templatePage(visit, course, typedOf(template), template.logo !== null, []);
}

export async function saveCertificateTemplate(visit: Visit): Promise<Response> {
  const { locale } = visit;
  const { course, template } = await read(visit);
  const { typed, files } = await readUpload(visit.request, mostBytes);
  const form = checkForm(typed, templateForm(locale));
  const sent = files.find(({ name }) => name === 'logo')?.content;
  const logo = sent && (await readLogo(sent));
  const logoError = sent && !logo ? [{ name: 'logo', text: words[locale].template.logoWrong }] : [];
  if (!form.ok) return templatePage(visit, course, typed.one, template.logo !== null, [...form.errors, ...logoError]);
  if (logoError.length > 0) return templatePage(visit, course, typed.one, template.logo !== null, logoError);
  const { removeLogo, ...value } = form.value;
  await withCourse(visit, async (tx, { customerId }) => {
    const kept = removeLogo ? null : template.logo;
    await saveTemplate(tx, { customerId, courseId: course.id }, { ...value, logo: logo ?? kept });
  });
  return redirect(`${href('certificateTemplate', { customer: customerOf(visit).slug, course: course.slug })}?besked=sparat`);
}

/** A certificate of nobody's: the very file a student would get. */
export async function previewCertificate(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const now = house.clock.now();
  const { facts, template } = await withCourse(visit, async (tx, { customerId, course }) => ({
    facts: await findCourseFacts(tx, customerId, course.id),
    template: await findTemplate(tx, customerId, course.id),
  }));
  const { exampleGiven: givenName, exampleFamily: familyName } = words[locale].template;
  const number = 'K-0000-0000-0000';
  const example = { ...facts, number, issuedAt: now, givenName, familyName, validMonths: template.validMonths };
  const address = house.publicUrl + href('verifyCertificate', { number });
  const pdf = await certificatePdf(example, { locale, address, template });
  return new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf', 'cache-control': 'private, no-store' } });
}

export async function sendLogo(visit: Visit): Promise<Response> {
  const { template } = await read(visit);
  if (!template.logo) throw new NotFound();
  return new Response(new Uint8Array(template.logo), { headers: { 'content-type': 'image/png', 'cache-control': 'private, no-store' } });
}

const typedOf = ({ lines, signatoryName, signatoryTitle, validMonths }: Template): Record<string, string> => ({
  lines: lines.join('\n'),
  signatoryName,
  signatoryTitle,
  validMonths: validMonths === null ? '' : String(validMonths),
});

function templatePage(
  visit: Visit,
  course: AdministeredCourse,
  typed: Record<string, string>,
  hasLogo: boolean,
  errors: FieldError[],
): Response {
  const { locale } = visit;
  const text = words[locale].template;
  const saved = visit.url.searchParams.get('besked') === 'sparat' && errors.length === 0;
  return page(
    visit,
    { title: text.title, status: errors.length > 0 ? 422 : 200, ...(saved ? { flash: { kind: 'done', text: text.saved } } : {}) },
    <TemplatePage locale={locale} customer={customerOf(visit).slug} course={course} typed={typed} hasLogo={hasLogo} errors={errors} />,
  );
}

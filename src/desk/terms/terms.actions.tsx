import { z } from 'zod';
import { addDays, addMonths } from '../../platform/clock.ts';
import { frameText, termsNoticeMonths } from '../../privacy/index.ts';
import { findOperator } from '../../platform/find-operator.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { page } from '../../ui/page.tsx';
import { swedishTime } from '../operations/swedish-time.ts';
import { operatorOnly } from '../operations/operator-only.ts';
import { PublishTermsPage } from './pages/publish-terms-page.tsx';
import { prepareTerms } from './prepared.ts';
import { faultOf, proposalOf, publishTerms as publish, type Fault, type Proposal } from './publish-terms.ts';
import { findLatestVersion, listVersions, versionsPerPage } from './terms.queries.ts';
import { termsWords } from './terms-words.ts';

export const termsVersions = (visit: Visit) => showPage(visit, {});

export async function publishTerms(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'executive');
  const { house, locale } = visit;
  const form = await readForm(visit.request, proposalForm(locale));
  const typed = form.typed.one;
  if (!form.ok) return showPage(visit, { typed, errors: form.errors });
  const { act, ...wanted } = form.value;
  const { latest, proposal } = await house.database.transaction(scopeOf(visit, 'inform'), async (tx) => ({
    latest: await findLatestVersion(tx),
    proposal: await proposalOf(tx, wanted),
  }));
  const fault = latest && faultOf(proposal, latest, house.clock.now());
  if (fault) return showPage(visit, { typed, errors: [sayFault(fault, visit)] });
  if (act === 'review') return showPage(visit, { typed, proposal });
  const late = await house.database.transaction(scopeOf(visit, 'inform'), (tx) => publish(tx, wanted, house.clock.now()));
  return late ? showPage(visit, { typed, errors: [sayFault(late, visit)] }) : redirect(`${href('termsVersions')}?besked=publicerad`);
}

function proposalForm(locale: Locale) {
  const text = termsWords[locale].admin;
  const terms = z.string(text.textMissing).trim().min(1, text.textMissing).max(50_000, text.textTooLong);
  return z
    .object({
      text_sv: terms,
      text_en: terms,
      in_force_on: z
        .string(text.dayWrong)
        .transform((day) => swedishTime(`${day}T00:00`))
        .pipe(z.date(text.dayWrong)),
      applies_to: z.enum(['everyone', 'new-accounts'], text.appliesToMissing),
      act: z.enum(['review', 'publish']).catch('review'),
    })
    .transform(({ act, ...form }): Omit<Proposal, 'text'> & { act: 'review' | 'publish' } => ({
      act,
      own: { sv: form.text_sv, en: form.text_en },
      inForceAt: form.in_force_on,
      appliesTo: form.applies_to,
    }));
}

/** A refusal says why, and from which day it would do. */
function sayFault(fault: Fault, { house, locale }: Visit): FieldError {
  const { faults } = termsWords[locale].admin;
  if (fault === 'unchanged') return { name: 'text_sv', text: faults.unchanged };
  if (fault !== 'too-soon') return { name: 'in_force_on', text: faults[fault] };
  // The first whole day that is a month away.
  return { name: 'in_force_on', text: faults['too-soon'](formatDate(addDays(addMonths(house.clock.now(), termsNoticeMonths), 1), locale)) };
}

/** The version that the page before ended with. */
function versionIn({ url }: Visit): number | undefined {
  const after = url.searchParams.get('efter') ?? '';
  return /^\d{1,9}$/.test(after) ? Number(after) : undefined;
}

type Shown = { typed?: Record<string, string>; errors?: FieldError[]; proposal?: Proposal };

async function showPage(visit: Visit, { typed, errors = [], proposal }: Shown): Promise<Response> {
  operatorOnly(visit, 'executive');
  const { locale, house, url } = visit;
  const text = termsWords[locale].admin;
  const before = versionIn(visit);
  const { latest, found, operator, prepared } = await house.database.transaction(scopeOf(visit, 'inform'), async (tx) => ({
    latest: await findLatestVersion(tx),
    found: await listVersions(tx, before),
    operator: await findOperator(tx),
    prepared: await prepareTerms(tx, house.clock.now()),
  }));
  const versions = found.slice(0, versionsPerPage);
  const next = found.length > versionsPerPage ? versions.at(-1)?.version : undefined;
  const frame = operator ? frameText(operator) : undefined;
  const isPublished = url.searchParams.get('besked') === 'publicerad' && !typed;
  const fields = typed ?? { text_sv: latest?.own.sv ?? '', text_en: latest?.own.en ?? '' };
  return page(
    visit,
    {
      title: text.title,
      status: errors.length > 0 ? 422 : 200,
      ...(isPublished ? { flash: { kind: 'done', text: text.published } as const } : {}),
    },
    <PublishTermsPage
      locale={locale}
      versions={versions}
      next={next}
      isFirst={before === undefined}
      typed={fields}
      errors={errors}
      latest={latest}
      proposal={proposal}
      frame={frame}
      prepared={prepared}
    />,
  );
}

import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export type Template = {
  lines: string[];
  signatoryName: string;
  signatoryTitle: string;
  validMonths: number | null;
  logo: Buffer | null;
};

const plain: Template = { lines: [], signatoryName: '', signatoryTitle: '', validMonths: null, logo: null };

/** How the course's certificates look; plain until someone has decided. */
export async function findTemplate(tx: Tx, customerId: string, courseId: string): Promise<Template> {
  const row = await tx
    .selectFrom('certificate_template')
    .select(['lines', 'signatory_name as signatoryName', 'signatory_title as signatoryTitle', 'valid_months as validMonths', 'logo'])
    .where('customer_id', '=', customerId)
    .where('course_id', '=', courseId)
    .executeTakeFirst();
  return row ?? plain;
}

export async function saveTemplate(tx: Tx, place: { customerId: string; courseId: string }, template: Template): Promise<void> {
  const row = {
    lines: template.lines,
    signatory_name: template.signatoryName,
    signatory_title: template.signatoryTitle,
    valid_months: template.validMonths,
    logo: template.logo,
    changed_at: sql<Date>`app.now()`,
  };
  await tx
    .insertInto('certificate_template')
    .values({ customer_id: place.customerId, course_id: place.courseId, ...row })
    .onConflict((on) => on.columns(['customer_id', 'course_id']).doUpdateSet(row))
    .execute();
}

export function findCourseFacts(tx: Tx, customerId: string, courseId: string) {
  return tx
    .selectFrom('course as c')
    .innerJoin('customer as k', 'k.id', 'c.customer_id')
    .select(['c.title as courseTitle', 'c.minutes as courseMinutes', 'c.outcomes', 'k.name as customerName'])
    .select(sql<'sv' | 'en'>`c.language`.as('courseLanguage'))
    .where('c.customer_id', '=', customerId)
    .where('c.id', '=', courseId)
    .executeTakeFirstOrThrow();
}

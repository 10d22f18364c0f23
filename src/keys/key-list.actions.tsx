import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../platform/database.ts';
import { readForm, type FieldError } from '../platform/read-body.ts';
import { customerOf, scopeOf, type Visit } from '../platform/visit.ts';
import { page } from '../ui/page.tsx';
import { batchFields, mostKeys } from './batch-form.ts';
import { batchWords } from './batch-words.ts';
import { coursesForKeys, purpose } from './batches.actions.tsx';
import { findFreeSeats } from './free-seats.queries.ts';
import { judgeList } from './judge-list.ts';
import { makeBatch } from './make-batch.ts';
import { seatError, withinAgreement } from './refused-seats.ts';
import { newKeysPage } from './new-keys.actions.tsx';
import { readPeopleList } from './people-list.ts';
import { KeyListPage } from './pages/key-list-page.tsx';
import { PreviewPage } from './pages/preview-page.tsx';

export const newKeyList = (visit: Visit): Promise<Response> => listPage(visit, {}, []);

/** Tells row by row what would happen. Nothing is kept: the list goes back into the page. */
export async function checkKeyList(visit: Visit): Promise<Response> {
  const form = await listForm(visit);
  if (!form.ok) return listPage(visit, form.typed, form.errors);
  if (form.typed['change']) return listPage(visit, form.typed, []);
  const judged = await visit.house.database.transaction(scopeOf(visit, purpose), async (tx) => {
    const course = await courseOf(tx, visit, form.value.course);
    return course && { course, people: await judgeList(tx, visit, course.id, form.value.list) };
  });
  if (!judged) return listPage(visit, form.typed, [courseMissing(visit)]);
  const { locale } = visit;
  return page(
    visit,
    { title: batchWords[locale].people.previewTitle, width: 'wide' },
    <PreviewPage
      locale={locale}
      customer={customerOf(visit).slug}
      course={judged.course.title}
      people={judged.people}
      typed={{ ...form.typed, client_id: form.value.client_id }}
    />,
  );
}

/** Judges the list once more, since time has passed, and makes the keys of those who are new. */
export async function makeKeysFromList(visit: Visit): Promise<Response> {
  const form = await listForm(visit);
  if (!form.ok) return listPage(visit, form.typed, form.errors);
  const { value } = form;
  let skipped = 0;
  const made = await withinAgreement(
    visit.house.database.transaction(scopeOf(visit, purpose), async (tx) => {
      const course = await courseOf(tx, visit, value.course);
      if (!course) return 'no course';
      const batch = {
        courseId: course.id,
        label: value.label,
        expiresAt: value.expires,
        accessDays: value.days,
        clientId: value.client_id,
      };
      return makeBatch(tx, visit, batch, async () => {
        const bindings = (await judgeList(tx, visit, course.id, value.list)).filter(({ verdict }) => verdict === 'new');
        skipped = value.list.length - bindings.length;
        return { count: bindings.length, bindings };
      });
    }),
  );
  if (made === 'no seat' || made === 'out of scope') return listPage(visit, form.typed, [seatError(made, visit.locale, 'list')]);
  if (made === 'no course') return listPage(visit, form.typed, [courseMissing(visit)]);
  if (!made) return listPage(visit, form.typed, [{ name: 'list', text: batchWords[visit.locale].people.nobody }]);
  return newKeysPage(visit, made, value.client_id, { skipped });
}

async function courseOf(tx: Tx, visit: Visit, wanted: string) {
  return (await coursesForKeys(tx, visit)).find(({ slug }) => slug === wanted);
}

const courseMissing = ({ locale }: Visit): FieldError => ({ name: 'course', text: batchWords[locale].form.courseMissing });

async function listForm({ request, locale, house }: Visit) {
  const text = batchWords[locale].people;
  const list = z
    .string(text.listMissing)
    .transform(readPeopleList)
    .refine((people) => people.some(({ email }) => email !== ''), text.listMissing)
    .refine((people) => people.length <= mostKeys, text.listLong);
  const form = await readForm(request, z.object({ ...batchFields(locale, house.clock.now()), list }));
  return { ...form, typed: form.typed.one };
}

async function listPage(visit: Visit, typed: Record<string, string>, errors: FieldError[]): Promise<Response> {
  const { house, locale } = visit;
  const { courses, seats } = await house.database.transaction(scopeOf(visit, purpose), async (tx) => ({
    courses: await coursesForKeys(tx, visit),
    seats: await findFreeSeats(tx, customerOf(visit).id),
  }));
  return page(
    visit,
    { title: batchWords[locale].people.title, status: errors.length > 0 ? 422 : 200, scripts: ['read-list'] },
    <KeyListPage
      locale={locale}
      customer={customerOf(visit).slug}
      courses={courses}
      seats={seats}
      typed={{ client_id: randomUUID(), ...typed }}
      errors={errors}
      today={house.clock.now()}
    />,
  );
}

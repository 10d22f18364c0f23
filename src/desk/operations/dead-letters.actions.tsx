import { z } from 'zod';
import { acrossCustomers } from '../../platform/database.ts';
import {
  deadPerPage,
  listDeadJobs,
  listDeadMails,
  removeDead,
  retryAllDead,
  retryDead,
  type DeadPlace,
} from '../../platform/mail/dead-letters.ts';
import { readForm } from '../../platform/read-body.ts';
import { redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { operatorOnly } from './operator-only.ts';
import { DeadLettersPage } from './pages/dead-letters-page.tsx';
import { words } from './words.ts';

/** What gave up. It tells kinds and times and nobody's name, so no look is recorded. */
export async function deadLetters(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'support', 'executive');
  const { locale, house, url } = visit;
  const text = words[locale].dead;
  const after = readPlace(url.searchParams.get('efter'));
  const found = await house.database.transaction(acrossCustomers('mail'), async (tx) => ({
    jobs: after ? [] : await listDeadJobs(tx),
    mails: await listDeadMails(tx, after),
  }));
  const mails = found.mails.slice(0, deadPerPage);
  const next = found.mails.length > deadPerPage ? mails.at(-1) : undefined;
  const told = text.done[url.searchParams.get('besked') as keyof typeof text.done];
  return page(
    visit,
    { title: text.title, width: 'wide', ...(told ? { flash: { kind: 'done', text: told } as const } : {}) },
    <DeadLettersPage locale={locale} letters={[...found.jobs, ...mails]} next={next && writePlace(next)} isFirst={!after} />,
  );
}

const handling = z.object({
  act: z.enum(['retry', 'remove', 'retry-all']),
  what: z.enum(['mail', 'job']).optional(),
  id: z.union([z.uuid(), z.string().regex(/^\d{1,18}$/)]).optional(),
});

export async function handleDeadLetters(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'support', 'executive');
  const form = await readForm(visit.request, handling);
  const told = form.ok ? await handle(visit, form.value) : undefined;
  return redirect(href('deadLetters') + (told ? `?besked=${told}` : ''));
}

async function handle({ house }: Visit, { act, what, id }: z.output<typeof handling>): Promise<'igen' | 'borttaget' | undefined> {
  if (act === 'retry-all') return retryAllDead(house).then(() => 'igen');
  // A mail's id is random, a job's a number: the two are never taken for each other.
  if (!what || !id || (what === 'mail') !== id.includes('-')) return undefined;
  await (act === 'retry' ? retryDead(house, { what, id }) : removeDead(house, { what, id }));
  return act === 'retry' ? 'igen' : 'borttaget';
}

const writePlace = ({ at, id }: DeadPlace): string => `${at.getTime()}.${id}`;

function readPlace(text: string | null): DeadPlace | undefined {
  const [, at, id] = /^(\d{1,13})\.([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  return at && id && z.uuid().safeParse(id).success ? { at: new Date(Number(at)), id } : undefined;
}

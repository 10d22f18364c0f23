import { z } from 'zod';
import { readForm } from '../../platform/read-body.ts';
import { NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import type { Tx } from '../../platform/database.ts';
import { servedBy } from '../enquiries/enquiry.actions.tsx';
import { deskOf } from '../enquiries/enquiry.ts';
import { findEnquiry, type EnquiryRow } from '../enquiries/enquiry.queries.ts';
import { deleteAssignment, listColleagues, saveAssignment } from './assignment.queries.ts';
import { mergeCases, splitCase } from './merge-cases.ts';

export async function assignEnquiry(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, z.object({ assignee: z.uuid().optional().catch(undefined) }));
  const assignee = form.ok ? form.value.assignee : undefined;
  return change(visit, 'ansvarig', async (tx, found) => {
    if (!assignee) await deleteAssignment(tx, found.id);
    // Only someone who serves the desk: anyone else would be given a case they cannot open.
    else if ((await listColleagues(tx, deskOf(found.kind))).some(({ id }) => id === assignee)) {
      await saveAssignment(tx, found.id, assignee, visit.house.clock.now());
    } else throw new NotFound();
  });
}

export const mergeEnquiry = (visit: Visit) => withPart(visit, 'ihop', mergeCases);
export const splitEnquiry = (visit: Visit) => withPart(visit, 'delat', splitCase);

async function withPart(visit: Visit, done: string, act: typeof mergeCases): Promise<Response> {
  const form = await readForm(visit.request, z.object({ part: z.uuid() }));
  if (!form.ok) throw new NotFound();
  const { part } = form.value;
  return change(visit, done, async (tx, found) => {
    servedBy(visit, await findEnquiry(tx, part));
    await act(tx, found.id, part, visit.house.clock.now());
  });
}

async function change(visit: Visit, done: string, act: (tx: Tx, found: EnquiryRow) => Promise<void>): Promise<Response> {
  const { house, params } = visit;
  await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) =>
    act(tx, servedBy(visit, await findEnquiry(tx, params['enquiry']!))),
  );
  return redirect(`${href('enquiry', { enquiry: params['enquiry']! })}?klart=${done}`);
}

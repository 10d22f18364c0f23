import { z } from 'zod';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { markChanged } from './draft.queries.ts';
import { renderTest } from './final-test.actions.tsx';
import { placeOf } from './outline.actions.tsx';
import { partWords } from './part-words.ts';
import { removePool, savePool } from './pool.queries.ts';
import { changeDraft } from './with-draft.ts';

/** Adds, changes or removes a part of the question bank. */
export async function saveQuestionPool(visit: Visit): Promise<Response> {
  const text = partWords[visit.locale];
  const { typed } = await readForm(visit.request, z.unknown());
  const { id = '', remove } = typed.one;
  const name = (typed.one['name'] ?? '').trim();
  const draw = (typed.one['draw'] ?? '').trim();
  if (!idPattern.test(id)) throw new NotFound();
  const errors: FieldError[] = [];
  if (name === '') errors.push({ name: `name-${id}`, text: text.poolNameMissing });
  if (name.length > 100) errors.push({ name: `name-${id}`, text: text.poolNameLong });
  if (!/^[1-9]\d{0,2}$/.test(draw) || Number(draw) > 100) errors.push({ name: `draw-${id}`, text: text.poolDrawWrong });
  if (remove !== 'yes' && errors.length > 0) return renderTest(visit, { pool: { id, name, draw, errors } });
  await changeDraft(visit, async (tx, draft) => {
    if (remove === 'yes') await removePool(tx, draft, id);
    else await savePool(tx, draft, { id, name, draw: Number(draw) });
    await markChanged(tx, draft);
  });
  return redirect(`${href('draftTest', placeOf(visit))}#fragebank`);
}

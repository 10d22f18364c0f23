import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readForm } from '../../platform/read-body.ts';
import { NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { addSection, moveSection, nameSection, removeSection } from './change-sections.ts';
import { arrangement, placeOf, showOutline } from './outline.actions.tsx';
import { changeDraft } from './with-draft.ts';
import { words } from './words.ts';

function titleField(locale: Locale) {
  const { sectionMissing, sectionTooLong } = words[locale].outline;
  return z.string(sectionMissing).trim().min(1, sectionMissing).max(120, sectionTooLong);
}

export async function saveNewSection(visit: Visit): Promise<Response> {
  const id = z.string().regex(idPattern);
  const schema = z.object({ id, section: titleField(visit.locale), from: z.union([z.literal(''), id]).default('') });
  const form = await readForm(visit.request, schema);
  if (!form.ok) {
    const errors = form.errors.filter(({ name }) => name === 'section');
    if (errors.length === 0) throw new NotFound();
    const sent = form.typed.one['id'] ?? '';
    return showOutline(visit, { typed: '', errors, id: idPattern.test(sent) ? sent : randomUUID() });
  }
  const { section, from } = form.value;
  const added = await changeDraft(visit, (tx, draft) => addSection(tx, draft, form.value.id, section, from || undefined));
  if (!added) throw new NotFound();
  return redirect(`${href('draft', placeOf(visit))}#avsnitt-${form.value.id}`);
}

/** A new name, another place, or away: whichever was pressed. */
export async function saveSection(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, arrangement.extend({ title: titleField(visit.locale).optional() }));
  const id = visit.params['section']!;
  if (!form.ok && form.typed.one['title'] !== undefined) {
    return showOutline(visit, { typed: '', errors: form.errors.map(({ text }) => ({ name: `title-${id}`, text })) });
  }
  const { to, remove, title } = form.ok ? form.value : {};
  await changeDraft(visit, async (tx, draft) => {
    if (remove) await removeSection(tx, draft, id);
    else if (title) await nameSection(tx, draft, id, title);
    else if (to && !(await moveSection(tx, draft, id, to))) throw new NotFound();
  });
  return redirect(`${href('draft', placeOf(visit))}${remove ? '' : `#avsnitt-${id}`}`);
}

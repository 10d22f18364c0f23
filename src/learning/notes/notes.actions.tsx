import { z } from 'zod';
import { readForm } from '../../platform/read-body.ts';
import { NotFound, json, redirect, scopeOf, type Action, type Visit } from '../../platform/visit.ts';
import { href, type RouteName } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { addressOf, studentOf } from '../course-page.actions.tsx';
import { words } from '../words.ts';
import { markPage, writeNote } from './keep-on-page.ts';
import { findOwnPages } from './notes.queries.ts';
import { NotesPage } from './pages/notes-page.tsx';
import { longestNote, noteAnchor } from './pages/own-part.ts';

const placeOf = (visit: Visit) => ({ courseSlug: addressOf(visit).course, position: Number(visit.params['position']) });
const pageOf = (visit: Visit) => `${href('coursePage', { ...addressOf(visit), position: placeOf(visit).position })}#${noteAnchor}`;

// The field itself takes no more; what comes by another way is cut.
const note = z.object({ body: z.string().transform((text) => text.trim().slice(0, longestNote)) });

async function saveNote(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const form = await readForm(visit.request, note);
  if (!form.ok) throw new NotFound();
  const isKept = await house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) =>
    writeNote(tx, house.clock, studentOf(visit), placeOf(visit), form.value.body),
  );
  if (!isKept) throw new NotFound();
  const said = form.value.body === '' ? words[locale].notes.removed : words[locale].notes.saved;
  // For the browser's queue, which keeps a note until it has come here.
  if (visit.request.headers.get('accept') === 'application/json') return json({ feedback: `<p class="facts">${said}</p>` });
  return redirect(pageOf(visit));
}

async function saveBookmark(visit: Visit): Promise<Response> {
  const { house } = visit;
  const form = await readForm(visit.request, z.object({ marked: z.enum(['yes', 'no']) }));
  if (!form.ok) throw new NotFound();
  const isKept = await house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) =>
    markPage(tx, house.clock, studentOf(visit), placeOf(visit), form.value.marked === 'yes'),
  );
  if (!isKept) throw new NotFound();
  return redirect(pageOf(visit));
}

async function notes(visit: Visit): Promise<Response> {
  const at = addressOf(visit);
  const own = await visit.house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) =>
    findOwnPages(tx, studentOf(visit), at.course),
  );
  if (!own) throw new NotFound();
  return page(visit, { title: words[visit.locale].notes.title(own.title) }, <NotesPage locale={visit.locale} at={at} own={own} />);
}

export const notesActions = { saveNote, saveBookmark, notes } satisfies Partial<Record<RouteName, Action>>;

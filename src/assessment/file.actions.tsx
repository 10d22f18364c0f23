import { readUpload } from '../platform/read-upload.ts';
import { NotFound, customerOf, json, scopeOf, type Action, type Visit } from '../platform/visit.ts';
import { href, type RouteName } from '../routes.ts';
import { formatBytes } from '../ui/format.ts';
import { attemptAt } from './attempt-at.ts';
import { studentOf } from './final-test.actions.tsx';
import { listHandedFiles } from './handed-file.queries.ts';
import { keepFile, largestForm } from './keep-file.ts';
import { openAttempt } from './open-attempt.ts';
import { savedText } from './save-note.ts';
import { sendHandedFile } from './send-handed-file.ts';
import { words } from './words.ts';

async function saveAttemptFile(visit: Visit): Promise<Response> {
  const at = attemptAt(visit);
  const { files } = await readUpload(visit.request, largestForm);
  const [file] = files;
  const text = words[visit.locale];
  if (!file) return json({ problem: text.problem['not-uploaded'] }, 422);
  const questionId = visit.params['question'] ?? '';
  const kept = await keepFile(visit, {
    student: studentOf(visit),
    courseSlug: at.course,
    number: at.number,
    questionId,
    content: file.content,
  });
  if (!kept) throw new NotFound();
  if (kept.state === 'closed') return json({ problem: 'closed', result: href('attemptResult', at) }, 409);
  if (kept.state === 'problem') return json({ problem: text.problem[kept.problem] }, 422);
  const note = text.file.saved(kept.type.toUpperCase(), formatBytes(kept.bytes, visit.locale));
  return json({ saved: `${note} ${savedText(kept.at, visit.locale)}`, see: text.file.see });
}

/** The student's own file, as it was handed in. */
async function handedFile(visit: Visit): Promise<Response> {
  const { house } = visit;
  const at = attemptAt(visit);
  const student = studentOf(visit);
  const file = await house.database.transaction(scopeOf(visit, 'assess-learning'), async (tx) => {
    const opened = await openAttempt(tx, house.clock, student, at.course, at.number);
    const files = opened ? await listHandedFiles(tx, { customerId: student.customerId, attemptId: opened.attempt.id }) : [];
    return files.find(({ questionId }) => questionId === visit.params['question']);
  });
  const response = file && (await sendHandedFile(house, customerOf(visit).id, file));
  if (!response) throw new NotFound();
  return response;
}

export const fileActions = { saveAttemptFile, handedFile } satisfies Partial<Record<RouteName, Action>>;

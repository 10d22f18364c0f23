import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { discard, receiveFiles } from '../../platform/attached-files/receive-files.ts';
import { isMultipart } from '../../platform/multipart.ts';
import { checkForm, readForm } from '../../platform/read-body.ts';
import type { Visit } from '../../platform/visit.ts';
import { refusalText } from '../../ui/file-field.tsx';
import { fileWords } from '../../ui/file-words.ts';
import type { Locale } from '../../ui/locale.ts';
import { deskWords } from './desk-words.ts';

function answerForm(locale: Locale) {
  const text = deskWords[locale].enquiry;
  return z.object({
    body: z.string(text.missing).trim().min(1, text.missing).max(10_000, text.tooLong),
    client_id: z.uuid().catch(() => randomUUID()),
    done: z.enum(['solved']).optional().catch(undefined),
  });
}

/** The desk's answer with its files, which lie under the case they are for. */
export async function readAnswer({ request, house, locale }: Visit, { id: folder }: { id: string }) {
  const schema = answerForm(locale);
  const keeping = { files: house.attachments, folder };
  const received = isMultipart(request) ? await receiveFiles(request, keeping) : undefined;
  const form = received ? checkForm(received.typed, schema) : await readForm(request, schema);
  const files = received?.files ?? [];
  const refused = (received?.refused ?? []).map((refusal) => refusalText(refusal, locale));
  const lost = !form.ok && refused.length === 0 && files.length > 0 ? [fileWords[locale].again] : [];
  const wrong = [...refused, ...lost].join(' ');
  const errors = [...(form.ok ? [] : form.errors), ...(wrong ? [{ name: 'files', text: wrong }] : [])];
  return { form, files, errors, discard: () => discard(keeping, files) };
}

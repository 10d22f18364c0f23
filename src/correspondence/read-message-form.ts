import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { discard, receiveFiles, type Received, type StoredFile } from '../platform/attached-files/receive-files.ts';
import { isMultipart } from '../platform/multipart.ts';
import { checkForm, readForm, type FormValues } from '../platform/read-body.ts';
import { customerOf, NotFound, scopeOf, type Visit } from '../platform/visit.ts';
import { refusalText } from '../ui/file-field.tsx';
import { fileWords } from '../ui/file-words.ts';
import type { Side } from './side.ts';
import { words } from './words.ts';

export const messageRules = (locale: 'sv' | 'en') => {
  const text = words[locale];
  return {
    body: z.string(text.empty).trim().min(1, text.empty).max(10_000, text.tooLong),
    client_id: z.uuid().catch(() => randomUUID()),
    page: z.uuid().optional().catch(undefined),
  };
};

/** Made once: a schema takes longer to make than to use. */
const formsIn = (locale: 'sv' | 'en') => ({
  words: z.object(messageRules(locale)),
  withFiles: z.object({ ...messageRules(locale), body: z.string().trim().max(10_000, words[locale].tooLong) }),
});
const forms = { sv: formsIn('sv'), en: formsIn('en') };

export type MessageForm = {
  typed: string;
  errors: { name: 'body' | 'files'; text: string }[];
  value: { body: string; clientId: string; pageId: string | undefined };
  files: StoredFile[];
  /** Removes the files again: the message was not stored, or is there already. */
  discard(): Promise<void>;
};

/** Reads a message, with or without files. A message may be a file and nothing more. */
export async function readMessageForm(visit: Visit, side: Side): Promise<MessageForm> {
  const { locale, request } = visit;
  const text = words[locale];
  const received = isMultipart(request) ? await receive(visit, side) : undefined;
  const schema = forms[locale][received && received.files.length > 0 ? 'withFiles' : 'words'];
  const form = received ? checkForm(received.typed, schema) : await readForm(request, schema);
  const value = form.ok ? form.value : { body: '', client_id: '', page: undefined };
  const refused = (received?.refused ?? []).map((refusal) => ({ name: 'files' as const, text: refusalText(refusal, locale) }));
  const body = form.ok ? [] : [{ name: 'body' as const, text: form.errors.find(({ name }) => name === 'body')?.text ?? text.empty }];
  const files = received?.files ?? [];
  const again = files.length > 0 ? [{ name: 'files' as const, text: fileWords[locale].again }] : [];
  return {
    typed: typedIn(form.typed),
    // A file that was refused says more than that nothing was written.
    errors: refused.length > 0 && typedIn(form.typed).trim() === '' ? refused : [...body, ...(body.length > 0 ? again : []), ...refused],
    value: { body: value.body, clientId: value.client_id, pageId: value.page },
    files,
    discard: () => discard(keepingOf(visit), files),
  };
}

const keepingOf = (visit: Visit) => ({ files: visit.house.attachments, folder: customerOf(visit).id });

/** Whose thread this is not may not leave files here either. */
async function receive(visit: Visit, side: Side): Promise<Received> {
  const { house, request } = visit;
  const thread = await house.database.transaction(scopeOf(visit, 'correspond'), (tx) => side.open(tx));
  if (!thread?.has_student) throw new NotFound();
  return receiveFiles(request, keepingOf(visit));
}

const typedIn = (typed: FormValues): string => typed.one['body'] ?? '';

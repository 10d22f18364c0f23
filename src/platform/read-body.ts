import type { z } from 'zod';

/** The body cannot be read: too large, or not what its header says. */
export class UnreadableBody extends Error {
  override name = 'UnreadableBody';
  readonly status: 400 | 413 | 415;
  constructor(status: 400 | 413 | 415) {
    super('unreadable body');
    this.status = status;
  }
}

const maxBytes = 128 * 1024;

/** A form's values as typed: the last one wins, and `name[]`-like repeats are kept as lists in `all`. */
export type FormValues = { one: Record<string, string>; all: Record<string, string[]> };
export type FieldError = { name: string; text: string };
export type Parsed<Value> = { ok: true; value: Value; typed: FormValues } | { ok: false; errors: FieldError[]; typed: FormValues };

/** Reads and checks an HTML form. Every fault is told, each at its field, and what was typed is kept. */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  mostBytes = maxBytes,
): Promise<Parsed<z.output<Schema>>> {
  return checkForm(await formValues(request, mostBytes), schema);
}

/** The same for values that were read another way. */
export function checkForm<Schema extends z.ZodType>(typed: FormValues, schema: Schema): Parsed<z.output<Schema>> {
  const lists = Object.fromEntries(Object.entries(typed.all).filter(([, values]) => values.length > 1));
  const result = schema.safeParse({ ...typed.one, ...lists });
  if (result.success) return { ok: true, value: result.data, typed };
  const seen = new Set<string>();
  const errors = result.error.issues
    .map((issue) => ({ name: String(issue.path[0] ?? ''), text: issue.message }))
    .filter(({ name }) => !seen.has(name) && seen.add(name));
  return { ok: false, errors, typed };
}

async function formValues(request: Request, mostBytes: number): Promise<FormValues> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded/i.test(type)) throw new UnreadableBody(415);
  const values: FormValues = { one: {}, all: {} };
  for (const [name, value] of new URLSearchParams(await bodyText(request, mostBytes))) {
    const clean = tidy(value);
    values.one[name] = clean;
    (values.all[name] ??= []).push(clean);
  }
  return values;
}

/** Reads and checks a JSON body; undefined when it is not what the schema says. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  mostBytes = maxBytes,
): Promise<z.output<Schema> | undefined> {
  if (!/^application\/json/i.test(request.headers.get('content-type') ?? '')) throw new UnreadableBody(415);
  const text = await bodyText(request, mostBytes);
  let value: unknown;
  try {
    value = JSON.parse(text, (_, part: unknown) => (typeof part === 'string' ? tidy(part) : part));
  } catch {
    throw new UnreadableBody(400);
  }
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}

async function bodyText(request: Request, mostBytes: number): Promise<string> {
  const bytes = await bodyBytes(request, mostBytes);
  if (bytes.byteLength > mostBytes) throw new UnreadableBody(413);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableBody(400);
  }
}

/** A body that says how long it is, as all browsers' forms do, is read at once, which costs a third; another as far as it may go. */
async function bodyBytes(request: Request, mostBytes: number): Promise<Uint8Array> {
  const length = request.headers.get('content-length');
  if (length !== null && Number(length) <= mostBytes) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new UnreadableBody(413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** One form of å, ä and ö, line breaks as \n, and nothing that PostgreSQL cannot hold. */
export function tidy(value: string): string {
  return value.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed();
}

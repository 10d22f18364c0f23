export type Unsent = { clientId: string; body: string; page?: string; at: number };

const prefix = 'correspondence/';
const keptMs = 7 * 24 * 60 * 60 * 1_000;

/**
 * What the browser keeps until it is sent: a draft and unsent messages, under a name that belongs to one person and one
 * thread, so that nobody else at the same computer sends them. After a week it is gone.
 */
export function keepIn(keptAs: string) {
  const own = `${prefix}${keptAs}/`;
  forgetOld();
  return {
    draft(text?: string): string {
      if (text === undefined) return read(`${own}draft`)?.body ?? '';
      if (text === '') forget(`${own}draft`);
      else write(`${own}draft`, { clientId: '', body: text, at: Date.now() });
      return text;
    },
    unsent: (): Unsent[] =>
      names()
        .filter((name) => name.startsWith(`${own}unsent/`))
        .flatMap((name) => read(name) ?? [])
        .sort((one, other) => one.at - other.at),
    keep: (message: Unsent) => write(`${own}unsent/${message.clientId}`, message),
    forget: (clientId: string) => forget(`${own}unsent/${clientId}`),
  };
}

function forgetOld(): void {
  for (const name of names()) if (name.startsWith(prefix) && (read(name)?.at ?? 0) < Date.now() - keptMs) forget(name);
}

// Storage may be switched off or full: then a message lives as long as its page.
function names(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
function read(name: string): Unsent | undefined {
  try {
    return (JSON.parse(localStorage.getItem(name) ?? 'null') as Unsent | null) ?? undefined;
  } catch {
    return undefined;
  }
}
function write(name: string, value: Unsent): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    return;
  }
}
function forget(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    return;
  }
}

/** One answer on its way. A newer one with the same key takes its place. */
export type Waiting = { key: string; body: string; at: number };
export type Outcome = 'sent' | 'again' | 'signed out';
type Ways = {
  send(waiting: Waiting, stopped: AbortSignal): Promise<Outcome>;
  stillWaiting(waiting: Waiting, why: 'again' | 'signed out'): void;
};

const prefix = 'answers/';
const keptMs = 7 * 24 * 60 * 60 * 1_000;
const longestWaitMs = 30_000;
/** A request that outlives its page may carry 64 kB, of letters of three bytes at the most: a longer one would be refused each time. */
const longestKeptAlive = 20_000;

/**
 * Answers the browser keeps until the server has them, under a name that belongs to one person's course, so that nobody
 * else at the same computer sends them. After a week they are gone.
 */
export function openWaiting(owner: string, { send, stillWaiting }: Ways) {
  const own = `${prefix}${owner}/`;
  const kept = new Map<string, Waiting>();
  let isSending = false;
  let stopping = new AbortController();
  let waitMs = 1_000;
  let retry: number | undefined;

  forgetOld();
  for (const name of names()) {
    const waiting = name.startsWith(own) ? read(name) : undefined;
    if (waiting) kept.set(waiting.key, waiting);
  }

  function remove(waiting: Waiting): void {
    if (kept.get(waiting.key) !== waiting) return;
    kept.delete(waiting.key);
    forget(own + waiting.key);
  }

  async function flush(): Promise<void> {
    clearTimeout(retry);
    if (isSending || stopping.signal.aborted) return;
    isSending = true;
    let outcome: Outcome = 'sent';
    for (let next = first(kept); next && outcome === 'sent'; next = first(kept)) {
      outcome = await send(next, stopping.signal);
      if (outcome === 'sent') remove(next);
    }
    isSending = false;
    if (stopping.signal.aborted) return;
    waitMs = outcome === 'sent' ? 1_000 : Math.min(waitMs * 2, longestWaitMs);
    if (outcome !== 'sent') for (const waiting of kept.values()) stillWaiting(waiting, outcome);
    if (kept.size > 0) retry = setTimeout(() => void flush(), waitMs);
  }

  addEventListener('online', () => void flush());
  // Back from the next page: what still waits is sent.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    stopping = new AbortController();
    void flush();
  });
  return {
    all: () => [...kept.values()],
    put(waiting: Waiting): void {
      kept.set(waiting.key, waiting);
      write(own + waiting.key, waiting);
      void flush();
    },
    flush,
    /** Nothing more is sent from here on, for something else carries it all. */
    stop: () => stopping.abort(),
    clear: () => [...kept.values()].forEach(remove),
  };
}

const first = (kept: Map<string, Waiting>): Waiting | undefined => kept.values().next().value;

/** What waits no longer: the server has it all by another way. */
export function forgetWaiting(owner: string): void {
  for (const name of names()) if (name.startsWith(`${prefix}${owner}/`)) forget(name);
}

/** Sends and tells what became of it; a network or server that does not answer is asked again. */
export async function post(address: string, type: string, body: string, stopped: AbortSignal): Promise<Response | Outcome> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': type },
      body,
      redirect: 'manual',
      keepalive: body.length <= longestKeptAlive,
      signal: AbortSignal.any([stopped, AbortSignal.timeout(15_000)]),
    });
    if (response.type === 'opaqueredirect' || response.status === 401) return 'signed out';
    return response.status === 429 || response.status >= 500 ? 'again' : response;
  } catch {
    return 'again';
  }
}

// Storage may be switched off or full: then an answer waits as long as its page lives.
function names(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(name: string): Waiting | undefined {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '') as Waiting;
  } catch {
    return undefined;
  }
}

function write(name: string, waiting: Waiting): void {
  try {
    localStorage.setItem(name, JSON.stringify(waiting));
  } catch {
    /* it waits in memory */
  }
}

function forget(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    /* there was nothing to forget */
  }
}

function forgetOld(): void {
  for (const name of names()) if (name.startsWith(prefix) && (read(name)?.at ?? 0) < Date.now() - keptMs) forget(name);
}

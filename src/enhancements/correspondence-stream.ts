import type { Update } from './correspondence-log.ts';

type Listeners = {
  message(update: Update): void;
  removed(sequences: number[]): void;
  read(sequence: number): void;
  connected(isConnected: boolean): void;
};

const longestWaitMs = 30_000;

/**
 * The live stream, from the message after `last` and on through every gap. A page that nobody looks at is not connected, so
 * that nothing counts as read there.
 */
export function openStream(url: string, last: number, on: Listeners): void {
  let source: EventSource | undefined;
  let retry: number | undefined;
  let waitMs = 1_000;

  function open(): void {
    close();
    const opened = (source = new EventSource(`${url}?efter=${last}`));
    const listen = (name: string, tell: (data: unknown) => void) =>
      opened.addEventListener(name, (event) => tell(JSON.parse((event as MessageEvent<string>).data)));
    listen('message', (data) => {
      const update = data as Update;
      last = Math.max(last, update.sequence);
      on.message(update);
    });
    listen('removed', (data) => on.removed(data as number[]));
    listen('read', (data) => on.read(data as number));
    opened.addEventListener('open', () => {
      waitMs = 1_000;
      on.connected(true);
    });
    opened.addEventListener('error', () => {
      on.connected(false);
      // The browser comes back by itself from a broken connection, not from a refusal.
      if (opened.readyState === EventSource.CLOSED) comeBack();
    });
  }
  function comeBack(): void {
    clearTimeout(retry);
    retry = setTimeout(open, waitMs);
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  }
  function close(): void {
    clearTimeout(retry);
    source?.close();
    source = undefined;
  }
  const follow = () => (document.visibilityState === 'visible' ? open() : close());
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', close);
  addEventListener('pageshow', (event) => event.persisted && follow());
  follow();
}

import type { Update } from './correspondence-log.ts';

type Listeners = {
  message(update: Update): void;
  changed(updates: Update[]): void;
  delivered(sequence: number): void;
  read(sequence: number): void;
  connected(isConnected: boolean): void;
};

const longestWaitMs = 30_000;
/** So long a page that nobody looks at stays connected, and gets messages without reading them. */
const hiddenMs = 5 * 60_000;

/**
 * The live stream, from where the page stands and on through every gap. While nobody looks at the page nothing counts as
 * read, and after some minutes it is no longer connected.
 */
export function openStream(url: string, from: { last: number; change: number }, on: Listeners): void {
  let { last, change } = from;
  let leaving: number | undefined;
  let source: EventSource | undefined;
  let retry: number | undefined;
  let waitMs = 1_000;

  function open(): void {
    close();
    const opened = (source = new EventSource(`${url}?efter=${last}&andring=${change}${isSeen() ? '' : '&dold=1'}`));
    const listen = (name: string, tell: (data: unknown) => void) =>
      opened.addEventListener(name, (event) => {
        const { data, lastEventId } = event as MessageEvent<string>;
        change = Math.max(change, Number(lastEventId.split('-')[1] ?? 0));
        tell(JSON.parse(data));
      });
    listen('message', (data) => {
      const update = data as Update;
      last = Math.max(last, update.sequence);
      on.message(update);
    });
    listen('changed', (data) => on.changed(data as Update[]));
    listen('delivered', (data) => on.delivered(data as number));
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
  const isSeen = () => document.visibilityState === 'visible';
  function follow(): void {
    clearTimeout(leaving);
    open();
    if (!isSeen()) leaving = setTimeout(close, hiddenMs);
  }
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', close);
  addEventListener('pageshow', (event) => event.persisted && follow());
  follow();
}

const pauseMs = 400;

/** Keeps the list of threads as it is now: when something has happened, the page is asked for anew and its list put in. */
function follow(list: HTMLElement): void {
  const status = document.querySelector<HTMLElement>('[data-inbox-status]')!;
  let timer: number | undefined;
  let source: EventSource | undefined;

  async function refresh(): Promise<void> {
    const response = await fetch(location.href, { redirect: 'manual' }).catch(() => undefined);
    if (!response?.ok) return;
    const drawn = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-inbox]');
    if (!drawn) return;
    const focused =
      document.activeElement instanceof HTMLAnchorElement && list.contains(document.activeElement) ? document.activeElement.href : '';
    list.replaceChildren(...drawn.childNodes);
    if (focused) [...list.querySelectorAll('a')].find(({ href }) => href === focused)?.focus();
    status.textContent = status.dataset['text']!;
  }
  function open(): void {
    close();
    if (document.visibilityState !== 'visible') return;
    source = new EventSource(list.dataset['inbox']!);
    source.addEventListener('changed', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void refresh(), pauseMs);
    });
    // What happened while nothing was heard is asked for when the line is there again.
    let wasLost = false;
    source.addEventListener('error', () => (wasLost = true));
    source.addEventListener('open', () => {
      if (wasLost) void refresh();
      wasLost = false;
    });
  }
  function close(): void {
    source?.close();
    source = undefined;
  }
  document.addEventListener('visibilitychange', () => {
    open();
    if (document.visibilityState === 'visible') void refresh();
  });
  addEventListener('pagehide', close);
  open();
}

for (const list of document.querySelectorAll<HTMLElement>('[data-inbox]')) follow(list);

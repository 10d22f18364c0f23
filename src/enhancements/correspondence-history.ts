const patienceMs = 10_000;

type Older = { html: string; first: number; newDay: boolean };

/** Puts older messages in above. Waiting for them always ends: in messages, or in a button to try again. */
export function followHistory(root: HTMLElement, url: string, prepend: (html: string, firstBeginsDay: boolean) => void): void {
  const block = root.querySelector<HTMLElement>('[data-earlier]');
  const link = block?.querySelector('a');
  if (!block || !link) return;
  const show = (part: 'ask' | 'loading' | 'failed') => {
    for (const name of ['ask', 'loading', 'failed']) block.querySelector<HTMLElement>(`[data-${name}]`)!.hidden = name !== part;
  };

  async function load(): Promise<void> {
    show('loading');
    try {
      const response = await fetch(`${url}?fore=${block!.dataset['earlier']}`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(patienceMs),
      });
      if (!response.ok) throw new Error(String(response.status));
      const { html, first, newDay } = (await response.json()) as Older;
      prepend(html, newDay);
      block!.dataset['earlier'] = String(first);
      link!.href = link!.href.replace(/\d+$/, String(first));
      show('ask');
      block!.hidden = first <= 1;
      focusFirst(root);
    } catch {
      show('failed');
      block!.querySelector('button')!.focus();
    }
  }
  link.addEventListener('click', (event) => {
    event.preventDefault();
    void load();
  });
  block.querySelector('button')!.addEventListener('click', () => void load());
}

/** The keyboard goes on where the reading does. */
function focusFirst(root: HTMLElement): void {
  const first = root.querySelector<HTMLElement>('#messages > li');
  if (!first) return;
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
}

export type Update = { sequence: number; html: string; client?: string };

type Text = { sent: string; delivered: string; read: string };

/** The list of messages on the page: each is there once, in its place. */
export function openLog(root: HTMLElement, text: Text, soFar: { read: number; delivered: number }) {
  const list = root.querySelector<HTMLOListElement>('#messages')!;
  const newer = root.querySelector<HTMLElement>('[data-newer]')!;
  const items = () => [...list.children] as HTMLElement[];
  const numberOf = (item: HTMLElement) => Number(item.dataset['message']);
  let { read, delivered } = soFar;

  newer.querySelector('button')!.addEventListener('click', () => showNewest());

  function showNewest(): void {
    newer.hidden = true;
    const item = items().at(-1);
    if (item && item.getBoundingClientRect().bottom > innerHeight - 100) item.scrollIntoView({ block: 'center' });
  }

  /** Under the newest of one's own: how far it has got. */
  function showState(): void {
    const own = items().filter((item) => item.classList.contains('mine') && !item.querySelector('.message-body > em'));
    const newest = own.at(-1);
    for (const item of own) if (item !== newest) item.querySelector('.message-state')?.remove();
    if (!newest) return;
    const wanted = numberOf(newest) <= read ? text.read : numberOf(newest) <= delivered ? text.delivered : text.sent;
    const state = newest.querySelector('.message-state') ?? newest.querySelector('.message')!.appendChild(paragraph('message-state'));
    if (state.textContent !== wanted) state.textContent = wanted;
  }

  function insert({ sequence, html, client }: Update): void {
    if (items().some((item) => numberOf(item) === sequence)) return;
    const wasAtEnd = list.getBoundingClientRect().bottom < innerHeight + 150;
    const item = elementsOf(html)[0] as HTMLElement;
    list.insertBefore(item, items().find((other) => numberOf(other) > sequence) ?? null);
    root.querySelector<HTMLElement>('[data-empty]')!.hidden = true;
    showState();
    if (client || wasAtEnd) showNewest();
    else newer.hidden = false;
  }

  function prepend(html: string, firstBeginsDay: boolean): void {
    const first = items()[0];
    const topBefore = first?.getBoundingClientRect().top ?? 0;
    // What is old is not read out as if it were new.
    list.parentElement!.setAttribute('aria-live', 'off');
    if (!firstBeginsDay) first?.querySelector('.day')?.remove();
    list.prepend(...elementsOf(html));
    if (first) scrollBy(0, first.getBoundingClientRect().top - topBefore);
    setTimeout(() => list.parentElement!.removeAttribute('aria-live'), 1_000);
    showState();
  }

  /** Other words, or none any more: the message is drawn anew where it stands. */
  function change(updates: Update[]): void {
    for (const { sequence, html } of updates) {
      const item = items().find((one) => numberOf(one) === sequence);
      const drawn = elementsOf(html)[0]?.querySelector('.message');
      if (item && drawn) item.querySelector('.message')!.replaceWith(drawn);
    }
    showState();
  }

  function readUpTo(sequence: number): void {
    read = Math.max(read, sequence);
    deliveredUpTo(sequence);
  }
  function deliveredUpTo(sequence: number): void {
    delivered = Math.max(delivered, sequence);
    showState();
  }

  // The first minutes of a message end while its page stays open.
  setInterval(() => {
    for (const part of list.querySelectorAll<HTMLElement>('[data-until]'))
      if (Date.parse(part.dataset['until']!) < Date.now() && !part.contains(document.activeElement)) part.remove();
  }, 10_000);

  return { insert, prepend, change, readUpTo, deliveredUpTo, showNewest };
}

export function paragraph(className: string, text = ''): HTMLParagraphElement {
  const element = document.createElement('p');
  element.className = className;
  element.textContent = text;
  return element;
}

function elementsOf(html: string): Element[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.children];
}

const pauseMs = 1_500;

/** Keeps the draft with the server a moment after each pause in the writing, so that it goes on at another device. */
export function keepDraft(form: HTMLFormElement): { stop(): void } {
  const area = form.querySelector('textarea')!;
  const state = form.querySelector<HTMLElement>('[data-draft-state]')!;
  const url = form.dataset['draft']!;
  let timer: number | undefined;
  let saving = new AbortController();

  async function save(): Promise<void> {
    saving.abort();
    const mine = (saving = new AbortController());
    const value = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
    const isAbout = form.querySelector<HTMLInputElement>('[name="page"]')?.checked;
    const fields = { body: area.value, client_id: value('client_id'), ...(isAbout ? { page: value('page') } : {}) };
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams(fields),
        redirect: 'manual',
        signal: mine.signal,
      });
      if (!response.ok) return;
      const { saved } = (await response.json()) as { saved: string };
      state.textContent = area.value.trim() === '' ? '' : saved;
    } catch {
      // The browser keeps the draft as well; the next pause tries again.
    }
  }
  area.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), pauseMs);
  });
  return {
    stop() {
      clearTimeout(timer);
      saving.abort();
      state.textContent = '';
      // What clears the field is no writing.
      setTimeout(() => clearTimeout(timer));
    },
  };
}

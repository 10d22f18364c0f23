const pauseMs = 350;

/** Keeps the page beside the text as the server renders it: what is seen is what students get. */
export function showWhileWriting(form: HTMLFormElement): void {
  const text = form.querySelector<HTMLTextAreaElement>('[name=text]');
  const kept = form.querySelector<HTMLInputElement>('[name=document]');
  const preview = document.querySelector<HTMLElement>('[data-preview]');
  const time = document.querySelector<HTMLElement>('[data-reading-time]');
  const minutes = form.querySelector<HTMLInputElement>('[name=minutes]')!;
  let timer: number | undefined;
  let asked = 0;

  (text ?? form).addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pauseMs);
  });

  async function ask(): Promise<void> {
    const turn = ++asked;
    const body = kept ? `{"document":${kept.value}}` : JSON.stringify({ text: text?.value });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(form.dataset['writing'] ?? '', { method: 'POST', headers, body }).catch(() => undefined);
    if (!response?.ok || turn !== asked) return;
    const shown = (await response.json()) as { html: string; minutes: string };
    // Rendered by the server, every word through its escape.
    if (preview) preview.innerHTML = shown.html;
    if (time && minutes.value === '') time.textContent = shown.minutes;
  }
}

import { startUpload } from './media-upload.ts';

/** Files of any size are sent in parts and go on after a break; films that are being prepared tell how far they have come. */
const form = document.querySelector<HTMLFormElement>('form[data-upload]');
if (form) startUpload(form);

const pauseMs = 3_000;
const list = document.querySelector<HTMLElement>('[data-media=waiting]');
if (list) setTimeout(() => void refresh(list), pauseMs);

async function refresh(shown: HTMLElement): Promise<void> {
  const response = await fetch(location.href).catch(() => undefined);
  const page = response?.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined;
  const fresh = page?.querySelector<HTMLElement>('[data-media]');
  if (fresh) shown.replaceWith(fresh);
  const next = fresh ?? shown;
  if (next.dataset['media'] === 'waiting') setTimeout(() => void refresh(next), pauseMs);
}

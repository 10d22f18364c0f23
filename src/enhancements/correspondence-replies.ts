/** Puts a saved reply in where the cursor stands, and looks for others without leaving what is written. */
export function insertReplies(form: HTMLFormElement): void {
  const area = form.querySelector('textarea')!;
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const block = button?.closest<HTMLElement>('[data-replies]');
    if (!button || !block) return;
    event.preventDefault();
    if ('findReply' in button.dataset) void findReplies(form, block, button);
    else insert(area, block);
  });
}

function insert(area: HTMLTextAreaElement, block: HTMLElement): void {
  const bodies = JSON.parse(block.dataset['replies']!) as Record<string, string>;
  const body = bodies[block.querySelector('select')!.value];
  if (!body) return;
  area.focus();
  area.setRangeText(body, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Asks as the form would, and takes from the page that comes only what was found: the text, its cursor and chosen files are left alone. */
async function findReplies(form: HTMLFormElement, block: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const value = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
  const fields = { body: value('body'), client_id: value('client_id'), reply_search: value('reply_search'), find: button.value };
  try {
    const response = await fetch(button.formAction, { method: 'POST', body: new URLSearchParams(fields) });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const found = page.querySelector('[data-replies]');
    if (!response.ok || !found) throw new Error('not found');
    block.replaceWith(found);
    (found.querySelector('select') ?? found.querySelector('input'))?.focus();
  } catch {
    block.querySelector('[role="status"]')!.textContent = block.dataset['failed']!;
  }
}

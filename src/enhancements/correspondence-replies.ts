/** Puts a saved reply in where the cursor stands. */
export function insertReplies(form: HTMLFormElement): void {
  const block = form.querySelector<HTMLElement>('[data-replies]');
  const select = block?.querySelector('select');
  const area = form.querySelector('textarea')!;
  if (!block || !select) return;
  const bodies = JSON.parse(block.dataset['replies']!) as Record<string, string>;
  block.querySelector('[data-insert-reply]')!.addEventListener('click', (event) => {
    event.preventDefault();
    const body = bodies[select.value];
    if (!body) return;
    area.focus();
    area.setRangeText(body, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

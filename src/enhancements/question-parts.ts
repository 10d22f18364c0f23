/** Things to put in order are moved by buttons, and the regions of an image answer to a press. The fields beneath say the same. */
for (const list of document.querySelectorAll<HTMLElement>('[data-order]')) order(list);
for (const question of document.querySelectorAll<HTMLElement>('[data-hotspot]')) hotspot(question);

function order(list: HTMLElement): void {
  const { up = '', down = '', moved = '', hint = '' } = list.dataset;
  const rows = [...list.children] as HTMLElement[];
  const note = document.createElement('p');
  note.className = 'hint';
  note.setAttribute('role', 'status');
  list.after(note);
  const told = list.closest('fieldset')?.querySelector(':scope > .hint');
  if (told) told.textContent = hint;

  for (const row of rows) {
    const field = fieldOf(row);
    const label = row.querySelector('label')!;
    const said = document.createElement('span');
    said.append(...label.cloneNode(true).childNodes);
    said.id = `${field.id}-said`;
    label.replaceWith(said);
    field.hidden = true;
    const buttons = document.createElement('span');
    buttons.className = 'moves';
    buttons.append(button(up, '↑', row, said.id, -1), button(down, '↓', row, said.id, 1));
    row.append(buttons);
  }
  list.addEventListener('filled', arrange);
  list.closest('[data-question]')?.addEventListener('filled', arrange);
  arrange();

  function button(text: string, sign: string, row: HTMLElement, about: string, by: -1 | 1): HTMLButtonElement {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'quiet';
    made.textContent = sign;
    made.setAttribute('aria-label', text);
    made.setAttribute('aria-describedby', about);
    made.addEventListener('click', () => move(row, by, made));
    return made;
  }

  function move(row: HTMLElement, by: -1 | 1, pressed: HTMLElement): void {
    const other = by === -1 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (by === -1) other.before(row);
    else other.after(row);
    const now = [...list.children] as HTMLElement[];
    for (const [place, each] of now.entries()) {
      const field = fieldOf(each);
      field.selectedIndex = place + 1;
    }
    pressed.focus();
    note.textContent = moved.replace('{n}', String(now.indexOf(row) + 1));
    for (const type of ['input', 'change']) fieldOf(row).dispatchEvent(new Event(type, { bubbles: true }));
  }

  /** The rows stand as their places say; those without one stay where they were shown. */
  function arrange(): void {
    const placed = rows.filter((row) => fieldOf(row).selectedIndex > 0);
    if (placed.length < rows.length) return;
    list.append(...rows.toSorted((a, b) => fieldOf(a).selectedIndex - fieldOf(b).selectedIndex));
  }
}

function fieldOf(row: HTMLElement): HTMLSelectElement {
  return row.querySelector('select')!;
}

function hotspot(question: HTMLElement): void {
  const image = question.querySelector('.hotspot-image');
  const inputs = [...question.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  image?.classList.add('pressable');
  const show = () => {
    for (const region of question.querySelectorAll<SVGElement>('[data-region]')) {
      region.classList.toggle(
        'chosen',
        inputs.some((input) => input.checked && input.value === region.dataset['region']),
      );
    }
  };
  image?.addEventListener('click', (event) => {
    const region = (event.target as Element).closest<SVGElement>('[data-region]');
    inputs.find((input) => input.value === region?.dataset['region'])?.click();
  });
  question.addEventListener('change', show);
  question.closest('[data-question]')?.addEventListener('filled', show);
  show();
}

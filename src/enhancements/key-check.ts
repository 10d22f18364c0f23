import { keyFault } from './key-format.ts';

/** Tells a mistyped key at once, also without a connection. The server judges it again. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-key-check]')) {
  const field = form.querySelector<HTMLInputElement>('input[name=key]')!;
  const message = form.querySelector<HTMLElement>('[data-key-message]')!;
  const block = field.closest('.field')!;
  const served = block.querySelector<HTMLElement>('.error');
  const numbers = form.dataset['numbers']!.split(',');

  const sentence = (typed: string): string => {
    const fault = keyFault(typed);
    if (!fault) return '';
    const text = form.dataset[fault.kind] ?? '';
    if (fault.kind === 'character') return text.replace('{character}', fault.character);
    return fault.kind === 'length' ? text.replace('{length}', numbers[fault.length] ?? String(fault.length)) : text;
  };
  const show = (text: string) => {
    message.textContent = text;
    message.hidden = text === '';
    block.classList.toggle('wrong', text !== '');
    if (served) served.hidden = true;
    if (text) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  };

  block.insertBefore(message, field.parentElement);
  field.addEventListener('change', () => show(field.value.trim() === '' ? '' : sentence(field.value)));
  field.addEventListener('input', () => message.hidden || show(sentence(field.value)));
  form.addEventListener('submit', (event) => {
    const text = sentence(field.value);
    show(text);
    if (text === '') return;
    event.preventDefault();
    field.focus();
  });

  // A printed slip can lead here with its key after the #, which no server and no log ever sees.
  const slip = location.hash.slice(1);
  if (field.value === '' && keyFault(slip) === undefined) {
    field.value = slip;
    history.replaceState(null, '', location.pathname);
  }
}

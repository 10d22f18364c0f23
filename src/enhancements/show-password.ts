/** Lets a person see the password they type. The button is hidden until this can make it work. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-show-password]')) {
  const field = document.getElementById(button.dataset['showPassword'] ?? '');
  if (!(field instanceof HTMLInputElement)) continue;
  const texts = { password: button.textContent, text: button.dataset['hideText'] ?? '' };

  const show = (type: 'password' | 'text') => {
    field.type = type;
    button.textContent = texts[type];
  };

  button.addEventListener('click', () => {
    show(field.type === 'password' ? 'text' : 'password');
    field.focus();
  });
  // A browser remembers the text of a plain field, and must never remember a password.
  field.form?.addEventListener('submit', () => show('password'));
  button.hidden = false;
}

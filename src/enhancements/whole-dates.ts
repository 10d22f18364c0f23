/**
 * A day or a time that is only half written is sent as nothing at all, and would be kept as nothing: the browser knows better,
 * and says so at the field. Everything else is judged by the server.
 */
addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  const half = [...form.elements].find((field) => field instanceof HTMLInputElement && field.validity.badInput);
  if (!half) return;
  event.preventDefault();
  (half as HTMLInputElement).reportValidity();
});

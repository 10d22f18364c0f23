/** Prints the page at the press of a button, where the browser can. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print-page]')) {
  button.addEventListener('click', () => print());
  button.hidden = false;
}

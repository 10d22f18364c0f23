/** Shows how long is left of a test, and says when the time is out. The server's clock decides; this one only shows it. */
export function startTimer(whenOut: () => void): void {
  const element = document.querySelector<HTMLElement>('[data-seconds-left]');
  if (!element) return;
  const { secondsLeft, many = '', one, none, out } = element.dataset;
  const endsAt = Date.now() + Number(secondsLeft) * 1_000;

  function show(): void {
    const seconds = Math.ceil((endsAt - Date.now()) / 1_000);
    const minutes = Math.floor(seconds / 60);
    const text = seconds <= 0 ? out : minutes < 1 ? none : minutes === 1 ? one : many.replace('{n}', String(minutes));
    // Written only when it changes, so that a screen reader is not disturbed each second.
    if (element!.textContent !== text) element!.textContent = text ?? '';
    element!.classList.toggle('soon', minutes < 5);
    if (seconds > 0) return;
    clearInterval(timer);
    whenOut();
  }
  const timer = setInterval(show, 1_000);
  show();
}

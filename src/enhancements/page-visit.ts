/** Tells the server which page is being read, also when one comes back to a tab that was left open. */
const address = document.querySelector<HTMLElement>('[data-page-visit]')?.dataset['pageVisit'];
const readingMs = 3_000;
let timer: number | undefined;

function tellSoon(): void {
  clearTimeout(timer);
  if (address && document.visibilityState === 'visible') timer = setTimeout(tell, readingMs);
}

function tell(): void {
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
  fetch(address!, { method: 'POST', headers, body: 'intent=open', keepalive: true, redirect: 'manual' }).catch(() => {});
}

addEventListener('pageshow', tellSoon);
document.addEventListener('visibilitychange', tellSoon);

/**
 * Goes on at the very place where one left: how far down the page, and how far into its film. It is kept on the account, so
 * that another device goes on there too; without script one comes to the page itself.
 */
const heading = document.querySelector<HTMLElement>('[data-page-visit]');
const article = document.querySelector<HTMLElement>('article.prose');
const resumeHash = '#fortsatt';
/** Less than this of a page is no place worth keeping. */
const leastChange = 10;

if (heading && article) {
  const { pageVisit = '', place, player: lastPlayer, second } = heading.dataset;
  const players = [...article.querySelectorAll<HTMLMediaElement>('video, audio')];
  let kept = Number(place ?? 0);
  let playing: { player: number; second: number } | undefined;

  const permille = () => {
    const { top, height } = article.getBoundingClientRect();
    const read = -top / Math.max(1, height);
    return Math.round(Math.min(1, Math.max(0, read)) * 1000);
  };

  const keep = () => {
    const now = permille();
    if (Math.abs(now - kept) < leastChange && !playing) return;
    kept = now;
    const body = new URLSearchParams({ intent: 'place', place: String(now) });
    if (playing) for (const [name, value] of Object.entries(playing)) body.set(name, String(value));
    playing = undefined;
    const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
    fetch(pageVisit, { method: 'POST', headers, body: body.toString(), keepalive: true, redirect: 'manual' }).catch(() => {});
  };

  if (location.hash === resumeHash) {
    const { top, height } = article.getBoundingClientRect();
    scrollTo({ top: scrollY + top + (height * kept) / 1000, behavior: 'instant' });
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  const last = players[Number(lastPlayer ?? 0) - 1];
  last?.addEventListener('loadedmetadata', () => void (last.currentTime = Number(second ?? 0)), { once: true });
  for (const [index, one] of players.entries()) {
    one.addEventListener('timeupdate', () => {
      // A film that has been seen to its end begins anew.
      playing = { player: index + 1, second: one.ended ? 0 : Math.floor(one.currentTime) };
    });
    one.addEventListener('pause', keep);
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
  });
  addEventListener('pagehide', keep);
}

import { followHistory } from './correspondence-history.ts';
import { openLog } from './correspondence-log.ts';
import { openOutbox } from './correspondence-outbox.ts';
import { insertReplies } from './correspondence-replies.ts';
import { openStream } from './correspondence-stream.ts';

// Looser than the server's rule, which knows the check digit: a warning while typing may come once too often.
const likeANumber = /(?<!\d)(?:\d{6}|\d{8})[-+ ]?\d{4}(?!\d)/;

function start(root: HTMLElement): void {
  const { messages = '', stream = '', last = '0', change = '0', read = '0', delivered = '0', keptAs = '', words = '{}' } = root.dataset;
  const text = JSON.parse(words) as Record<
    'sending' | 'sent' | 'delivered' | 'read' | 'waiting' | 'signedOut' | 'refused' | 'disconnected',
    string
  >;
  const log = openLog(root, text, { read: Number(read), delivered: Number(delivered) });
  const form = root.querySelector<HTMLFormElement>('[data-compose]');
  const outbox = form && openOutbox(root, form, { keptAs, text, onSent: log.insert });
  if (form) {
    warnOfNumbers(form);
    insertReplies(form);
  }
  followHistory(root, messages, log.prepend);
  openStream(
    stream,
    { last: Number(last), change: Number(change) },
    {
      message(update) {
        if (update.client) outbox?.confirm(update.client);
        log.insert(update);
      },
      changed: log.change,
      delivered: log.deliveredUpTo,
      read: log.readUpTo,
      connected: showConnection(root, text.disconnected),
    },
  );
  log.showNewest();
}

function warnOfNumbers(form: HTMLFormElement): void {
  const area = form.querySelector('textarea');
  const warning = form.querySelector<HTMLElement>('[data-number]');
  if (area && warning) area.addEventListener('input', () => (warning.hidden = !likeANumber.test(area.value)));
}

/** A short gap is nobody's worry. */
function showConnection(root: HTMLElement, text: string): (isConnected: boolean) => void {
  const status = root.querySelector<HTMLElement>('[data-status]')!;
  let timer: number | undefined;
  return (isConnected) => {
    if (isConnected) {
      clearTimeout(timer);
      timer = undefined;
      status.hidden = true;
    } else {
      timer ??= setTimeout(() => {
        status.textContent = text;
        status.hidden = false;
      }, 4_000);
    }
  };
}

for (const root of document.querySelectorAll<HTMLElement>('[data-conversation="live"]')) start(root);

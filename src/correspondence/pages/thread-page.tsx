import type { ComponentChildren } from 'preact';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { Messages, type Message } from '../../ui/messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Side } from '../side.ts';
import { words } from '../words.ts';
import { Compose, type ComposeProps } from './compose.tsx';
import { ThreadDesk, type ThreadDeskProps } from './thread-desk.tsx';

export type ThreadPageProps = {
  locale: Locale;
  now: Date;
  title: string;
  over: ComponentChildren;
  lead: string;
  side: Side['name'];
  usualMinutes: number | undefined;
  /** What was not accepted, and where on the page it is. */
  errors: readonly { name: string; text: string; field?: string }[];
  desk: ThreadDeskProps | undefined;
  messages: readonly Message[];
  /** The first message shown, and whether the thread's last one is. */
  first: number;
  isLatest: boolean;
  /** Who may not be written to any more has no form. */
  compose: ComposeProps | undefined;
  hrefs: Side['hrefs'];
  /** How far the thread goes and the other side has read; what the browser keeps is kept for this person and thread only. */
  live: { last: number; change: number; read: number; delivered: number; keptAs: string };
  hasNumber: boolean;
};

/** The newest message; what a page is opened at after sending. */
export const newest = 'nyast';

export function ThreadPage(props: ThreadPageProps) {
  const { locale, title, over, lead, side, messages, compose, desk, errors, hasNumber, usualMinutes } = props;
  const text = words[locale];
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading over={over} title={title} lead={lead} />
      {usualMinutes !== undefined && <p class="facts">{text.usually(usualMinutes)}</p>}
      {desk && <ThreadDesk {...desk} />}
      <section {...liveData(props)}>
        <Earlier {...props} />
        <div data-empty hidden={messages.length > 0}>
          <EmptyState title={text.none.title}>{text.none[side]}</EmptyState>
        </div>
        <Messages label={text.log} now={props.now} messages={messages} id="messages" />
        <div class="messages" hidden>
          <ol data-pending />
        </div>
        <p role="status" data-status hidden />
        <p data-newer hidden>
          <button type="button" class="quiet">
            {text.newer}
          </button>
        </p>
        <Later {...props} />
        {hasNumber && (
          <Notice kind="warning" title={text.number.title}>
            {text.number[side]}
          </Notice>
        )}
        {compose && <Compose {...compose} />}
      </section>
    </>
  );
}

function liveData({ locale, hrefs, live, isLatest }: ThreadPageProps) {
  const { sending, sent, delivered, read, waiting, signedOut, refused, disconnected } = words[locale];
  return {
    'data-conversation': isLatest ? 'live' : 'history',
    'data-messages': hrefs.messages,
    'data-stream': hrefs.stream,
    'data-last': String(live.last),
    'data-change': String(live.change),
    'data-read': String(live.read),
    'data-delivered': String(live.delivered),
    'data-kept-as': live.keptAs,
    'data-words': JSON.stringify({ sending, sent, delivered, read, waiting, signedOut, refused, disconnected }),
  };
}

/** A plain link to the messages before; with a script they are put in above, and waiting for them always ends. */
function Earlier({ locale, first, hrefs }: ThreadPageProps) {
  const text = words[locale];
  if (first <= 1) return null;
  return (
    <div data-earlier={String(first)}>
      <p data-ask>
        <a href={`${hrefs.page}?fore=${first}`}>{text.earlier}</a>
      </p>
      <div data-loading hidden>
        <Skeleton text={text.loading} />
      </div>
      <div data-failed hidden role="alert">
        <p>{text.loadFailed}</p>
        <p>
          <button type="button">{text.retry}</button>
        </p>
      </div>
    </div>
  );
}

function Later({ locale, isLatest, hrefs }: ThreadPageProps) {
  const text = words[locale];
  if (!isLatest) {
    return (
      <p>
        <a href={`${hrefs.page}#${newest}`}>{text.latest}</a>
      </p>
    );
  }
  return (
    <p>
      <noscript>
        {text.reload} <a href={`${hrefs.page}#${newest}`}>{text.reloadLink}</a>
      </noscript>
    </p>
  );
}

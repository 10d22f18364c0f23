import type { ComponentChildren } from 'preact';
import { formatDateTime, formatRelativeDay, formatShortDate, formatTime } from './format.ts';
import { useLocale, useWords } from './language.ts';

export type Message = {
  id: string;
  from: string;
  mine: boolean;
  sentAt: Date;
  body: ComponentChildren;
  state?: ComponentChildren;
  note?: string;
};

type MessagesProps = { messages: readonly Message[]; now: Date; label: string; id?: string };

/** A conversation, oldest first, with a line for each new day. New messages are read out as they come. */
export function Messages({ messages, now, label, id }: MessagesProps) {
  const locale = useLocale();
  return (
    <div class="messages" role="log" aria-label={label}>
      <ol id={id}>
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const newDay = !before || formatShortDate(before.sentAt) !== formatShortDate(message.sentAt);
          return (
            <MessageItem key={message.id} message={message} day={newDay ? formatRelativeDay(message.sentAt, now, locale) : undefined} />
          );
        })}
      </ol>
    </div>
  );
}

/** One message; also what a live update sends, to be put last in the list. */
export function MessageItem({ message, day }: { message: Message; day?: string }) {
  const locale = useLocale();
  const text = useWords();
  return (
    <li class={message.mine ? 'mine' : undefined} data-message={message.id}>
      {day && <p class="day">{day}</p>}
      <div class="message">
        <p class="message-head">
          <span>{message.mine ? text.you : message.from}</span>{' '}
          <time datetime={message.sentAt.toISOString()} title={formatDateTime(message.sentAt, locale)}>
            {formatTime(message.sentAt, locale)}
          </time>
          {message.note && <span class="message-note">{message.note}</span>}
        </p>
        <div class="message-body">{message.body}</div>
        {message.state && <p class="message-state">{message.state}</p>}
      </div>
    </li>
  );
}

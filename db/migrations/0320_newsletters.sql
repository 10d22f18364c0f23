-- What one can subscribe to. A topic is never removed, so that an issue always has one.
create table newsletter_topic (
  id         uuid primary key default app.uuid_v7(),
  title_sv   text not null check (length(title_sv) between 1 and 100),
  title_en   text not null check (length(title_en) between 1 and 100),
  lead_sv    text not null check (length(lead_sv) <= 300),
  lead_en    text not null check (length(lead_en) <= 300),
  client_id  uuid not null unique,
  created_at timestamptz not null,
  ended_at   timestamptz
);

-- Someone who has asked for newsletters, with or without an account: known by address alone. `ask_id` is new each time
-- they ask, so that a link in a mail confirms that asking and no later one.
create table newsletter_subscriber (
  id           uuid primary key default gen_random_uuid(),
  email        text not null unique check (email = lower(email) and length(email) <= 254),
  language     text not null check (language in ('sv', 'en')),
  ask_id       uuid not null unique,
  asked_at     timestamptz not null,
  confirmed_at timestamptz,
  bounced_at   timestamptz,
  due_at       timestamptz not null
);
create index newsletter_subscriber_due_at on newsletter_subscriber (due_at);

-- One topic of one subscriber. Nothing is sent before it is confirmed; unsubscribing removes it.
create table newsletter_subscription (
  id            uuid primary key default gen_random_uuid(),
  subscriber_id uuid not null references newsletter_subscriber on delete cascade,
  topic_id      uuid not null references newsletter_topic,
  ask_id        uuid not null,
  confirmed_at  timestamptz,
  unique (subscriber_id, topic_id)
);
create index newsletter_subscription_topic on newsletter_subscription (topic_id, subscriber_id) where confirmed_at is not null;

-- The proof of consent (GDPR Art. 7(1)) for people without an account: both steps and every change, append-only.
create table newsletter_choice (
  id               uuid primary key default app.uuid_v7(),
  subscriber_id    uuid not null references newsletter_subscriber on delete cascade,
  step             text not null check (step in ('asked', 'confirmed', 'changed', 'unsubscribed')),
  topics           text[] not null,
  version          integer not null,
  text_hash        text not null,
  form_fingerprint text not null,
  language         text not null check (language in ('sv', 'en')),
  at               timestamptz not null
);
create index newsletter_choice_subscriber_id on newsletter_choice (subscriber_id);

create table newsletter_issue (
  id          uuid primary key default app.uuid_v7(),
  topic_id    uuid not null references newsletter_topic,
  subject_sv  text not null check (length(subject_sv) between 1 and 150),
  subject_en  text not null check (length(subject_en) between 1 and 150),
  body_sv     text not null check (length(body_sv) <= 20000),
  body_en     text not null check (length(body_en) <= 20000),
  state       text not null default 'draft' check (state in ('draft', 'sending', 'sent')),
  client_id   uuid not null unique,
  created_at  timestamptz not null,
  send_at     timestamptz,
  finished_at timestamptz,
  check ((state = 'draft') = (send_at is null))
);
create index newsletter_issue_waiting on newsletter_issue (send_at) where state = 'sending';

-- The key makes an issue come once to a subscriber, however often the sending is begun again.
create table newsletter_delivery (
  issue_id      uuid not null references newsletter_issue,
  subscriber_id uuid not null references newsletter_subscriber on delete cascade,
  mail_id       uuid not null,
  created_at    timestamptz not null,
  primary key (issue_id, subscriber_id)
);
create index newsletter_delivery_subscriber_id on newsletter_delivery (subscriber_id);

call app.allow_across('newsletter');
call app.protect('newsletter_topic', 'true');
-- Nobody browses subscribers: their own links, and the sending, say their reason.
call app.protect('newsletter_subscriber', 'false');
call app.protect('newsletter_subscription', 'false');
call app.protect('newsletter_choice', 'false', 'select, insert, delete');
call app.protect('newsletter_issue', 'app.serves(''question'')');
call app.protect('newsletter_delivery', 'false');

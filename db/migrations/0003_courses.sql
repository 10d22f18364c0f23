create table file (
  customer_id uuid not null references customer,
  id          uuid not null default gen_random_uuid(),
  name        text not null,
  type        text not null,
  bytes       bigint not null,
  sha256      bytea not null,
  public_at   timestamptz,
  created_at  timestamptz not null default app.now(),
  primary key (customer_id, id)
);

create table course (
  customer_id uuid not null references customer,
  id          uuid not null default app.uuid_v7(),
  slug        text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title       text not null,
  tagline     text not null,
  description text not null,
  audience    text not null default '',
  outcomes    text[] not null default '{}',
  minutes     integer not null check (minutes > 0),
  language    text not null check (language in ('sv', 'en')),
  listed_at   timestamptz,
  created_at  timestamptz not null default app.now(),
  primary key (customer_id, id),
  unique (customer_id, slug)
);
create index course_listed on course (listed_at) where listed_at is not null;

-- Immutable once published: a student stays on the version they began.
create table course_version (
  customer_id  uuid not null,
  id           uuid not null default app.uuid_v7(),
  course_id    uuid not null,
  number       integer not null check (number > 0),
  published_at timestamptz,
  primary key (customer_id, id),
  unique (customer_id, course_id, number),
  foreign key (customer_id, course_id) references course
);

-- `document` is the truth (TipTap JSON); `html` is its rendering, made when the version is published.
create table course_page (
  customer_id uuid not null,
  id          uuid not null default app.uuid_v7(),
  version_id  uuid not null,
  position    integer not null check (position > 0),
  title       text not null,
  minutes     integer not null check (minutes > 0),
  document    jsonb not null,
  html        text not null,
  primary key (customer_id, id),
  unique (customer_id, version_id, position),
  foreign key (customer_id, version_id) references course_version
);

-- A question stands on a page (feedback at once) or in the final test (page_id is null).
create table question (
  customer_id uuid not null,
  id          uuid not null default app.uuid_v7(),
  version_id  uuid not null,
  page_id     uuid,
  position    integer not null check (position > 0),
  kind        text not null check (kind in ('single', 'multiple', 'true-false', 'number', 'short')),
  prompt      text not null,
  body        jsonb not null,
  points      integer not null default 1 check (points > 0),
  primary key (customer_id, id),
  foreign key (customer_id, version_id) references course_version,
  foreign key (customer_id, page_id) references course_page
);
create index question_page on question (customer_id, page_id, position);
create index question_version on question (customer_id, version_id, position);

create table final_test (
  customer_id        uuid not null,
  version_id         uuid not null,
  pass_percent       integer not null check (pass_percent between 1 and 100),
  max_attempts       integer not null check (max_attempts > 0),
  time_limit_minutes integer check (time_limit_minutes > 0),
  primary key (customer_id, version_id),
  foreign key (customer_id, version_id) references course_version
);

create table film (
  customer_id    uuid not null,
  course_id      uuid not null,
  title          text not null,
  file_id        uuid not null,
  poster_file_id uuid not null,
  seconds        integer not null check (seconds > 0),
  primary key (customer_id, course_id),
  foreign key (customer_id, course_id) references course,
  foreign key (customer_id, file_id) references file,
  foreign key (customer_id, poster_file_id) references file
);

create table film_text (
  customer_id     uuid not null,
  course_id       uuid not null,
  language        text not null check (language in ('sv', 'en')),
  caption_file_id uuid not null,
  transcript      text not null,
  primary key (customer_id, course_id, language),
  foreign key (customer_id, course_id) references film,
  foreign key (customer_id, caption_file_id) references file
);

create table course_administrator (
  customer_id uuid not null,
  course_id   uuid not null,
  account_id  uuid not null references account on update cascade,
  created_at  timestamptz not null default app.now(),
  primary key (customer_id, course_id, account_id),
  foreign key (customer_id, course_id) references course
);
create index course_administrator_account_id on course_administrator (account_id);

call app.protect('file', 'customer_id = app.customer_id()');
call app.protect('course', 'customer_id = app.customer_id() or listed_at is not null');
call app.protect('course_version', 'customer_id = app.customer_id()');
call app.protect('course_page', 'customer_id = app.customer_id()');
call app.protect('question', 'customer_id = app.customer_id()');
call app.protect('final_test', 'customer_id = app.customer_id()');
call app.protect('film', 'customer_id = app.customer_id()');
call app.protect('film_text', 'customer_id = app.customer_id()');
call app.protect('course_administrator', 'customer_id = app.customer_id() or account_id = app.account_id()');

-- What those who run the service are told of once: an alarm is the same while it is seen again and again, and a new one when it has
-- been quiet or has grown. No people: kinds, counts and times.
create table service_alarm (
  kind text primary key check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  told_at timestamptz not null,
  seen_at timestamptz not null,
  count integer not null default 0 check (count >= 0)
);
call app.protect('service_alarm', 'false');

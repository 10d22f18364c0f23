-- A customer's end may lie ahead. From that moment its courses open nothing; the address still tells that the agreement has
-- ended, and its administrators reach what they are to take with them. Only these pieces of app.enter are changed.
do $do$
declare
  body  text := pg_get_functiondef('app.enter(bytea, text, text)'::regprocedure);
  before text;
  pair  text[];
begin
  foreach pair slice 1 in array array[
    ['slug = customer_slug and ended_at is null', 'slug = customer_slug'],
    ['coalesce(place.id::text, '''')', 'case when place.id is null or place.ended_at <= app.now() then '''' else place.id::text end'],
    ['case when staff then place.id::text', 'case when staff and (place.ended_at is null or place.ended_at > app.now()) then place.id::text'],
    ['''slug'', place.slug, ''name'', place.name)',
     '''slug'', place.slug, ''name'', place.name, ''endedAt'', case when place.ended_at <= app.now() then place.ended_at end)']
  ] loop
    before := body;
    body := replace(body, pair[1], pair[2]);
    if body = before then raise exception 'app.enter no longer says: %', pair[1]; end if;
  end loop;
  execute body;
end $do$;

-- Everything a customer owns, gathered when its administrator asks; the file is gone after a week.
create table customer_export (
  customer_id  uuid not null references customer,
  id           uuid not null default gen_random_uuid(),
  requested_by uuid references account on update cascade,
  client_id    uuid not null,
  requested_at timestamptz not null,
  parts_done   integer not null default 0,
  parts_total  integer not null default 0,
  finished_at  timestamptz,
  failed_at    timestamptz,
  bytes        bigint,
  sha256       bytea,
  expires_at   timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, client_id)
);
create index customer_export_requested_by on customer_export (requested_by) where requested_by is not null;
create index customer_export_expires_at on customer_export (expires_at);
call app.protect('customer_export', 'customer_id = app.staff_of()');
call app.allow_across('customer export');

-- What a person has asked to be left alone: all of it (Art. 18), or what is done for a legitimate interest (Art. 21).
create table restriction (
  account_id uuid not null references account on update cascade on delete cascade,
  id         uuid not null default app.uuid_v7(),
  kind       text not null check (kind in ('restriction', 'objection')),
  purpose    text,
  began_at   timestamptz not null default app.now(),
  ended_at   timestamptz,
  primary key (account_id, id),
  check ((kind = 'objection') = (purpose is not null))
);
create unique index restriction_in_force on restriction (account_id, kind, coalesce(purpose, '')) where ended_at is null;

call app.protect('restriction', $$ account_id = app.account_id() or current_setting('app.asks_restriction', true) = '1' $$);

-- Whether someone else's row may be read for the purpose in force. What is asked is only that; who it is stays unseen.
create function app.may_be_read(person uuid) returns boolean language plpgsql stable parallel restricted as $$
declare stands_against boolean;
begin
  perform set_config('app.asks_restriction', '1', true);
  stands_against := exists (select from restriction r where r.account_id = person and r.ended_at is null
    and (r.kind = 'restriction' or r.purpose = app.purpose_in_force()));
  perform set_config('app.asks_restriction', '', true);
  return not stands_against;
end $$;

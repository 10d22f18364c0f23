-- What a person was called before. Others may have written the old name; without this, erasure could
-- not take it out of their words. Kept by the database itself, so that no way of changing a name forgets it.
create table former_name (
  account_id  uuid not null references account on update cascade on delete cascade,
  id          uuid not null default app.uuid_v7(),
  given_name  text not null,
  family_name text not null,
  email       text,
  changed_at  timestamptz not null default app.now(),
  primary key (account_id, id)
);

call app.protect('former_name', 'account_id = app.account_id()');

create function app.keep_former_name() returns trigger language plpgsql as $$
begin
  insert into former_name (account_id, given_name, family_name, email)
    values (old.id, old.given_name, old.family_name, old.email);
  return null;
end $$;

create trigger keep_former_name after update of given_name, family_name, email on account
  for each row when ((old.given_name, old.family_name, old.email) is distinct from (new.given_name, new.family_name, new.email))
  execute function app.keep_former_name();

-- A text without anything this person is or was called.
create function app.without_mentions_of(body text, person uuid) returns text language plpgsql stable as $$
declare called record;
begin
  for called in
    select 0 as turn, given_name, family_name, email from account where id = person
    union select 1, given_name, family_name, email from former_name where account_id = person
    order by turn
  loop
    body := app.without_mentions(body, called.given_name, called.family_name, called.email);
  end loop;
  return body;
end $$;

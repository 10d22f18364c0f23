-- What students read and are judged by does not change under them. A version is filled while it is a
-- draft; once published, nothing in it is added, changed or taken away by anyone.
create function app.refuse_published_version() returns trigger language plpgsql as $$
begin
  if old.published_at is not null then
    raise exception 'A published course version is never changed.' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  -- Its content is shown from the same moment.
  if new.published_at is not null then
    update course_page set published = true where customer_id = new.customer_id and version_id = new.id;
    update question    set published = true where customer_id = new.customer_id and version_id = new.id;
    update final_test  set published = true where customer_id = new.customer_id and version_id = new.id;
  end if;
  return new;
end $$;

-- The version's row is held, so that nothing slips in while it is being published.
create function app.refuse_published_content() returns trigger language plpgsql as $$
declare
  touched uuid[] := array[case when tg_op <> 'INSERT' then old.version_id end, case when tg_op <> 'DELETE' then new.version_id end];
  owner   uuid := case tg_op when 'DELETE' then old.customer_id else new.customer_id end;
  found_at timestamptz;
begin
  for found_at in select v.published_at from course_version v where v.customer_id = owner and v.id = any (touched) for share loop
    if found_at is not null then
      raise exception 'A published course version is never changed.' using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
  return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger published_is_final before update or delete on course_version
  for each row execute function app.refuse_published_version();
create trigger published_is_final before insert or update or delete on course_page
  for each row execute function app.refuse_published_content();
create trigger published_is_final before insert or update or delete on question
  for each row execute function app.refuse_published_content();
create trigger published_is_final before insert or update or delete on final_test
  for each row execute function app.refuse_published_content();

-- Nobody learns from a draft.
create function app.refuse_draft() returns trigger language plpgsql as $$
begin
  if not exists (select from course_version v
      where v.customer_id = new.customer_id and v.id = new.version_id and v.published_at is not null) then
    raise exception 'An enrolment is on a published course version.' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger published_only before insert or update of version_id on enrolment
  for each row execute function app.refuse_draft();

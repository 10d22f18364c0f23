-- Reading a thread is a reason to mark its notification as read. That is done in the transaction of what was read and for the
-- purpose that notifications are held for, so that they are read for no other.
create function app.mark_notified(person uuid, of_event text, of_customer uuid, of_course uuid) returns void
  language plpgsql
  as $$
declare
  was text := coalesce(current_setting('app.purpose', true), '');
begin
  perform set_config('app.purpose', 'inform', true);
  update notification set read_at = app.now(), mail_due_at = null
    where account_id = person and read_at is null and event = of_event and customer_id = of_customer and course_id = of_course;
  perform set_config('app.purpose', was, true);
end $$;

-- Which terms hold for someone follows from when they opened their account, which is read for knowing them and for nothing else.
create function app.terms_in_force(person uuid) returns integer
  language plpgsql
  as $$
declare
  was     text := coalesce(current_setting('app.purpose', true), '');
  version integer;
begin
  perform set_config('app.purpose', 'identify-user', true);
  version := app.terms_for(person);
  perform set_config('app.purpose', was, true);
  return version;
end $$;

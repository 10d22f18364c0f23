-- A look at others' data as one statement whose plan a connection keeps (661): the row of the log and one for each person seen. It runs as
-- whoever looks, under the same rules as the statements had.
create function app.record_look(look uuid, seen_at timestamptz, actor uuid, customer uuid, why text, where_it_was text, columns text[],
  kept_until timestamptz, subjects uuid[]) returns void
language plpgsql as $$
begin
  insert into access_log (id, at, actor_id, customer_id, purpose, room, fields, due_at)
    values (look, seen_at, actor, customer, why, where_it_was, columns, kept_until);
  insert into access_log_subject (log_id, account_id) select look, subject from unnest(subjects) subject;
end $$;

alter function app.record_look(uuid, timestamptz, uuid, uuid, text, text, text[], timestamptz, uuid[]) set plan_cache_mode = force_generic_plan;
alter function app.link_look(access_log) set plan_cache_mode = force_generic_plan;

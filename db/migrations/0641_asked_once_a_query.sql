-- What a long list asked for each of its rows is asked once a query: whose processing stands still, and whether all are in reach.

-- Whose rows a restriction or an objection takes out of reach now; null when they are too many to compare each row with,
-- and app.may_be_read is asked for each. Read by the rules of restriction alone, which tell whether and never who.
create function app.set_aside() returns uuid[] language plpgsql stable parallel restricted as $$
declare
  at_most constant integer := 100;
  people uuid[];
begin
  perform set_config('app.asks_restriction', '1', true);
  people := array(select r.account_id from restriction r
    where r.ended_at is null and (r.kind = 'restriction' or r.purpose = app.purpose_in_force()) limit at_most + 1);
  perform set_config('app.asks_restriction', '', true);
  return case when cardinality(people) <= at_most then people end;
end $$;

create function app.reaches_all() returns boolean language plpgsql stable as $$
begin
  if app.staff_of() is null then return true; end if;
  if coalesce(current_setting('app.reach_of', true), '') <> concat(app.account_id(), ' ', app.staff_of()) then perform app.find_reach(); end if;
  return current_setting('app.reach') = 'all';
end $$;

create or replace function app.in_reach(person uuid, of_course uuid) returns boolean language plpgsql stable as $$
begin
  if person = app.account_id() or app.reaches_all() then return true; end if;
  return coalesce(person = any(current_setting('app.reach_people')::uuid[]), false)
    or coalesce(of_course = any(current_setting('app.reach_courses')::uuid[]), false);
end $$;

alter policy in_reach on enrolment using ((select app.reaches_all()) or app.in_reach(account_id, course_id));
alter policy in_reach on account using ((select app.reaches_all()) or app.person_in_reach(id));

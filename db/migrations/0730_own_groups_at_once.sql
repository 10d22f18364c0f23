-- The reader's own groups in a course and who is in them, once for a list: to narrow it by, and to say of each student whether the reader
-- teaches a group of theirs. As app.in_own_group, for all at once.
create function app.own_group_people(of_customer uuid, of_course uuid) returns table (group_id uuid, name text, account_id uuid)
language plpgsql as $$
#variable_conflict use_column
declare
  was text := coalesce(current_setting('app.purpose', true), '');
begin
  if of_customer is distinct from app.staff_of() then return; end if;
  perform set_config('app.purpose', 'administer-customer', true);
  return query select g.id, g.name, m.account_id from group_teacher t
    join student_group g on g.customer_id = t.customer_id and g.id = t.group_id and g.ended_at is null
    join student_group_course c on c.customer_id = t.customer_id and c.group_id = t.group_id and c.course_id = of_course
    left join student_group_member m on m.customer_id = t.customer_id and m.group_id = t.group_id
    where t.customer_id = of_customer and t.account_id = app.account_id() and (t.ends_at is null or t.ends_at > app.now());
  perform set_config('app.purpose', was, true);
end $$;

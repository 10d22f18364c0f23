-- When a customer's time to fetch what it owns is over, all of it goes: the one case in which published content is deleted.
create function app.is_due(of_customer uuid) returns boolean language sql stable
  return coalesce(app.purpose() = 'retention', false) and app.across_customers()
    and exists (select from customer c where c.id = of_customer and c.due_at <= app.now());

do $do$
declare
  name text;
  body text;
begin
  foreach name in array array['app.refuse_published_version()', 'app.refuse_published_content()'] loop
    body := pg_get_functiondef(name::regprocedure);
    execute regexp_replace(body, '\mbegin\M', E'begin\n  if tg_op = ''DELETE'' and app.is_due(old.customer_id) then return old; end if;');
  end loop;
end $do$;

-- The record of who changed what is seen is never taken away, but for this.
grant delete on visibility_change to kursiv_runtime;
create policy only_when_due on visibility_change as restrictive for delete using (app.is_due(customer_id));

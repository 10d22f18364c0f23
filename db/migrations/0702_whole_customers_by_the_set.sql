-- People set aside are a set now (0700): a customer is whole when none of its people is in it.
create or replace function app.whole_customer() returns uuid language plpgsql stable parallel restricted as $$
declare
  place    uuid := app.staff_of();
  reason   text := coalesce(current_setting('app.across_customers', true), '');
  is_whole boolean;
begin
  if place is null or place is distinct from app.customer_id() or not app.reaches_all() then return null; end if;
  perform set_config('app.across_customers', 'seats', true);
  is_whole := not exists (select from app.people_set_aside() as aside join enrolment e on e.customer_id = place and e.account_id = aside);
  perform set_config('app.across_customers', reason, true);
  return case when is_whole then place end;
end $$;

-- A key is made, handed out, redeemed. `order_digest` tells which press of a button made it: keyed,
-- and of a random id that only the page with the button held.
alter table course_key add column handed_out_at timestamptz;
alter table course_key add column order_digest bytea;
create index course_key_batch on course_key (customer_id, batch_id, id);
create index course_key_order on course_key (customer_id, order_digest) where order_digest is not null;
create index key_batch_created on key_batch (customer_id, created_at, id);

-- The accounts of those whom keys are bound to, so that a look at the keys is recorded for them also
-- when the looker may not see that they have an account. Only keys that the looker sees are asked for.
create function app.accounts_of_keys(keys uuid[]) returns setof uuid
  language plpgsql as $$
declare
  addresses text[];
  reason    text := coalesce(current_setting('app.across_customers', true), '');
begin
  select array_agg(k.bound_email) into addresses from course_key k where k.id = any(keys) and k.bound_email is not null;
  perform set_config('app.across_customers', 'key redemption', true);
  return query select a.id from account a where a.email = any(addresses);
  perform set_config('app.across_customers', reason, true);
end $$;

-- Art. 16 for whoever has no account: the officer has what stands about an address corrected, wherever it stands.
call app.allow_across('rectification');

drop policy only_to_oneself on address_look;
create policy only_to_oneself on address_look as restrictive for update using (true)
  with check (account_id = app.account_id() or current_setting('app.across_customers', true) in ('erasure', 'rectification'));

-- The looks at a key follow it to the address that it should have been for.
create function app.move_looks_at_key() returns trigger language plpgsql as $$
begin
  update address_look set address = new.bound_email where customer_id = new.customer_id and key_id = new.id;
  return null;
end $$;
create trigger move_looks after update of bound_email on course_key for each row
  when (old.bound_email <> new.bound_email) execute function app.move_looks_at_key();

-- Why a transaction reads: what reaches across customers does so for its reason, all else for its purpose.
create function app.purpose_in_force() returns text language sql stable parallel safe
  return coalesce(nullif(current_setting('app.across_customers', true), ''), nullif(current_setting('app.purpose', true), ''), 'none');

-- A read that the data map does not allow fails, and says so: an empty answer would look like there being nothing (N-28).
-- The rules that call this follow from the map and stand in db/rules.sql.
create function app.refuse_purpose(of_table text) returns boolean language plpgsql stable as $$
begin
  raise exception 'The data map does not allow % to be read for "%".', of_table, app.purpose_in_force()
    using errcode = 'insufficient_privilege',
      hint = 'Say another purpose in the transaction, or give the table this purpose in data-map and run npm run generate.';
end $$;

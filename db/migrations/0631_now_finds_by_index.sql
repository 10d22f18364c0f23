-- `column <= app.now()` found no index under row-level security: PostgreSQL takes a COALESCE that is written into a condition for one
-- that might leak rows (contain_leaked_vars knows CASE and not COALESCE), and checks such a condition row by row, after the policies.
-- The sweep, its list of what is due and the proofs read every row there is to find that none is due. The same value as before.
create or replace function app.now() returns timestamptz
  language sql stable parallel safe
  return case when current_setting('app.now', true) <> '' then current_setting('app.now', true)::timestamptz else now() end;

-- Notes, bookmarks and reflections are read by nobody but their student. Their rules held the enrolment behind them, and with it all of its
-- rules, in every statement that names them: on a course page three times, ready to be asked of rows that mostly are not there. The
-- same question is a function now, asked when there is a row; that the enrolment was found, by whom and for which purpose, is kept until another
-- is asked for or the transaction ends (as app.reaches_thread, 0690).
create function app.owns_enrolment(of_customer uuid, of_enrolment uuid) returns boolean language plpgsql stable cost 1000 as $$
declare asked text := concat_ws(' ', of_customer, of_enrolment, app.account_id(), app.purpose_in_force());
begin
  if current_setting('app.enrolment_owned', true) = asked then return true; end if;
  if not exists (select from enrolment e
    where e.customer_id = of_customer and e.id = of_enrolment and e.account_id = app.account_id()) then return false; end if;
  perform set_config('app.enrolment_owned', asked, true);
  return true;
end $$;

do $$
declare of_own text;
begin
  foreach of_own in array array['note', 'bookmark', 'reflection'] loop
    execute format('alter policy scope on %I using (app.across_customers()
      or (customer_id = app.customer_id() and app.owns_enrolment(customer_id, enrolment_id)))', of_own);
  end loop;
end $$;

-- Who looks after customers is a question to a table, and was asked for each customer that anyone reads. Only those who manage are asked now.
alter policy running on customer using (app.purpose() = 'administer-customer' and app.runs_customers());

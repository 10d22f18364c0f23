-- The list of cases is read in its order, however many cases there are. Under row-level security only comparisons that leak
-- nothing enter an index, which app.inbox_rank (a difference of times, a COALESCE) was not; and `(kind = 'dpo') = false` is
-- rewritten to `kind <> 'dpo'`, which is no column of any index. Those who wait and the rest are two lists now, each in its own order.
create function app.desk_of(kind text) returns text language sql immutable parallel safe
  return case when kind = 'dpo' then 'dpo' else 'support' end;
create function app.case_target(target_at timestamptz, waiting_since timestamptz) returns timestamptz language sql immutable parallel safe
  return case when target_at is not null then target_at else waiting_since end;

drop index enquiry_inbox;
drop function app.inbox_rank(timestamptz, timestamptz, timestamptz);
create index enquiry_waiting on enquiry (app.desk_of(kind), app.case_target(target_at, waiting_since), id) where waiting_since is not null;
create index enquiry_answered on enquiry (app.desk_of(kind), last_sent_at desc, id desc) where waiting_since is null;
-- Among all that is solved, the few that wait for the person.
create index enquiry_not_closed on enquiry (app.desk_of(kind), last_sent_at desc, id desc) where waiting_since is null and closed_at is null;

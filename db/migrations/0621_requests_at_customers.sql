-- N-42: a customer is reminded of what it has been handed, and how far that has gone. N-43: the receipt of what it had erased.
alter table customer_request
  add column reminded   smallint not null default 0 check (reminded between 0 and 3),
  add column erasure_id uuid;
create index customer_request_waiting on customer_request (answer_by) where state in ('open', 'extended');

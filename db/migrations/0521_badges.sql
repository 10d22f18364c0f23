-- Where a certificate stands in its customer's public status list: a random place, given when its badge is first taken out.
-- The place says nothing without the badge that names it.
alter table certificate add column status_index integer check (status_index >= 0);
create unique index certificate_status_index on certificate (customer_id, status_index) where status_index is not null;

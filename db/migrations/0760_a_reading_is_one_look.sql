-- N-60: a file that is fetched in pieces is one look. The last look that was noted for it, without a foreign key: a look that has gone from
-- the log is a look to note again.
alter table customer_export add column look_id uuid;

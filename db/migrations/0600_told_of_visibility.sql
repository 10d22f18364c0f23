-- When a customer shows more of its students than before, the students are told. One notice gathers what is ticked until it
-- is sent; it holds roles and kinds of data, and nobody's name.
create table visibility_notice (
  customer_id uuid not null references customer,
  id          uuid not null default gen_random_uuid(),
  -- Since when more is shown, and when the students had all been told.
  began_at    timestamptz not null default app.now(),
  ended_at    timestamptz,
  primary key (customer_id, id)
);
create unique index visibility_notice_open on visibility_notice (customer_id) where ended_at is null;
create index visibility_notice_began_at on visibility_notice (customer_id, began_at);
call app.protect('visibility_notice', 'customer_id = app.customer_id()');

create table visibility_notice_cell (
  customer_id uuid not null,
  notice_id   uuid not null,
  role        text not null,
  relation    text not null,
  field       text not null,
  primary key (customer_id, notice_id, role, relation, field),
  foreign key (customer_id, notice_id) references visibility_notice,
  foreign key (customer_id, role, relation, field) references visibility (customer_id, role, relation, field)
);
create index visibility_notice_cell_visibility on visibility_notice_cell (customer_id, role, relation, field);
call app.protect('visibility_notice_cell', 'customer_id = app.customer_id()');

-- Mail that came back after a server had taken it (RFC 3464). How often a mail has, and what is known of an address.
alter table mail add column bounces integer not null default 0;

create table bounced_address (
  address    text primary key check (address = lower(address) and length(address) <= 254),
  bounces    integer not null,
  status     text not null check (length(status) <= 20),
  bounced_at timestamptz not null,
  stopped_at timestamptz,
  due_at     timestamptz not null
);
create index bounced_address_due_at on bounced_address (due_at);

-- The desk sees it where it answers someone.
call app.protect('bounced_address', 'app.at_desk()');

alter table inbound_mail drop constraint inbound_mail_reply_kind_check;
alter table inbound_mail add constraint inbound_mail_reply_kind_check check (reply_kind in ('case', 'correspondence', 'bounce'));

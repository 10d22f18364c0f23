-- An invoice says who sold as it was then: a company that moves does not change what it has sent (BFL 5:5).
alter table voucher add column seller jsonb not null default '{}' check (jsonb_typeof(seller) = 'object');

-- The public halves of the keys that receipts and badges have been signed with: after a change of SECRET the earlier ones still verify.
create table signing_key (
  use        text not null check (use in ('receipt', 'badge')),
  public_key text not null,
  since      timestamptz not null default app.now(),
  primary key (use, public_key)
);
call app.protect('signing_key', 'true');

-- Links to one's purchases are asked for by address, and the same happens whether or not there are any (N-41).
alter table challenge drop constraint challenge_kind_check;
alter table challenge add constraint challenge_kind_check check (kind in
  ('reset-password', 'change-email', 'redeem-key', 'second-factor', 'passkey', 'remove-enquiries', 'find-purchases'));

-- From here on backups have the format that forgets what a customer has had erased about someone (docs/decisions/650). What was written
-- before is gone when the oldest backup is: until then the receipts say so, and ran_at of this migration tells when.
comment on column migration.ran_at is 'When it ran here. That of 0650 tells until when there may be backups of an older format.';

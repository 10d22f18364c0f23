-- More texts are made from the data map and kept version by version. Which kinds there are is told by
-- the program that makes them.
alter table document_version drop constraint document_version_kind_check;
alter table document_version add constraint document_version_kind_check check (kind ~ '^[a-z]+(-[a-z]+)*$');
create index document_version_in_force on document_version (kind, in_force_at desc);

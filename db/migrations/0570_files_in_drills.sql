-- How many files a restore drill opened.
alter table restore_drill add column file_count bigint not null default 0;

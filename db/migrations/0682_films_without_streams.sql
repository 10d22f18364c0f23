-- Films that were uploaded before long ones got a stream are given one, one at a time. When it was last tried and nothing came of
-- it (the file is broken, the program is not there) says that others come first.
alter table file add column stream_tried_at timestamptz;
create index file_film on file (stream_tried_at nulls first, created_at, id) where kind = 'film' and state = 'ready';

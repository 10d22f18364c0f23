-- The catalogue is read a page at a time in the order of its titles: what a page costs does not grow with the courses there are.
create index course_catalogue on course (title collate "sv-x-icu", customer_id, id) where listed_at is not null;
drop index course_listed;

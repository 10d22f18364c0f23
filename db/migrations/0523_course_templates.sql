-- A course that is kept only to begin others from: it has a draft, and is never published.
alter table course add column is_template boolean not null default false;
create index course_templates on course (customer_id) where is_template;

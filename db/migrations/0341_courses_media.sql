-- A file belongs to a course. A picture's other widths, a film's captions and its poster belong to the file they are of.
alter table file
  add column course_id  uuid,
  add column of_file_id uuid,
  add column kind       text not null default 'document'
    check (kind in ('image', 'film', 'sound', 'document', 'width', 'captions', 'poster')),
  add column state      text not null default 'ready' check (state in ('ready', 'waiting', 'failed')),
  add column progress   integer not null default 0 check (progress between 0 and 100),
  add column width      integer check (width > 0),
  add column height     integer check (height > 0),
  add column seconds    integer check (seconds > 0),
  add column language   text check (language in ('sv', 'en')),
  add foreign key (customer_id, course_id) references course,
  add foreign key (customer_id, of_file_id) references file on delete cascade;
create index file_course on file (customer_id, course_id, created_at desc, id) where of_file_id is null;
create index file_of on file (customer_id, of_file_id) where of_file_id is not null;

-- The intro films there are already.
update file f set course_id = i.course_id, kind = 'film' from film i where i.customer_id = f.customer_id and i.file_id = f.id;
update file f set course_id = i.course_id, kind = 'poster', of_file_id = i.file_id from film i
  where i.customer_id = f.customer_id and i.poster_file_id = f.id;
update file f set course_id = i.course_id, kind = 'captions', of_file_id = i.file_id, language = t.language
  from film_text t join film i on i.customer_id = t.customer_id and i.course_id = t.course_id
  where t.customer_id = f.customer_id and t.caption_file_id = f.id;

-- Captions may come before the words as text, and a film of one's own may have no picture of its own.
alter table film alter column poster_file_id drop not null;

-- Which files a page shows: who may see the page may see them.
create table page_file (
  customer_id uuid not null,
  page_id     uuid not null,
  file_id     uuid not null,
  primary key (customer_id, page_id, file_id),
  foreign key (customer_id, page_id) references course_page on delete cascade,
  foreign key (customer_id, file_id) references file
);
create index page_file_file on page_file (customer_id, file_id);
call app.protect('page_file', 'customer_id = app.customer_id()');

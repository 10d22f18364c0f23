-- A long film also in widths for slow lines (HLS, RFC 8216): the playlist that lists them, and each width's playlist and film.
alter table file drop constraint file_kind_check;
alter table file add constraint file_kind_check
  check (kind in ('image', 'film', 'sound', 'document', 'width', 'captions', 'poster', 'stream', 'stream-part'));
-- A job that runs twice makes one.
create unique index file_stream on file (customer_id, of_file_id) where kind = 'stream';

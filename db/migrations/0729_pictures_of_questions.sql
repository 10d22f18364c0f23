-- A picture that a question asks about is in use, as one that a page shows is; and it is looked for by the file.
create index question_of_picture on question (customer_id, (body ->> 'file')) where kind = 'hotspot';

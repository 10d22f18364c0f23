/** What a person gets to see of the made-up map. */
export const expected = [
  {
    table: 'account',
    count: 'select count(*) as rows from account t where (t.id = any($1::uuid[]))',
    page: "select jsonb_build_array(t.id) as key, jsonb_build_object('id', t.id, 'email', t.email, 'name', t.name) as row from account t where (t.id = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.account, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3",
  },
  {
    table: 'thread',
    count: 'select count(*) as rows from thread t where (t.account_id = any($1::uuid[]))',
    page: "select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('course_id', (select named.title from course named where named.customer_id = t.customer_id and named.id = t.course_id), 'account_id', case when t.account_id = any($1::uuid[]) then 'you' else 'someone else' end, 'begun_at', t.begun_at) as row from thread t where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.thread, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3",
  },
  {
    table: 'message',
    count:
      'select count(*) as rows from message t where (t.customer_id, t.id) in (select t.customer_id, t.id from message t where (t.customer_id, t.thread_id) in (select t.customer_id, t.id from thread t where t.account_id = any($1::uuid[])) union select t.customer_id, t.id from message t where t.author_id = any($1::uuid[]) and (t.signed))',
    page: "select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('thread_id', t.thread_id, 'author_id', case when t.author_id = any($1::uuid[]) then 'you' else 'someone else' end, 'body', t.body) as row from message t where (t.customer_id, t.id) in ((select t.customer_id, t.id from message t where ((t.customer_id, t.thread_id) in (select t.customer_id, t.id from thread t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.message, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3) union (select t.customer_id, t.id from message t where (t.author_id = any($1::uuid[]) and (t.signed)) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.message, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3)) order by t.customer_id, t.id limit $3",
  },
  {
    table: 'paper',
    count:
      'select count(*) as rows from paper t where ((t.customer_id, t.thread_id) in (select t.customer_id, t.id from thread t where t.account_id = any($1::uuid[])))',
    page: "select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('thread_id', t.thread_id, 'author_id', case when t.author_id = any($1::uuid[]) then 'you' else 'someone else' end, 'content_key', t.content_key) as row, jsonb_build_object('key', t.customer_id || '/' || t.id, 'contentKey', encode(t.content_key, 'hex')) as file from paper t where ((t.customer_id, t.thread_id) in (select t.customer_id, t.id from thread t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.paper, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3",
  },
  {
    table: 'letter',
    count: 'select count(*) as rows from letter t where (t.address = any($2::text[]))',
    page: "select jsonb_build_array(t.id) as key, jsonb_build_object('id', t.id, 'address', t.address) as row from letter t where (t.address = any($2::text[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.letter, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3",
  },
  {
    table: 'letter_part',
    count:
      'select count(*) as rows from letter_part t where ((t.letter_id) in (select t.id from letter t where t.address = any($2::text[])))',
    page: "select jsonb_build_array(t.id) as key, jsonb_build_object('id', t.id, 'letter_id', t.letter_id) as row from letter_part t where ((t.letter_id) in (select t.id from letter t where t.address = any($2::text[]))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.letter_part, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3",
  },
  {
    table: 'lead',
    count:
      'select count(*) as rows from lead t where (t.id) in (select t.id from lead t where t.address = any($2::text[]) union select t.id from lead t where t.seller_id = any($1::uuid[]))',
    page: "select jsonb_build_array(t.id) as key, jsonb_build_object('id', t.id, 'address', t.address, 'name', t.name, 'note', t.note, 'seller_id', case when t.seller_id = any($1::uuid[]) then 'you' else 'someone else' end) as row from lead t where (t.id) in ((select t.id from lead t where (t.address = any($2::text[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.lead, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from lead t where (t.seller_id = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.lead, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3)) order by t.id limit $3",
  },
  {
    table: 'invitation',
    count:
      'select count(*) as rows from invitation t where (t.id in (select t.invitation_id from invitation_use t where t.account_id = any($1::uuid[]) and (t.counted)))',
    page: "select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('id', t.id) as row from invitation t where (t.id in (select t.invitation_id from invitation_use t where t.account_id = any($1::uuid[]) and (t.counted))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.invitation, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3",
  },
  {
    table: 'invitation_use',
    count: 'select count(*) as rows from invitation_use t where (t.account_id = any($1::uuid[]) and (t.counted))',
    page: "select jsonb_build_array(t.customer_id, t.invitation_id, t.account_id) as key, jsonb_build_object('invitation_id', t.invitation_id, 'account_id', (select named.name from account named where named.id = t.account_id)) as row from invitation_use t where (t.account_id = any($1::uuid[]) and (t.counted)) and ($4::jsonb is null or (t.customer_id, t.invitation_id, t.account_id) > (select g.customer_id, g.invitation_id, g.account_id from jsonb_populate_record(null::public.invitation_use, jsonb_build_object('customer_id', $4::jsonb -> 0, 'invitation_id', $4::jsonb -> 1, 'account_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.invitation_id, t.account_id limit $3",
  },
  {
    table: 'role',
    count: 'select count(*) as rows from role t where (t.account_id = any($1::uuid[]))',
    page: "select jsonb_build_array(t.account_id) as key, jsonb_build_object('account_id', (select named.name from account named where named.id = t.account_id)) as row from role t where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.account_id) > (select g.account_id from jsonb_populate_record(null::public.role, jsonb_build_object('account_id', $4::jsonb -> 0)) g)) order by t.account_id limit $3",
  },
];

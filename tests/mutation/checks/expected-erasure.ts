/** What erasing a set of people does to the made-up map, statement by statement. tests/engine shows that PostgreSQL does as they say. */
export const expected = {
  pseudonymsNeeded:
    'select t.account_id as account_id, t.customer_id as customer_id from thread t where t.account_id = any($1::uuid[]) union select t.author_id as account_id, t.customer_id as customer_id from message t where t.author_id = any($1::uuid[]) union select t.seller_id as account_id, null::uuid as customer_id from lead t where t.seller_id = any($1::uuid[])',
  files:
    "select 'attachments' as store, t.customer_id || '/' || t.id as key from paper t where (t.customer_id, t.thread_id) in (select t.customer_id, t.id from thread t where t.account_id = any($1::uuid[]))",
  locks: ['select from thread t where t.account_id = any($1::uuid[]) for update'],
  steps: [
    {
      table: 'message',
      does: 'anonymised',
      sql: "update message t set id = gen_random_uuid(), body = '' where (t.customer_id, t.thread_id) in (select t.customer_id, t.id from thread t where t.account_id = any($1::uuid[]))",
    },
    {
      table: 'message',
      does: 'taken out',
      sql: 'with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update message t set author_id = m.pseudonym_id, body = app.without(t.body, person.mentions) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.author_id = any($1::uuid[]) and (t.signed) and t.author_id = person.id and (t.signed) and t.author_id = m.account_id and t.customer_id is not distinct from m.customer_id',
    },
    {
      table: 'paper',
      does: 'deleted',
      sql: 'delete from paper t where (t.customer_id, t.thread_id) in (select t.customer_id, t.id from thread t where t.account_id = any($1::uuid[]))',
    },
    {
      table: 'thread',
      does: 'anonymised',
      sql: "update thread t set account_id = m.pseudonym_id, id = gen_random_uuid(), begun_at = date_trunc('day', t.begun_at) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id) where t.account_id = any($1::uuid[]) and t.account_id = m.account_id and t.customer_id is not distinct from m.customer_id",
    },
    {
      table: 'lead',
      does: 'anonymised',
      sql: "update lead t set address = null, name = '–', note = '' where t.address = any($2::text[])",
    },
    {
      table: 'lead',
      does: 'taken out',
      sql: 'with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update lead t set seller_id = m.pseudonym_id, note = app.without(t.note, person.mentions) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.seller_id = any($1::uuid[]) and t.seller_id = person.id and t.seller_id = m.account_id and m.customer_id is null',
    },
    {
      table: 'invitation_use',
      does: 'deleted',
      sql: 'delete from invitation_use t where t.account_id = any($1::uuid[]) and (t.counted)',
    },
    {
      table: 'role',
      does: 'deleted',
      sql: 'delete from role t where t.account_id = any($1::uuid[])',
    },
    {
      table: 'account',
      does: 'deleted',
      sql: 'delete from account t where t.id = any($1::uuid[])',
    },
    {
      table: 'letter_part',
      does: 'deleted',
      sql: 'delete from letter_part t where (t.letter_id) in (select t.id from letter t where t.address = any($2::text[]))',
    },
    {
      table: 'letter',
      does: 'deleted',
      sql: 'delete from letter t where t.address = any($2::text[])',
    },
    {
      table: 'invitation',
      does: 'deleted',
      sql: 'delete from invitation t where t.id in (select t.invitation_id from invitation_use t where t.account_id = any($1::uuid[]) and (t.counted))',
    },
  ],
};

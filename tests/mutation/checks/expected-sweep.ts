/** What the sweep does to the made-up map. */
export const expected = [
  {
    table: 'letter',
    does: 'deleted',
    due: 'select count(*) as rows, min(t.due_at) as oldest from letter t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true',
    find: 'select count(*) as rows, extract(epoch from max(due) - min(due))::float8 as seconds, (max(due) + make_interval(secs => $3::float8))::text as until from (select t.due_at as due from letter t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true and t.due_at > $1::timestamptz order by t.due_at limit $2::int) found',
    sql: 'delete from letter t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true and t.due_at > $1::timestamptz and t.due_at <= $2::timestamptz',
  },
  {
    table: 'lead',
    does: 'anonymised',
    due: 'select count(*) as rows, min(t.due_at) as oldest from lead t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true and address is not null',
    find: 'select count(*) as rows, extract(epoch from max(due) - min(due))::float8 as seconds, (max(due) + make_interval(secs => $3::float8))::text as until from (select t.due_at as due from lead t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true and address is not null and t.due_at > $1::timestamptz order by t.due_at limit $2::int) found',
    sql: "update lead t set address = null, name = '–' where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true and address is not null and t.due_at > $1::timestamptz and t.due_at <= $2::timestamptz",
  },
  {
    table: 'lock',
    does: 'deleted',
    due: 'select count(*) as rows, min(t.due_at) as oldest from lock t where t.due_at <= app.now()',
    find: 'select count(*) as rows, extract(epoch from max(due) - min(due))::float8 as seconds, (max(due) + make_interval(secs => $3::float8))::text as until from (select t.due_at as due from lock t where t.due_at <= app.now() and t.due_at > $1::timestamptz order by t.due_at limit $2::int) found',
    sql: 'delete from lock t where t.due_at <= app.now() and t.due_at > $1::timestamptz and t.due_at <= $2::timestamptz',
  },
];

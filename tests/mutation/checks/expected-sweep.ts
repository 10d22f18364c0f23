/** What the sweep does to the made-up map, seven rows at a time. */
export const expected = [
  {
    table: 'letter',
    does: 'deleted',
    due: 'select count(*) as rows, min(t.due_at) as oldest from letter t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true',
    sql: 'with gone as (delete from letter t where t.ctid = any(array(select t.ctid from letter t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true and t.due_at >= $1::timestamptz order by t.due_at limit 7)) and t.due_at <= app.now() returning t.due_at as due) select count(*) as rows, max(due) as reached from gone',
  },
  {
    table: 'lead',
    does: 'anonymised',
    due: 'select count(*) as rows, min(t.due_at) as oldest from lead t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true and address is not null',
    sql: "with gone as (update lead t set address = null, name = '–' where t.ctid = any(array(select t.ctid from lead t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true and address is not null and t.due_at >= $1::timestamptz order by t.due_at limit 7)) and t.due_at <= app.now() returning t.due_at as due) select count(*) as rows, max(due) as reached from gone",
  },
  {
    table: 'lock',
    does: 'deleted',
    due: 'select count(*) as rows, min(t.due_at) as oldest from lock t where t.due_at <= app.now()',
    sql: 'with gone as (delete from lock t where t.ctid = any(array(select t.ctid from lock t where t.due_at <= app.now() and t.due_at >= $1::timestamptz order by t.due_at limit 7)) and t.due_at <= app.now() returning t.due_at as due) select count(*) as rows, max(due) as reached from gone',
  },
];

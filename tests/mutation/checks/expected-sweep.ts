/** What the sweep does to the made-up map, seven rows at a time. */
export const expected = [
  {
    table: 'letter',
    does: 'deleted',
    due: 'select count(*) as rows, min(t.due_at) as oldest from letter t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true',
    sql: 'with found as materialized (select t.ctid as place, t.due_at as due from letter t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true and t.due_at >= $1::timestamptz order by t.due_at limit 7), gone as (delete from letter t where t.ctid = any(array(select place from found)) and t.due_at <= app.now() returning 1) select (select count(*) from gone) as rows, count(*) as found, max(due) as reached from found',
  },
  {
    table: 'lead',
    does: 'anonymised',
    due: 'select count(*) as rows, min(t.due_at) as oldest from lead t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true and address is not null',
    sql: "with found as materialized (select t.ctid as place, t.due_at as due from lead t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true and address is not null and t.due_at >= $1::timestamptz order by t.due_at limit 7), gone as (update lead t set address = null, name = '–' where t.ctid = any(array(select place from found)) and t.due_at <= app.now() returning 1) select (select count(*) from gone) as rows, count(*) as found, max(due) as reached from found",
  },
  {
    table: 'lock',
    does: 'deleted',
    due: 'select count(*) as rows, min(t.due_at) as oldest from lock t where t.due_at <= app.now()',
    sql: 'with found as materialized (select t.ctid as place, t.due_at as due from lock t where t.due_at <= app.now() and t.due_at >= $1::timestamptz order by t.due_at limit 7), gone as (delete from lock t where t.ctid = any(array(select place from found)) and t.due_at <= app.now() returning 1) select (select count(*) from gone) as rows, count(*) as found, max(due) as reached from found',
  },
];

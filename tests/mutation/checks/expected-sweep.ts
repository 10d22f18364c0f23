/** What the sweep does to the made-up map, seven rows at a time. */
export const expected = [
  {
    table: 'letter',
    does: 'deleted',
    due: 'select count(*) as rows, min(t.due_at) as oldest from letter t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true',
    sql: 'delete from letter where (id) in (select id from letter t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true limit 7)',
  },
  {
    table: 'lead',
    does: 'anonymised',
    due: 'select count(*) as rows, min(t.due_at) as oldest from lead t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true and address is not null',
    sql: "update lead set address = null, name = '–' where (id) in (select id from lead t where t.due_at <= app.now() and (t.address = any(array(select email from account where id = any((select app.held_people())::uuid[])))) is not true and address is not null limit 7)",
  },
  {
    table: 'lock',
    does: 'deleted',
    due: 'select count(*) as rows, min(t.due_at) as oldest from lock t where t.due_at <= app.now()',
    sql: 'delete from lock where (id) in (select id from lock t where t.due_at <= app.now() limit 7)',
  },
];

import type pg from 'pg';

/** Map 2 as text: every table with its columns, keys, indexes and row-level rules, as the live catalog tells it. */
export async function describeSchema(client: pg.Client): Promise<string> {
  const { rows: tables } = await client.query<{ name: string; forced: boolean }>(
    `select relname as name, relforcerowsecurity as forced from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`,
  );
  const parts = ['-- Generated from the migrations by db/generate.ts; a test fails when it differs. Do not edit.'];
  for (const { name, forced } of tables) parts.push(await describeTable(client, name, forced));
  const { rows: functions } = await client.query<{ text: string }>(
    `select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'app'::regnamespace order by proname`,
  );
  parts.push(...functions.map(({ text }) => `${text.trim()};`));
  return `${parts.join('\n\n')}\n`;
}

async function describeTable(client: pg.Client, table: string, forced: boolean): Promise<string> {
  const columns = await lines(
    client,
    `
    select format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
      coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    table,
  );
  const constraints = await lines(
    client,
    `
    select format('  constraint %s %s', conname, pg_get_constraintdef(oid)) as line
    from pg_constraint where conrelid = $1::regclass and contype <> 'n' order by contype desc, conname`,
    table,
  );
  const indexes = await lines(
    client,
    `
    select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i
    where i.indrelid = $1::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = i.indrelid and c.contype in ('p','u'))
    order by i.indexrelid::regclass::text`,
    table,
  );
  const policies = await lines(
    client,
    `
    select format('create policy %s on %s %sfor %s%s%s;', polname, polrelid::regclass, case when polpermissive then '' else 'as restrictive ' end,
      case polcmd when '*' then 'all' when 'a' then 'insert' when 'r' then 'select' when 'w' then 'update' else 'delete' end,
      coalesce(' using (' || app.rule_as_written(pg_get_expr(polqual, polrelid), said) || ')', ''),
      coalesce(' with check (' || app.rule_as_written(pg_get_expr(polwithcheck, polrelid), said) || ')', '')) as line
    from pg_policy, app.said_in_full() said where polrelid = $1::regclass order by polname`,
    table,
  );
  const grants = await lines(
    client,
    `
    select format('grant %s on %s to kursiv_runtime;', string_agg(lower(privilege_type), ', ' order by privilege_type), $1::text) as line
    from information_schema.role_table_grants where table_schema = 'public' and table_name = $1 and grantee = 'kursiv_runtime' having count(*) > 0`,
    table,
  );
  return [
    `create table ${table} (\n${[...columns, ...constraints].join(',\n')}\n);`,
    ...indexes,
    ...(forced ? [`alter table ${table} force row level security;`] : []),
    ...policies,
    ...grants,
  ].join('\n');
}

async function lines(client: pg.Client, text: string, table: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(text, [table]);
  return rows.map(({ line }) => line);
}

-- A rule says `app.account_id()` where it means a setting of the transaction. PostgreSQL took each such function apart anew for each
-- table of each query that it planned, and that was half of the planning. In force the rules say in full what these functions say;
-- written, read and compared they are by the functions' names.

create function app.in_one_line(rule text) returns text language sql immutable return trim(regexp_replace(rule, '\s+', ' ', 'g'));

-- The functions that only read settings: {call, what it says} of each. The longest first: one may say a part of what another does.
create function app.said_in_full() returns text[] language sql stable as $$
  select array_agg(array[format('app.%s()', proname), said] order by length(said) desc, proname)
  from pg_proc, lateral (select app.in_one_line(regexp_replace(pg_get_function_sqlbody(oid), '^RETURN ', '')) as said) s
  where pronamespace = 'app'::regnamespace and pronargs = 0 and prosqlbody is not null and provolatile = 's' and not prosecdef
    and said !~* '\mselect\M' and said !~ '\mapp\.\w+\(' and pg_get_function_sqlbody(oid) like 'RETURN %'
$$;

create function app.rule_in_full(rule text, functions text[]) returns text language plpgsql immutable as $$
declare f text[];
begin
  rule := app.in_one_line(rule);
  foreach f slice 1 in array functions loop rule := replace(rule, f[1], '(' || f[2] || ')'); end loop;
  return rule;
end $$;

create function app.rule_as_written(rule text, functions text[]) returns text language plpgsql immutable as $$
declare f text[];
begin
  rule := app.in_one_line(rule);
  foreach f slice 1 in array functions loop rule := replace(rule, f[2], f[1]); end loop;
  return rule;
end $$;

-- Called around migrations: those that are to come speak of the functions, and may change what one says.
create procedure app.write_rules(in_full boolean) language plpgsql as $$
declare
  functions text[] := app.said_in_full();
  rule      record;
begin
  for rule in
    select polname, polrelid::regclass as name, said.*, written.*
    from pg_policy join pg_class c on c.oid = polrelid and c.relnamespace = 'public'::regnamespace,
      lateral (select app.in_one_line(pg_get_expr(polqual, polrelid)) as lets, app.in_one_line(pg_get_expr(polwithcheck, polrelid)) as takes) said,
      lateral (select case when in_full then app.rule_in_full(lets, functions) else app.rule_as_written(lets, functions) end as now_lets,
        case when in_full then app.rule_in_full(takes, functions) else app.rule_as_written(takes, functions) end as now_takes) written
  loop
    continue when (rule.lets, rule.takes) is not distinct from (rule.now_lets, rule.now_takes);
    execute format('alter policy %I on %s', rule.polname, rule.name)
      || coalesce(' using (' || rule.now_lets || ')', '') || coalesce(' with check (' || rule.now_takes || ')', '');
  end loop;
end $$;

-- The reasons as one value: a list of values was made into one by every query.
do $$
declare reasons text;
begin
  select string_agg(format('"%s"', reason[1]), ',') into reasons
    from regexp_matches(regexp_replace(pg_get_function_sqlbody('app.across_customers()'::regprocedure), '^.*ARRAY\[|\].*$', '', 'g'), '''([^'']+)''', 'g') as reason;
  execute format($f$create or replace function app.across_customers() returns boolean language sql stable parallel safe
    return coalesce(current_setting('app.across_customers', true) = any (%L::text[]), false)$f$, '{' || reasons || '}');
end $$;

create or replace procedure app.allow_across(reason text) language plpgsql as $$
declare was text := pg_get_functiondef('app.across_customers()'::regprocedure);
begin
  execute replace(was, '}''::text[]', format(',"%s"}''::text[]', reason));
end $$;

/** How each table of the made-up map is read for a backup. */
export const expected = [
  {
    table: 'lock',
    held: undefined,
    repointed: [],
    renewed: [],
    followed: [],
    select:
      "select to_jsonb(t)::text as row, '{}'::text[] as roles, '{}'::text[] as people, '{}'::text[] as versions, null::text as customer from lock t",
  },
  {
    table: 'letter',
    held: undefined,
    repointed: [],
    renewed: [],
    followed: [],
    select:
      "select (to_jsonb(t) - '{_roles,_people}'::text[])::text as row, null::text as customer, t._roles as roles, t._people as people, array( select case when (t._roles[1] = any(_g._gone)) is true then null else (to_jsonb(t) - '{_roles,_people}'::text[] || jsonb_build_object())::text end from generate_series(1, (1 << cardinality(t._people)) - 1) _m(_mask), lateral (select array(select t._people[_i] from generate_subscripts(t._people, 1) _i where _mask & (1 << (_i - 1)) <> 0) as _gone) _g order by _mask) as versions from (select *, array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) as _people from (select t.*, array[coalesce(_j1.id::text, '@' || t.address)]::text[] as _roles from (select t.* from letter t) t left join account _j1 on _j1.email = t.address offset 0) t order by array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) nulls first) t",
  },
  {
    table: 'letter_part',
    held: undefined,
    repointed: [],
    renewed: [],
    followed: [],
    select:
      "select (to_jsonb(t) - '{_roles,_people}'::text[])::text as row, null::text as customer, t._roles as roles, t._people as people, array( select case when (t._roles[1] = any(_g._gone)) is true then null else (to_jsonb(t) - '{_roles,_people}'::text[] || jsonb_build_object())::text end from generate_series(1, (1 << cardinality(t._people)) - 1) _m(_mask), lateral (select array(select t._people[_i] from generate_subscripts(t._people, 1) _i where _mask & (1 << (_i - 1)) <> 0) as _gone) _g order by _mask) as versions from (select *, array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) as _people from (select t.*, array[coalesce(_j2.id::text, '@' || _j1.address)]::text[] as _roles from (select t.* from letter_part t) t left join letter _j1 on _j1.id = t.letter_id left join account _j2 on _j2.email = _j1.address offset 0) t order by array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) nulls first) t",
  },
  {
    table: 'course',
    held: 'customer',
    repointed: [],
    renewed: [],
    followed: [],
    select:
      "select to_jsonb(t)::text as row, '{}'::text[] as roles, '{}'::text[] as people, '{}'::text[] as versions, t.customer_id::text as customer from course t",
  },
  {
    table: 'account',
    held: undefined,
    repointed: [],
    renewed: [],
    followed: [],
    select:
      "select (to_jsonb(t) - '{_roles,_people}'::text[])::text as row, null::text as customer, t._roles as roles, t._people as people, array( select case when (t._roles[1] = any(_g._gone)) is true then null else (to_jsonb(t) - '{_roles,_people}'::text[] || jsonb_build_object())::text end from generate_series(1, (1 << cardinality(t._people)) - 1) _m(_mask), lateral (select array(select t._people[_i] from generate_subscripts(t._people, 1) _i where _mask & (1 << (_i - 1)) <> 0) as _gone) _g order by _mask) as versions from (select *, array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) as _people from (select t.*, array[_j1.id::text]::text[] as _roles from (select t.* from account t) t left join account _j1 on _j1.kind <> 'pseudonym' and _j1.id = t.id offset 0) t order by array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) nulls first) t",
  },
  {
    table: 'role',
    held: undefined,
    repointed: [],
    renewed: [],
    followed: [],
    select:
      "select (to_jsonb(t) - '{_roles,_people}'::text[])::text as row, null::text as customer, t._roles as roles, t._people as people, array( select case when (t._roles[1] = any(_g._gone)) is true then null else (to_jsonb(t) - '{_roles,_people}'::text[] || jsonb_build_object())::text end from generate_series(1, (1 << cardinality(t._people)) - 1) _m(_mask), lateral (select array(select t._people[_i] from generate_subscripts(t._people, 1) _i where _mask & (1 << (_i - 1)) <> 0) as _gone) _g order by _mask) as versions from (select *, array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) as _people from (select t.*, array[_j1.id::text]::text[] as _roles from (select t.* from role t) t left join account _j1 on _j1.kind <> 'pseudonym' and _j1.id = t.account_id offset 0) t order by array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) nulls first) t",
  },
  {
    table: 'lead',
    held: undefined,
    repointed: [
      {
        column: 'seller_id',
        roles: [2],
      },
    ],
    renewed: [],
    followed: [],
    select:
      "select (to_jsonb(t) - '{_roles,_people}'::text[])::text as row, null::text as customer, t._roles as roles, t._people as people, array( select case when false then null else (to_jsonb(t) - '{_roles,_people}'::text[] || jsonb_build_object('address', case when (t._roles[1] = any(_g._gone)) is true then null else t.address end, 'name', case when (t._roles[1] = any(_g._gone)) is true then '–' else t.name end, 'note', case when (t._roles[1] = any(_g._gone)) is true or (t._roles[2] = any(_g._gone)) is true then case when (t._roles[1] = any(_g._gone)) is true then '' else case when (t._roles[2] = any(_g._gone)) is true then app.without_mentions_of(t.note, t._roles[2]::uuid) else t.note end end else t.note end))::text end from generate_series(1, (1 << cardinality(t._people)) - 1) _m(_mask), lateral (select array(select t._people[_i] from generate_subscripts(t._people, 1) _i where _mask & (1 << (_i - 1)) <> 0) as _gone) _g order by _mask) as versions from (select *, array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) as _people from (select t.*, array[coalesce(_j1.id::text, '@' || t.address), _j2.id::text]::text[] as _roles from (select t.* from lead t) t left join account _j1 on _j1.email = t.address left join account _j2 on _j2.kind <> 'pseudonym' and _j2.id = t.seller_id offset 0) t order by array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) nulls first) t",
  },
  {
    table: 'thread',
    held: 'pair',
    repointed: [
      {
        column: 'account_id',
        roles: [1],
      },
    ],
    renewed: [
      {
        column: 'id',
        roles: [1],
      },
    ],
    followed: [],
    select:
      "select (to_jsonb(t) - '{_roles,_people}'::text[])::text as row, t.customer_id::text as customer, t._roles as roles, t._people as people, array( select case when false then null else (to_jsonb(t) - '{_roles,_people}'::text[] || jsonb_build_object('begun_at', case when (t._roles[1] = any(_g._gone)) is true then date_trunc('day', t.begun_at) else t.begun_at end))::text end from generate_series(1, (1 << cardinality(t._people)) - 1) _m(_mask), lateral (select array(select t._people[_i] from generate_subscripts(t._people, 1) _i where _mask & (1 << (_i - 1)) <> 0) as _gone) _g order by _mask) as versions from (select *, array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) as _people from (select t.*, array[_j1.id::text]::text[] as _roles from (select t.* from thread t) t left join account _j1 on _j1.kind <> 'pseudonym' and _j1.id = t.account_id offset 0) t order by array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) nulls first) t",
  },
  {
    table: 'paper',
    held: 'pair',
    repointed: [],
    renewed: [],
    followed: [
      {
        column: 'thread_id',
        parent: 'thread.id',
        roles: [1],
      },
    ],
    select:
      "select (to_jsonb(t) - '{_roles,_people}'::text[])::text as row, t.customer_id::text as customer, t._roles as roles, t._people as people, array( select case when (t._roles[1] = any(_g._gone)) is true then null else (to_jsonb(t) - '{_roles,_people}'::text[] || jsonb_build_object())::text end from generate_series(1, (1 << cardinality(t._people)) - 1) _m(_mask), lateral (select array(select t._people[_i] from generate_subscripts(t._people, 1) _i where _mask & (1 << (_i - 1)) <> 0) as _gone) _g order by _mask) as versions from (select *, array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) as _people from (select t.*, array[_j2.id::text]::text[] as _roles from (select t.* from paper t) t left join thread _j1 on _j1.customer_id = t.customer_id and _j1.id = t.thread_id left join account _j2 on _j2.kind <> 'pseudonym' and _j2.id = _j1.account_id offset 0) t order by array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) nulls first) t",
  },
  {
    table: 'message',
    held: 'pair',
    repointed: [
      {
        column: 'author_id',
        roles: [2],
      },
    ],
    renewed: [
      {
        column: 'id',
        roles: [1],
      },
    ],
    followed: [
      {
        column: 'thread_id',
        parent: 'thread.id',
        roles: [1],
      },
    ],
    select:
      "select (to_jsonb(t) - '{_roles,_people,_when1}'::text[])::text as row, t.customer_id::text as customer, t._roles as roles, t._people as people, array( select case when false then null else (to_jsonb(t) - '{_roles,_people,_when1}'::text[] || jsonb_build_object('body', case when (t._roles[1] = any(_g._gone)) is true or (t._roles[2] = any(_g._gone)) is true then case when (t._roles[1] = any(_g._gone)) is true then '' else case when (t._roles[2] = any(_g._gone)) is true then app.without_mentions_of(t.body, t._roles[2]::uuid) else t.body end end else t.body end))::text end from generate_series(1, (1 << cardinality(t._people)) - 1) _m(_mask), lateral (select array(select t._people[_i] from generate_subscripts(t._people, 1) _i where _mask & (1 << (_i - 1)) <> 0) as _gone) _g order by _mask) as versions from (select *, array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) as _people from (select t.*, array[_j2.id::text, case when t._when1 then _j3.id::text end]::text[] as _roles from (select t.*, (t.signed) as _when1 from message t) t left join thread _j1 on _j1.customer_id = t.customer_id and _j1.id = t.thread_id left join account _j2 on _j2.kind <> 'pseudonym' and _j2.id = _j1.account_id left join account _j3 on _j3.kind <> 'pseudonym' and _j3.id = t.author_id offset 0) t order by array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) nulls first) t",
  },
];

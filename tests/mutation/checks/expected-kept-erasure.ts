/** The erasure of the made-up map as one function, where what hangs on a thread waits for it. */
export const expected = {
  declared: `declare affected bigint; rows bigint[]; found_new_ids jsonb := '{}'; found_thread_customer_id uuid[]; found_thread_id uuid[]; found_letter_id uuid[];
`,
  steps: `  set constraints all deferred;
  rows := array_fill(0::bigint, array[12]);
  select coalesce(array_agg(t.customer_id), '{}'), coalesce(array_agg(t.id), '{}'), found_new_ids || coalesce(jsonb_object_agg(t.id, gen_random_uuid()) filter (where 'thread' <> all($6)), '{}') into found_thread_customer_id, found_thread_id, found_new_ids from (select t.customer_id, t.id from thread t where t.account_id = any($1::uuid[]) for update) t;
  select coalesce(array_agg(t.id), '{}') into found_letter_id from (select t.id from letter t where t.address = any($2::text[])) t;
  if 'message' <> all($6) and cardinality(found_thread_id) > 0 then if exists (select from message t where (t.customer_id, t.thread_id) in (select t.customer_id, t.id from unnest(found_thread_customer_id, found_thread_id) as t(customer_id, id))) then
    update message t set id = gen_random_uuid(), body = '', thread_id = coalesce((found_new_ids ->> t.thread_id::text)::uuid, t.thread_id) where (t.customer_id, t.thread_id) in (select t.customer_id, t.id from unnest(found_thread_customer_id, found_thread_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[1] := affected;
  end if; end if;
  if 'message' <> all($6) and 2 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update message t set author_id = m.pseudonym_id, body = app.without(t.body, person.mentions), thread_id = coalesce((found_new_ids ->> t.thread_id::text)::uuid, t.thread_id) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.author_id = any($1::uuid[]) and (t.signed) and t.author_id = person.id and (t.signed) and t.author_id = m.account_id and t.customer_id is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[2] := affected;
  end if;
  if 'paper' <> all($6) and cardinality(found_thread_id) > 0 then if exists (select from paper t where (t.customer_id, t.thread_id) in (select t.customer_id, t.id from unnest(found_thread_customer_id, found_thread_id) as t(customer_id, id))) then
    delete from paper t where (t.customer_id, t.thread_id) in (select t.customer_id, t.id from unnest(found_thread_customer_id, found_thread_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[3] := affected;
  end if; end if;
  if 'thread' <> all($6) and 4 = any($7) then
    update thread t set account_id = m.pseudonym_id, id = coalesce((found_new_ids ->> t.id::text)::uuid, gen_random_uuid()), begun_at = date_trunc('day', t.begun_at) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id) where t.account_id = any($1::uuid[]) and t.account_id = m.account_id and t.customer_id is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[4] := affected;
  end if;
  if 'lead' <> all($6) then if exists (select from lead t where t.address = any($2::text[])) then
    update lead t set address = null, name = '–', note = '' where t.address = any($2::text[]);
    get diagnostics affected = row_count; rows[5] := affected;
  end if; end if;
  if 'lead' <> all($6) and 6 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update lead t set seller_id = m.pseudonym_id, note = app.without(t.note, person.mentions) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.seller_id = any($1::uuid[]) and t.seller_id = person.id and t.seller_id = m.account_id and m.customer_id is null;
    get diagnostics affected = row_count; rows[6] := affected;
  end if;
  if 'invitation_use' <> all($6) then if exists (select from invitation_use t where t.account_id = any($1::uuid[]) and (t.counted)) then
    delete from invitation_use t where t.account_id = any($1::uuid[]) and (t.counted);
    get diagnostics affected = row_count; rows[7] := affected;
  end if; end if;
  if 'role' <> all($6) then if exists (select from role t where t.account_id = any($1::uuid[])) then
    delete from role t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[8] := affected;
  end if; end if;
  if 'account' <> all($6) and cardinality($1::uuid[]) > 0 then
    delete from account t where t.id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[9] := affected;
  end if;
  if 'letter_part' <> all($6) and cardinality(found_letter_id) > 0 then if exists (select from letter_part t where (t.letter_id) in (select t.id from unnest(found_letter_id) as t(id))) then
    delete from letter_part t where (t.letter_id) in (select t.id from unnest(found_letter_id) as t(id));
    get diagnostics affected = row_count; rows[10] := affected;
  end if; end if;
  if 'letter' <> all($6) then if exists (select from letter t where t.address = any($2::text[])) then
    delete from letter t where t.address = any($2::text[]);
    get diagnostics affected = row_count; rows[11] := affected;
  end if; end if;
  if 'invitation' <> all($6) then if exists (select from invitation t where t.id in (select t.invitation_id from invitation_use t where t.account_id = any($1::uuid[]) and (t.counted))) then
    delete from invitation t where t.id in (select t.invitation_id from invitation_use t where t.account_id = any($1::uuid[]) and (t.counted));
    get diagnostics affected = row_count; rows[12] := affected;
  end if; end if;
  return rows;`,
  pseudonymsNeeded: `select t.author_id as account_id, t.customer_id as customer_id, 2 as place from message t where t.author_id = any($1::uuid[]) and (t.signed) union select t.account_id as account_id, t.customer_id as customer_id, 4 as place from thread t where t.account_id = any($1::uuid[]) union select t.seller_id as account_id, null::uuid as customer_id, 6 as place from lead t where t.seller_id = any($1::uuid[])`,
};

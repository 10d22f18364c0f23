-- Generated from data-map and the foreign keys by db/generate.ts; the start is refused when the database differs. Do not edit.
drop schema if exists engine cascade;
create schema engine;
grant usage on schema engine to kursiv_runtime;

create function engine.erasure_holds(uuid[], text[]) returns void
language plpgsql volatile set plan_cache_mode = force_generic_plan as $plan$
#variable_conflict use_column
begin
  perform from attempt t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])) for update;
  perform from message t where t.author_id = any($1::uuid[]) and (from_student) for update;
  perform from correspondence t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])) for update;
  perform from course_key t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])) for update;
  perform from course_key t where t.bound_email = any($2::text[]) for update;
  perform from enrolment t where t.account_id = any($1::uuid[]) for update;
  perform from webhook t where t.made_by = any($1::uuid[]) for update;
  perform from customer_contact t where t.email = any($2::text[]) for update;
  perform from purchase t where t.email = any($2::text[]) for update;
end $plan$;

create function engine.erasure_steps(uuid[], text[], uuid[], uuid[], uuid[], text[], integer[]) returns bigint[]
language plpgsql volatile set plan_cache_mode = force_generic_plan as $plan$
#variable_conflict use_column
declare affected bigint; rows bigint[]; found_new_ids jsonb := '{}'; found_customer_request_customer_id uuid[]; found_customer_request_id uuid[]; found_data_request_id uuid[]; found_enquiry_id uuid[]; found_purchase_id uuid[]; found_enrolment_customer_id uuid[]; found_enrolment_id uuid[]; found_correspondence_customer_id uuid[]; found_correspondence_id uuid[]; found_attempt_customer_id uuid[]; found_attempt_id uuid[]; found_inbound_mail_id uuid[]; found_newsletter_subscriber_id uuid[];
begin
  set constraints all deferred;
  rows := array_fill(0::bigint, array[108]);
  select coalesce(array_agg(t.customer_id), '{}'), coalesce(array_agg(t.id), '{}') into found_customer_request_customer_id, found_customer_request_id from (select t.customer_id, t.id from customer_request t where t.email = any($2::text[])) t;
  select coalesce(array_agg(t.id), '{}') into found_data_request_id from (select t.id from data_request t where t.email = any($2::text[])) t;
  select coalesce(array_agg(t.id), '{}') into found_enquiry_id from (select t.id from enquiry t where t.email = any($2::text[])) t;
  select coalesce(array_agg(t.id), '{}') into found_purchase_id from (select t.id from purchase t where t.email = any($2::text[]) for update) t;
  select coalesce(array_agg(t.customer_id), '{}'), coalesce(array_agg(t.id), '{}'), found_new_ids || coalesce(jsonb_object_agg(t.id, gen_random_uuid()) filter (where 'enrolment' <> all($6)), '{}') into found_enrolment_customer_id, found_enrolment_id, found_new_ids from (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]) for update) t;
  if cardinality(found_enrolment_id) > 0 then select coalesce(array_agg(t.customer_id), '{}'), coalesce(array_agg(t.id), '{}'), found_new_ids || coalesce(jsonb_object_agg(t.id, gen_random_uuid()) filter (where 'correspondence' <> all($6)), '{}') into found_correspondence_customer_id, found_correspondence_id, found_new_ids from (select t.customer_id, t.id from correspondence t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id)) for update) t;
  else found_correspondence_customer_id := '{}'; found_correspondence_id := '{}';
  end if;
  if cardinality(found_enrolment_id) > 0 then select coalesce(array_agg(t.customer_id), '{}'), coalesce(array_agg(t.id), '{}'), found_new_ids || coalesce(jsonb_object_agg(t.id, gen_random_uuid()) filter (where 'attempt' <> all($6)), '{}') into found_attempt_customer_id, found_attempt_id, found_new_ids from (select t.customer_id, t.id from attempt t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id)) for update) t;
  else found_attempt_customer_id := '{}'; found_attempt_id := '{}';
  end if;
  select coalesce(array_agg(t.id), '{}') into found_inbound_mail_id from (select t.id from inbound_mail t where t.from_address = any($2::text[])) t;
  select coalesce(array_agg(t.id), '{}') into found_newsletter_subscriber_id from (select t.id from newsletter_subscriber t where t.email = any($2::text[])) t;
  if 'access_log_subject' <> all($6) then if exists (select from access_log_subject t where t.account_id = any($1::uuid[])) then
    delete from access_log_subject t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[1] := affected;
  end if; end if;
  if 'address_look' <> all($6) then if exists (select from address_look t where t.account_id = any($1::uuid[])) then
    delete from address_look t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[2] := affected;
  end if; end if;
  if 'address_look' <> all($6) then if exists (select from address_look t where t.address = any($2::text[])) then
    delete from address_look t where t.address = any($2::text[]);
    get diagnostics affected = row_count; rows[3] := affected;
  end if; end if;
  if 'contact_look' <> all($6) then if exists (select from contact_look t where t.address = any($2::text[])) then
    delete from contact_look t where t.address = any($2::text[]);
    get diagnostics affected = row_count; rows[4] := affected;
  end if; end if;
  if 'customer_request_look' <> all($6) and cardinality(found_customer_request_id) > 0 then if exists (select from customer_request_look t where (t.customer_id, t.request_id) in (select t.customer_id, t.id from unnest(found_customer_request_customer_id, found_customer_request_id) as t(customer_id, id))) then
    delete from customer_request_look t where (t.customer_id, t.request_id) in (select t.customer_id, t.id from unnest(found_customer_request_customer_id, found_customer_request_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[5] := affected;
  end if; end if;
  if 'data_request_look' <> all($6) and cardinality(found_data_request_id) > 0 then if exists (select from data_request_look t where (t.request_id) in (select t.id from unnest(found_data_request_id) as t(id))) then
    delete from data_request_look t where (t.request_id) in (select t.id from unnest(found_data_request_id) as t(id));
    get diagnostics affected = row_count; rows[6] := affected;
  end if; end if;
  if 'enquiry_look' <> all($6) and cardinality(found_enquiry_id) > 0 then if exists (select from enquiry_look t where (t.enquiry_id) in (select t.id from unnest(found_enquiry_id) as t(id))) then
    delete from enquiry_look t where (t.enquiry_id) in (select t.id from unnest(found_enquiry_id) as t(id));
    get diagnostics affected = row_count; rows[7] := affected;
  end if; end if;
  if 'purchase_look' <> all($6) and cardinality(found_purchase_id) > 0 then if exists (select from purchase_look t where (t.purchase_id) in (select t.id from unnest(found_purchase_id) as t(id))) then
    delete from purchase_look t where (t.purchase_id) in (select t.id from unnest(found_purchase_id) as t(id));
    get diagnostics affected = row_count; rows[8] := affected;
  end if; end if;
  if 'access_log' <> all($6) and 9 = any($7) then
    update access_log t set actor_id = m.pseudonym_id from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id) where t.actor_id = any($1::uuid[]) and t.actor_id = m.account_id and md5('operator ' || t.customer_id::text)::uuid is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[9] := affected;
  end if;
  if 'account_password' <> all($6) then if exists (select from account_password t where t.account_id = any($1::uuid[])) then
    delete from account_password t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[10] := affected;
  end if; end if;
  if 'api_token' <> all($6) then if exists (select from api_token t where t.made_by = any($1::uuid[])) then
    delete from api_token t where t.made_by = any($1::uuid[]);
    get diagnostics affected = row_count; rows[11] := affected;
  end if; end if;
  if 'attachment' <> all($6) and cardinality(found_correspondence_id) > 0 then if exists (select from attachment t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from unnest(found_correspondence_customer_id, found_correspondence_id) as t(customer_id, id))) then
    delete from attachment t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from unnest(found_correspondence_customer_id, found_correspondence_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[12] := affected;
  end if; end if;
  if 'attachment' <> all($6) and 13 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update attachment t set author_id = m.pseudonym_id, name = app.without(t.name, person.mentions), correspondence_id = coalesce((found_new_ids ->> t.correspondence_id::text)::uuid, t.correspondence_id) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.author_id = any($1::uuid[]) and t.author_id = person.id and t.author_id = m.account_id and t.customer_id is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[13] := affected;
  end if;
  if 'challenge' <> all($6) then if exists (select from challenge t where t.account_id = any($1::uuid[])) then
    delete from challenge t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[14] := affected;
  end if; end if;
  if 'challenge' <> all($6) then if exists (select from challenge t where t.email = any($2::text[])) then
    delete from challenge t where t.email = any($2::text[]);
    get diagnostics affected = row_count; rows[15] := affected;
  end if; end if;
  if 'course_administrator' <> all($6) then if exists (select from course_administrator t where t.account_id = any($1::uuid[])) then
    delete from course_administrator t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[16] := affected;
  end if; end if;
  if 'course_teacher' <> all($6) then if exists (select from course_teacher t where t.account_id = any($1::uuid[])) then
    delete from course_teacher t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[17] := affected;
  end if; end if;
  if 'customer_export' <> all($6) and 18 = any($7) then
    update customer_export t set requested_by = m.pseudonym_id from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id) where t.requested_by = any($1::uuid[]) and t.requested_by = m.account_id and t.customer_id is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[18] := affected;
  end if;
  if 'customer_request' <> all($6) then if exists (select from customer_request t where t.email = any($2::text[])) then
    delete from customer_request t where t.email = any($2::text[]);
    get diagnostics affected = row_count; rows[19] := affected;
  end if; end if;
  if 'customer_request' <> all($6) and 20 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update customer_request t set stepped_by = m.pseudonym_id, body = app.without(t.body, person.mentions), note = app.without(t.note, person.mentions) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.stepped_by = any($1::uuid[]) and t.stepped_by = person.id and t.stepped_by = m.account_id and md5('operator ' || t.customer_id::text)::uuid is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[20] := affected;
  end if;
  if 'data_request_event' <> all($6) and cardinality(found_data_request_id) > 0 then if exists (select from data_request_event t where (t.request_id) in (select t.id from unnest(found_data_request_id) as t(id))) then
    delete from data_request_event t where (t.request_id) in (select t.id from unnest(found_data_request_id) as t(id));
    get diagnostics affected = row_count; rows[21] := affected;
  end if; end if;
  if 'data_request_event' <> all($6) and 22 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update data_request_event t set actor_id = m.pseudonym_id, note = app.without(t.note, person.mentions) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.actor_id = any($1::uuid[]) and t.actor_id = person.id and t.actor_id = m.account_id and m.customer_id is null;
    get diagnostics affected = row_count; rows[22] := affected;
  end if;
  if 'data_terms_acceptance' <> all($6) then if exists (select from data_terms_acceptance t where t.account_id = any($1::uuid[])) then
    update data_terms_acceptance t set id = gen_random_uuid(), accepted_at = date_trunc('day', t.accepted_at), account_id = null, email = null, name = '', title = '' where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[23] := affected;
  end if; end if;
  if 'data_terms_acceptance' <> all($6) then if exists (select from data_terms_acceptance t where t.email = any($2::text[])) then
    update data_terms_acceptance t set id = gen_random_uuid(), accepted_at = date_trunc('day', t.accepted_at), account_id = null, email = null, name = '', title = '' where t.email = any($2::text[]);
    get diagnostics affected = row_count; rows[24] := affected;
  end if; end if;
  if 'enquiry_assignment' <> all($6) and cardinality(found_enquiry_id) > 0 then if exists (select from enquiry_assignment t where (t.enquiry_id) in (select t.id from unnest(found_enquiry_id) as t(id))) then
    delete from enquiry_assignment t where (t.enquiry_id) in (select t.id from unnest(found_enquiry_id) as t(id));
    get diagnostics affected = row_count; rows[25] := affected;
  end if; end if;
  if 'enquiry_assignment' <> all($6) then if exists (select from enquiry_assignment t where t.account_id = any($1::uuid[])) then
    delete from enquiry_assignment t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[26] := affected;
  end if; end if;
  if 'enquiry_file' <> all($6) and cardinality(found_enquiry_id) > 0 then if exists (select from enquiry_file t where (t.enquiry_id) in (select t.id from unnest(found_enquiry_id) as t(id))) then
    delete from enquiry_file t where (t.enquiry_id) in (select t.id from unnest(found_enquiry_id) as t(id));
    get diagnostics affected = row_count; rows[27] := affected;
  end if; end if;
  if 'enquiry_message' <> all($6) and cardinality(found_enquiry_id) > 0 then if exists (select from enquiry_message t where (t.enquiry_id) in (select t.id from unnest(found_enquiry_id) as t(id))) then
    delete from enquiry_message t where (t.enquiry_id) in (select t.id from unnest(found_enquiry_id) as t(id));
    get diagnostics affected = row_count; rows[28] := affected;
  end if; end if;
  if 'enquiry_message' <> all($6) and 29 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update enquiry_message t set author_id = m.pseudonym_id, body = app.without(t.body, person.mentions) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.author_id = any($1::uuid[]) and t.author_id = person.id and t.author_id = m.account_id and m.customer_id is null;
    get diagnostics affected = row_count; rows[29] := affected;
  end if;
  if 'answer' <> all($6) and cardinality(found_enrolment_id) > 0 then if exists (select from answer t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id))) then
    update answer t set id = gen_random_uuid(), client_id = gen_random_uuid(), response = response - '{text,gaps,file}'::text[], answered_at = date_trunc('day', t.answered_at), enrolment_id = coalesce((found_new_ids ->> t.enrolment_id::text)::uuid, t.enrolment_id) where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[30] := affected;
  end if; end if;
  if 'attempt_answer' <> all($6) and cardinality(found_attempt_id) > 0 then if exists (select from attempt_answer t where (t.customer_id, t.attempt_id) in (select t.customer_id, t.id from unnest(found_attempt_customer_id, found_attempt_id) as t(customer_id, id))) then
    update attempt_answer t set response = response - '{text,gaps,file}'::text[], saved_at = date_trunc('day', t.saved_at), attempt_id = coalesce((found_new_ids ->> t.attempt_id::text)::uuid, t.attempt_id) where (t.customer_id, t.attempt_id) in (select t.customer_id, t.id from unnest(found_attempt_customer_id, found_attempt_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[31] := affected;
  end if; end if;
  if 'handed_file' <> all($6) and cardinality(found_attempt_id) > 0 then if exists (select from handed_file t where (t.customer_id, t.attempt_id) in (select t.customer_id, t.id from unnest(found_attempt_customer_id, found_attempt_id) as t(customer_id, id))) then
    delete from handed_file t where (t.customer_id, t.attempt_id) in (select t.customer_id, t.id from unnest(found_attempt_customer_id, found_attempt_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[32] := affected;
  end if; end if;
  if 'marking' <> all($6) and cardinality(found_attempt_id) > 0 then if exists (select from marking t where (t.customer_id, t.attempt_id) in (select t.customer_id, t.id from unnest(found_attempt_customer_id, found_attempt_id) as t(customer_id, id))) then
    update marking t set id = gen_random_uuid(), comment = '', marked_at = date_trunc('day', t.marked_at), attempt_id = coalesce((found_new_ids ->> t.attempt_id::text)::uuid, t.attempt_id) where (t.customer_id, t.attempt_id) in (select t.customer_id, t.id from unnest(found_attempt_customer_id, found_attempt_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[33] := affected;
  end if; end if;
  if 'marking' <> all($6) and 34 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update marking t set marker_id = m.pseudonym_id, comment = app.without(t.comment, person.mentions), attempt_id = coalesce((found_new_ids ->> t.attempt_id::text)::uuid, t.attempt_id) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.marker_id = any($1::uuid[]) and t.marker_id = person.id and t.marker_id = m.account_id and t.customer_id is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[34] := affected;
  end if;
  if 'review_request' <> all($6) and cardinality(found_attempt_id) > 0 then if exists (select from review_request t where (t.customer_id, t.attempt_id) in (select t.customer_id, t.id from unnest(found_attempt_customer_id, found_attempt_id) as t(customer_id, id))) then
    update review_request t set body = '', requested_at = date_trunc('day', t.requested_at), answer = case when answered_at is not null then '' end, answered_at = date_trunc('day', t.answered_at), attempt_id = coalesce((found_new_ids ->> t.attempt_id::text)::uuid, t.attempt_id) where (t.customer_id, t.attempt_id) in (select t.customer_id, t.id from unnest(found_attempt_customer_id, found_attempt_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[35] := affected;
  end if; end if;
  if 'review_request' <> all($6) and 36 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update review_request t set answered_by = m.pseudonym_id, body = app.without(t.body, person.mentions), answer = app.without(t.answer, person.mentions), attempt_id = coalesce((found_new_ids ->> t.attempt_id::text)::uuid, t.attempt_id) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.answered_by = any($1::uuid[]) and t.answered_by = person.id and t.answered_by = m.account_id and t.customer_id is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[36] := affected;
  end if;
  if 'attempt' <> all($6) and cardinality(found_enrolment_id) > 0 then if exists (select from attempt t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id))) then
    update attempt t set id = coalesce((found_new_ids ->> t.id::text)::uuid, gen_random_uuid()), started_at = date_trunc('day', t.started_at), deadline_at = date_trunc('day', t.deadline_at), submitted_at = date_trunc('day', t.submitted_at), enrolment_id = coalesce((found_new_ids ->> t.enrolment_id::text)::uuid, t.enrolment_id) where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[37] := affected;
  end if; end if;
  if 'bookmark' <> all($6) and cardinality(found_enrolment_id) > 0 then if exists (select from bookmark t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id))) then
    delete from bookmark t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[38] := affected;
  end if; end if;
  if 'webhook_delivery' <> all($6) and cardinality(found_enrolment_id) > 0 then if exists (select from webhook_delivery t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id))) then
    delete from webhook_delivery t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[39] := affected;
  end if; end if;
  if 'certificate' <> all($6) and cardinality(found_enrolment_id) > 0 then if exists (select from certificate t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id))) then
    delete from certificate t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[40] := affected;
  end if; end if;
  if 'message' <> all($6) and 41 = any($7) then
    update message t set author_id = m.pseudonym_id, id = gen_random_uuid(), client_id = gen_random_uuid(), body = '', sent_at = date_trunc('day', t.sent_at), edited_at = date_trunc('day', t.edited_at), deleted_at = coalesce(deleted_at, app.now()), correspondence_id = coalesce((found_new_ids ->> t.correspondence_id::text)::uuid, t.correspondence_id) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id) where t.author_id = any($1::uuid[]) and (from_student) and t.author_id = m.account_id and t.customer_id is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[41] := affected;
  end if;
  if 'message' <> all($6) and cardinality(found_correspondence_id) > 0 then if exists (select from message t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from unnest(found_correspondence_customer_id, found_correspondence_id) as t(customer_id, id)) and (not from_student)) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update message t set body = app.without(t.body, person.mentions), correspondence_id = coalesce((found_new_ids ->> t.correspondence_id::text)::uuid, t.correspondence_id) from correspondence p1, enrolment p2, called person where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from unnest(found_correspondence_customer_id, found_correspondence_id) as t(customer_id, id)) and (not from_student) and t.customer_id = p1.customer_id and t.correspondence_id = p1.id and (not from_student) and p1.customer_id = p2.customer_id and p1.enrolment_id = p2.id and p2.account_id = person.id;
    get diagnostics affected = row_count; rows[42] := affected;
  end if; end if;
  if 'message' <> all($6) and 43 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update message t set author_id = m.pseudonym_id, body = app.without(t.body, person.mentions), correspondence_id = coalesce((found_new_ids ->> t.correspondence_id::text)::uuid, t.correspondence_id) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.author_id = any($1::uuid[]) and (not from_student) and t.author_id = person.id and (not from_student) and t.author_id = m.account_id and t.customer_id is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[43] := affected;
  end if;
  if 'message_draft' <> all($6) then if exists (select from message_draft t where t.account_id = any($1::uuid[])) then
    delete from message_draft t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[44] := affected;
  end if; end if;
  if 'message_draft' <> all($6) and cardinality(found_correspondence_id) > 0 then if exists (select from message_draft t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from unnest(found_correspondence_customer_id, found_correspondence_id) as t(customer_id, id))) then
    delete from message_draft t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from unnest(found_correspondence_customer_id, found_correspondence_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[45] := affected;
  end if; end if;
  if 'reply_address' <> all($6) then if exists (select from reply_address t where t.account_id = any($1::uuid[])) then
    delete from reply_address t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[46] := affected;
  end if; end if;
  if 'reply_address' <> all($6) and cardinality(found_correspondence_id) > 0 then if exists (select from reply_address t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from unnest(found_correspondence_customer_id, found_correspondence_id) as t(customer_id, id))) then
    delete from reply_address t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from unnest(found_correspondence_customer_id, found_correspondence_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[47] := affected;
  end if; end if;
  if 'thread_assignment' <> all($6) then if exists (select from thread_assignment t where t.account_id = any($1::uuid[])) then
    delete from thread_assignment t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[48] := affected;
  end if; end if;
  if 'thread_assignment' <> all($6) and cardinality(found_correspondence_id) > 0 then if exists (select from thread_assignment t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from unnest(found_correspondence_customer_id, found_correspondence_id) as t(customer_id, id))) then
    delete from thread_assignment t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from unnest(found_correspondence_customer_id, found_correspondence_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[49] := affected;
  end if; end if;
  if 'correspondence' <> all($6) and cardinality(found_enrolment_id) > 0 then if exists (select from correspondence t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id))) then
    update correspondence t set id = coalesce((found_new_ids ->> t.id::text)::uuid, gen_random_uuid()), last_sent_at = date_trunc('day', t.last_sent_at), waiting_since = null, done_at = date_trunc('day', t.done_at), created_at = date_trunc('day', t.created_at), enrolment_id = coalesce((found_new_ids ->> t.enrolment_id::text)::uuid, t.enrolment_id) where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[50] := affected;
  end if; end if;
  if 'course_key' <> all($6) and cardinality(found_enrolment_id) > 0 then if exists (select from course_key t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id))) then
    update course_key t set key_hash = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), last_three = '···', bound_email = null, bound_given_name = null, bound_family_name = null, created_at = date_trunc('day', t.created_at), handed_out_at = date_trunc('day', t.handed_out_at), expires_at = date_trunc('day', t.expires_at), blocked_at = date_trunc('day', t.blocked_at), redeemed_at = date_trunc('day', t.redeemed_at), restriction_id = null, enrolment_id = coalesce((found_new_ids ->> t.enrolment_id::text)::uuid, t.enrolment_id) where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[51] := affected;
  end if; end if;
  if 'course_key' <> all($6) then if exists (select from course_key t where t.bound_email = any($2::text[])) then
    update course_key t set key_hash = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), last_three = '···', bound_email = null, bound_given_name = null, bound_family_name = null, created_at = date_trunc('day', t.created_at), handed_out_at = date_trunc('day', t.handed_out_at), expires_at = date_trunc('day', t.expires_at), blocked_at = date_trunc('day', t.blocked_at), redeemed_at = date_trunc('day', t.redeemed_at), restriction_id = null, enrolment_id = coalesce((found_new_ids ->> t.enrolment_id::text)::uuid, t.enrolment_id) where t.bound_email = any($2::text[]);
    get diagnostics affected = row_count; rows[52] := affected;
  end if; end if;
  if 'deadline_reminder' <> all($6) and cardinality(found_enrolment_id) > 0 then if exists (select from deadline_reminder t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id))) then
    delete from deadline_reminder t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[53] := affected;
  end if; end if;
  if 'extra_time' <> all($6) and cardinality(found_enrolment_id) > 0 then if exists (select from extra_time t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id))) then
    delete from extra_time t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[54] := affected;
  end if; end if;
  if 'note' <> all($6) and cardinality(found_enrolment_id) > 0 then if exists (select from note t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id))) then
    delete from note t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[55] := affected;
  end if; end if;
  if 'own_deadline' <> all($6) and cardinality(found_enrolment_id) > 0 then if exists (select from own_deadline t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id))) then
    delete from own_deadline t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[56] := affected;
  end if; end if;
  if 'page_visit' <> all($6) and cardinality(found_enrolment_id) > 0 then if exists (select from page_visit t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id))) then
    update page_visit t set first_at = date_trunc('day', t.first_at), last_at = date_trunc('day', t.last_at), completed_at = date_trunc('day', t.completed_at), place_permille = null, player = null, player_second = null, enrolment_id = coalesce((found_new_ids ->> t.enrolment_id::text)::uuid, t.enrolment_id) where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[57] := affected;
  end if; end if;
  if 'reflection' <> all($6) and cardinality(found_enrolment_id) > 0 then if exists (select from reflection t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id))) then
    delete from reflection t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from unnest(found_enrolment_customer_id, found_enrolment_id) as t(customer_id, id));
    get diagnostics affected = row_count; rows[58] := affected;
  end if; end if;
  if 'enrolment' <> all($6) and 59 = any($7) then
    update enrolment t set account_id = m.pseudonym_id, id = coalesce((found_new_ids ->> t.id::text)::uuid, gen_random_uuid()), created_at = date_trunc('day', t.created_at), ends_at = date_trunc('day', t.ends_at), resume_page_id = null, last_active_at = date_trunc('day', t.last_active_at), completed_at = date_trunc('day', t.completed_at) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id) where t.account_id = any($1::uuid[]) and t.account_id = m.account_id and t.customer_id is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[59] := affected;
  end if;
  if 'former_name' <> all($6) then if exists (select from former_name t where t.account_id = any($1::uuid[])) then
    delete from former_name t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[60] := affected;
  end if; end if;
  if 'group_teacher' <> all($6) then if exists (select from group_teacher t where t.account_id = any($1::uuid[])) then
    delete from group_teacher t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[61] := affected;
  end if; end if;
  if 'invitation_sender' <> all($6) then if exists (select from invitation_sender t where t.account_id = any($1::uuid[])) then
    delete from invitation_sender t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[62] := affected;
  end if; end if;
  if 'invitation_use' <> all($6) then if exists (select from invitation_use t where t.account_id = any($1::uuid[])) then
    delete from invitation_use t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[63] := affected;
  end if; end if;
  if 'ledger' <> all($6) then if exists (select from ledger t where t.account_id = any($1::uuid[])) then
    delete from ledger t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[64] := affected;
  end if; end if;
  if 'legal_hold' <> all($6) then if exists (select from legal_hold t where t.account_id = any($1::uuid[])) then
    delete from legal_hold t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[65] := affected;
  end if; end if;
  if 'legal_hold' <> all($6) and 66 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update legal_hold t set asked_by = m.pseudonym_id, reason = app.without(t.reason, person.mentions) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.asked_by = any($1::uuid[]) and t.asked_by = person.id and t.asked_by = m.account_id and m.customer_id is null;
    get diagnostics affected = row_count; rows[66] := affected;
  end if;
  if 'legal_hold' <> all($6) and 67 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update legal_hold t set decided_by = m.pseudonym_id, reason = app.without(t.reason, person.mentions) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.decided_by = any($1::uuid[]) and t.decided_by = person.id and t.decided_by = m.account_id and m.customer_id is null;
    get diagnostics affected = row_count; rows[67] := affected;
  end if;
  if 'legal_hold' <> all($6) and 68 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update legal_hold t set lifted_by = m.pseudonym_id, reason = app.without(t.reason, person.mentions) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.lifted_by = any($1::uuid[]) and t.lifted_by = person.id and t.lifted_by = m.account_id and m.customer_id is null;
    get diagnostics affected = row_count; rows[68] := affected;
  end if;
  if 'mail' <> all($6) then if exists (select from mail t where t.account_id = any($1::uuid[])) then
    delete from mail t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[69] := affected;
  end if; end if;
  if 'mail' <> all($6) then if exists (select from mail t where t.address = any($2::text[])) then
    delete from mail t where t.address = any($2::text[]);
    get diagnostics affected = row_count; rows[70] := affected;
  end if; end if;
  if 'membership' <> all($6) then if exists (select from membership t where t.account_id = any($1::uuid[])) then
    delete from membership t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[71] := affected;
  end if; end if;
  if 'notification' <> all($6) then if exists (select from notification t where t.account_id = any($1::uuid[])) then
    delete from notification t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[72] := affected;
  end if; end if;
  if 'notification_choice' <> all($6) then if exists (select from notification_choice t where t.account_id = any($1::uuid[])) then
    delete from notification_choice t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[73] := affected;
  end if; end if;
  if 'notification_rhythm' <> all($6) then if exists (select from notification_rhythm t where t.account_id = any($1::uuid[])) then
    delete from notification_rhythm t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[74] := affected;
  end if; end if;
  if 'offer' <> all($6) and cardinality(found_enquiry_id) > 0 then if exists (select from offer t where (t.enquiry_id) in (select t.id from unnest(found_enquiry_id) as t(id))) then
    delete from offer t where (t.enquiry_id) in (select t.id from unnest(found_enquiry_id) as t(id));
    get diagnostics affected = row_count; rows[75] := affected;
  end if; end if;
  if 'offer' <> all($6) and 76 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update offer t set author_id = m.pseudonym_id, reason = app.without(t.reason, person.mentions) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.author_id = any($1::uuid[]) and t.author_id = person.id and t.author_id = m.account_id and md5('operator ' || t.customer_id::text)::uuid is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[76] := affected;
  end if;
  if 'operator_staff' <> all($6) then if exists (select from operator_staff t where t.account_id = any($1::uuid[])) then
    delete from operator_staff t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[77] := affected;
  end if; end if;
  if 'own_export' <> all($6) then if exists (select from own_export t where t.account_id = any($1::uuid[])) then
    delete from own_export t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[78] := affected;
  end if; end if;
  if 'passkey' <> all($6) then if exists (select from passkey t where t.account_id = any($1::uuid[])) then
    delete from passkey t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[79] := affected;
  end if; end if;
  if 'protected_identity' <> all($6) then if exists (select from protected_identity t where t.account_id = any($1::uuid[])) then
    delete from protected_identity t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[80] := affected;
  end if; end if;
  if 'recovery_code' <> all($6) then if exists (select from recovery_code t where t.account_id = any($1::uuid[])) then
    delete from recovery_code t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[81] := affected;
  end if; end if;
  if 'restriction' <> all($6) then if exists (select from restriction t where t.account_id = any($1::uuid[])) then
    delete from restriction t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[82] := affected;
  end if; end if;
  if 'saved_reply' <> all($6) then if exists (select from saved_reply t where t.account_id = any($1::uuid[]) and (not shared)) then
    delete from saved_reply t where t.account_id = any($1::uuid[]) and (not shared);
    get diagnostics affected = row_count; rows[83] := affected;
  end if; end if;
  if 'saved_reply' <> all($6) and 84 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update saved_reply t set account_id = m.pseudonym_id, title = app.without(t.title, person.mentions), body = app.without(t.body, person.mentions) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.account_id = any($1::uuid[]) and (shared) and t.account_id = person.id and (shared) and t.account_id = m.account_id and t.customer_id is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[84] := affected;
  end if;
  if 'second_factor' <> all($6) then if exists (select from second_factor t where t.account_id = any($1::uuid[])) then
    delete from second_factor t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[85] := affected;
  end if; end if;
  if 'session' <> all($6) then if exists (select from session t where t.account_id = any($1::uuid[])) then
    delete from session t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[86] := affected;
  end if; end if;
  if 'student_group_member' <> all($6) then if exists (select from student_group_member t where t.account_id = any($1::uuid[])) then
    delete from student_group_member t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[87] := affected;
  end if; end if;
  if 'terms_decision' <> all($6) then if exists (select from terms_decision t where t.account_id = any($1::uuid[])) then
    delete from terms_decision t where t.account_id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[88] := affected;
  end if; end if;
  if 'terms_decision' <> all($6) and 89 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update terms_decision t set decided_by = m.pseudonym_id, reason = app.without(t.reason, person.mentions), appeal = app.without(t.appeal, person.mentions), answer = app.without(t.answer, person.mentions) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.decided_by = any($1::uuid[]) and t.decided_by = person.id and t.decided_by = m.account_id and m.customer_id is null;
    get diagnostics affected = row_count; rows[89] := affected;
  end if;
  if 'terms_decision' <> all($6) and 90 = any($7) then
    with called as materialized (select id, app.mentions_of(id) as mentions from unnest($1::uuid[]) id) update terms_decision t set answered_by = m.pseudonym_id, reason = app.without(t.reason, person.mentions), appeal = app.without(t.appeal, person.mentions), answer = app.without(t.answer, person.mentions) from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id), called person where t.answered_by = any($1::uuid[]) and t.answered_by = person.id and t.answered_by = m.account_id and m.customer_id is null;
    get diagnostics affected = row_count; rows[90] := affected;
  end if;
  if 'visibility_change' <> all($6) and 91 = any($7) then
    update visibility_change t set changed_by = m.pseudonym_id from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id) where t.changed_by = any($1::uuid[]) and t.changed_by = m.account_id and t.customer_id is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[91] := affected;
  end if;
  if 'webhook' <> all($6) and 92 = any($7) then
    update webhook t set made_by = m.pseudonym_id, secret = '', old_secret = null from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id) where t.made_by = any($1::uuid[]) and t.made_by = m.account_id and t.customer_id is not distinct from m.customer_id;
    get diagnostics affected = row_count; rows[92] := affected;
  end if;
  if 'account' <> all($6) and cardinality($1::uuid[]) > 0 then
    delete from account t where t.id = any($1::uuid[]);
    get diagnostics affected = row_count; rows[93] := affected;
  end if;
  if 'invitation_address' <> all($6) then if exists (select from invitation_address t where t.address = any($2::text[])) then
    delete from invitation_address t where t.address = any($2::text[]);
    get diagnostics affected = row_count; rows[94] := affected;
  end if; end if;
  if 'enquiry_merge' <> all($6) and cardinality(found_enquiry_id) > 0 then if exists (select from enquiry_merge t where (t.enquiry_id) in (select t.id from unnest(found_enquiry_id) as t(id))) then
    delete from enquiry_merge t where (t.enquiry_id) in (select t.id from unnest(found_enquiry_id) as t(id));
    get diagnostics affected = row_count; rows[95] := affected;
  end if; end if;
  if 'enquiry_merge' <> all($6) and cardinality(found_enquiry_id) > 0 then if exists (select from enquiry_merge t where (t.into_id) in (select t.id from unnest(found_enquiry_id) as t(id))) then
    delete from enquiry_merge t where (t.into_id) in (select t.id from unnest(found_enquiry_id) as t(id));
    get diagnostics affected = row_count; rows[96] := affected;
  end if; end if;
  if 'enquiry' <> all($6) then if exists (select from enquiry t where t.email = any($2::text[])) then
    delete from enquiry t where t.email = any($2::text[]);
    get diagnostics affected = row_count; rows[97] := affected;
  end if; end if;
  if 'inbound_file' <> all($6) and cardinality(found_inbound_mail_id) > 0 then if exists (select from inbound_file t where (t.mail_id) in (select t.id from unnest(found_inbound_mail_id) as t(id))) then
    delete from inbound_file t where (t.mail_id) in (select t.id from unnest(found_inbound_mail_id) as t(id));
    get diagnostics affected = row_count; rows[98] := affected;
  end if; end if;
  if 'inbound_mail' <> all($6) then if exists (select from inbound_mail t where t.from_address = any($2::text[])) then
    delete from inbound_mail t where t.from_address = any($2::text[]);
    get diagnostics affected = row_count; rows[99] := affected;
  end if; end if;
  if 'bounced_address' <> all($6) then if exists (select from bounced_address t where t.address = any($2::text[])) then
    delete from bounced_address t where t.address = any($2::text[]);
    get diagnostics affected = row_count; rows[100] := affected;
  end if; end if;
  if 'newsletter_choice' <> all($6) and cardinality(found_newsletter_subscriber_id) > 0 then if exists (select from newsletter_choice t where (t.subscriber_id) in (select t.id from unnest(found_newsletter_subscriber_id) as t(id))) then
    delete from newsletter_choice t where (t.subscriber_id) in (select t.id from unnest(found_newsletter_subscriber_id) as t(id));
    get diagnostics affected = row_count; rows[101] := affected;
  end if; end if;
  if 'newsletter_delivery' <> all($6) and cardinality(found_newsletter_subscriber_id) > 0 then if exists (select from newsletter_delivery t where (t.subscriber_id) in (select t.id from unnest(found_newsletter_subscriber_id) as t(id))) then
    delete from newsletter_delivery t where (t.subscriber_id) in (select t.id from unnest(found_newsletter_subscriber_id) as t(id));
    get diagnostics affected = row_count; rows[102] := affected;
  end if; end if;
  if 'newsletter_subscription' <> all($6) and cardinality(found_newsletter_subscriber_id) > 0 then if exists (select from newsletter_subscription t where (t.subscriber_id) in (select t.id from unnest(found_newsletter_subscriber_id) as t(id))) then
    delete from newsletter_subscription t where (t.subscriber_id) in (select t.id from unnest(found_newsletter_subscriber_id) as t(id));
    get diagnostics affected = row_count; rows[103] := affected;
  end if; end if;
  if 'newsletter_subscriber' <> all($6) then if exists (select from newsletter_subscriber t where t.email = any($2::text[])) then
    delete from newsletter_subscriber t where t.email = any($2::text[]);
    get diagnostics affected = row_count; rows[104] := affected;
  end if; end if;
  if 'data_request' <> all($6) then if exists (select from data_request t where t.email = any($2::text[])) then
    delete from data_request t where t.email = any($2::text[]);
    get diagnostics affected = row_count; rows[105] := affected;
  end if; end if;
  if 'customer_contact' <> all($6) then if exists (select from customer_contact t where t.email = any($2::text[])) then
    update customer_contact t set id = gen_random_uuid(), name = '', email = null, phone = null where t.email = any($2::text[]);
    get diagnostics affected = row_count; rows[106] := affected;
  end if; end if;
  if 'checkout' <> all($6) then if exists (select from checkout t where t.email = any($2::text[])) then
    delete from checkout t where t.email = any($2::text[]);
    get diagnostics affected = row_count; rows[107] := affected;
  end if; end if;
  if 'purchase' <> all($6) then if exists (select from purchase t where t.email = any($2::text[])) then
    update purchase t set course_id = null, key_id = null, course_title = '', ordered_at = date_trunc('day', t.ordered_at), pay_by = date_trunc('day', t.pay_by), reminded_at = date_trunc('day', t.reminded_at), paid_at = date_trunc('day', t.paid_at), withdrawn_at = date_trunc('day', t.withdrawn_at), cancelled_at = date_trunc('day', t.cancelled_at), refunded_at = date_trunc('day', t.refunded_at) where t.email = any($2::text[]);
    get diagnostics affected = row_count; rows[108] := affected;
  end if; end if;
  return rows;
end $plan$;

create function engine.pseudonyms_needed(uuid[]) returns table (account_id uuid, customer_id uuid, place integer)
language plpgsql stable set plan_cache_mode = force_generic_plan as $plan$
#variable_conflict use_column
begin
  return query select t.actor_id as account_id, md5('operator ' || t.customer_id::text)::uuid as customer_id, 9 as place from access_log t where t.actor_id = any($1::uuid[]) union select t.author_id as account_id, t.customer_id as customer_id, 13 as place from attachment t where t.author_id = any($1::uuid[]) union select t.requested_by as account_id, t.customer_id as customer_id, 18 as place from customer_export t where t.requested_by = any($1::uuid[]) union select t.stepped_by as account_id, md5('operator ' || t.customer_id::text)::uuid as customer_id, 20 as place from customer_request t where t.stepped_by = any($1::uuid[]) union select t.actor_id as account_id, null::uuid as customer_id, 22 as place from data_request_event t where t.actor_id = any($1::uuid[]) union select t.author_id as account_id, null::uuid as customer_id, 29 as place from enquiry_message t where t.author_id = any($1::uuid[]) union select t.marker_id as account_id, t.customer_id as customer_id, 34 as place from marking t where t.marker_id = any($1::uuid[]) union select t.answered_by as account_id, t.customer_id as customer_id, 36 as place from review_request t where t.answered_by = any($1::uuid[]) union select t.author_id as account_id, t.customer_id as customer_id, 41 as place from message t where t.author_id = any($1::uuid[]) and (from_student) union select t.author_id as account_id, t.customer_id as customer_id, 43 as place from message t where t.author_id = any($1::uuid[]) and (not from_student) union select t.account_id as account_id, t.customer_id as customer_id, 59 as place from enrolment t where t.account_id = any($1::uuid[]) union select t.asked_by as account_id, null::uuid as customer_id, 66 as place from legal_hold t where t.asked_by = any($1::uuid[]) union select t.decided_by as account_id, null::uuid as customer_id, 67 as place from legal_hold t where t.decided_by = any($1::uuid[]) union select t.lifted_by as account_id, null::uuid as customer_id, 68 as place from legal_hold t where t.lifted_by = any($1::uuid[]) union select t.author_id as account_id, md5('operator ' || t.customer_id::text)::uuid as customer_id, 76 as place from offer t where t.author_id = any($1::uuid[]) union select t.account_id as account_id, t.customer_id as customer_id, 84 as place from saved_reply t where t.account_id = any($1::uuid[]) and (shared) union select t.decided_by as account_id, null::uuid as customer_id, 89 as place from terms_decision t where t.decided_by = any($1::uuid[]) union select t.answered_by as account_id, null::uuid as customer_id, 90 as place from terms_decision t where t.answered_by = any($1::uuid[]) union select t.changed_by as account_id, t.customer_id as customer_id, 91 as place from visibility_change t where t.changed_by = any($1::uuid[]) union select t.made_by as account_id, t.customer_id as customer_id, 92 as place from webhook t where t.made_by = any($1::uuid[]);
end $plan$;

create function engine.files_of(uuid[], text[]) returns table (store text, key text)
language plpgsql stable set plan_cache_mode = force_generic_plan as $plan$
#variable_conflict use_column
begin
  return query select 'attachments' as store, t.customer_id || '/' || t.id as key from attachment t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from correspondence t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) union select 'attachments' as store, t.enquiry_id || '/' || t.id as key from enquiry_file t where (t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[])) union select 'attachments' as store, t.mail_id || '/' || t.id as key from inbound_file t where (t.mail_id) in (select t.id from inbound_mail t where t.from_address = any($2::text[])) union select 'attachments' as store, t.customer_id || '/' || t.id as key from handed_file t where (t.customer_id, t.attempt_id) in (select t.customer_id, t.id from attempt t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) union select 'exports' as store, t.id || '/' || t.id as key from own_export t where t.account_id = any($1::uuid[]);
end $plan$;

create function engine.export_counts(uuid[], text[]) returns table (name text, rows bigint)
language plpgsql stable set plan_cache_mode = force_generic_plan as $plan$
#variable_conflict use_column
begin
  return query select 'account'::text, (select count(*) as rows from account t where (t.id = any($1::uuid[])));
  return query select 'former_name'::text, (select count(*) as rows from former_name t where (t.account_id = any($1::uuid[])));
  return query select 'account_password'::text, (select count(*) as rows from account_password t where (t.account_id = any($1::uuid[])));
  return query select 'passkey'::text, (select count(*) as rows from passkey t where (t.account_id = any($1::uuid[])));
  return query select 'second_factor'::text, (select count(*) as rows from second_factor t where (t.account_id = any($1::uuid[])));
  return query select 'recovery_code'::text, (select count(*) as rows from recovery_code t where (t.account_id = any($1::uuid[])));
  return query select 'session'::text, (select count(*) as rows from session t where (t.account_id = any($1::uuid[])));
  return query select 'challenge'::text, (select count(*) as rows from challenge t where (t.id) in (select t.id from challenge t where t.account_id = any($1::uuid[]) union select t.id from challenge t where t.email = any($2::text[])));
  return query select 'membership'::text, (select count(*) as rows from membership t where (t.account_id = any($1::uuid[])));
  return query select 'course_administrator'::text, (select count(*) as rows from course_administrator t where (t.account_id = any($1::uuid[])));
  return query select 'course_teacher'::text, (select count(*) as rows from course_teacher t where (t.account_id = any($1::uuid[])));
  return query select 'visibility_change'::text, (select count(*) as rows from visibility_change t where (t.changed_by = any($1::uuid[])));
  return query select 'student_group_member'::text, (select count(*) as rows from student_group_member t where (t.account_id = any($1::uuid[])));
  return query select 'invitation_sender'::text, (select count(*) as rows from invitation_sender t where (t.account_id = any($1::uuid[])));
  return query select 'invitation_address'::text, (select count(*) as rows from invitation_address t where (t.address = any($2::text[])));
  return query select 'invitation_use'::text, (select count(*) as rows from invitation_use t where (t.account_id = any($1::uuid[])));
  return query select 'protected_identity'::text, (select count(*) as rows from protected_identity t where (t.account_id = any($1::uuid[])));
  return query select 'group_teacher'::text, (select count(*) as rows from group_teacher t where (t.account_id = any($1::uuid[])));
  return query select 'enrolment'::text, (select count(*) as rows from enrolment t where (t.account_id = any($1::uuid[])));
  return query select 'page_visit'::text, (select count(*) as rows from page_visit t where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))));
  return query select 'answer'::text, (select count(*) as rows from answer t where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))));
  return query select 'reflection'::text, (select count(*) as rows from reflection t where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))));
  return query select 'attempt'::text, (select count(*) as rows from attempt t where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))));
  return query select 'attempt_answer'::text, (select count(*) as rows from attempt_answer t where ((t.customer_id, t.attempt_id) in (select t.customer_id, t.id from attempt t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])))));
  return query select 'note'::text, (select count(*) as rows from note t where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))));
  return query select 'bookmark'::text, (select count(*) as rows from bookmark t where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))));
  return query select 'own_deadline'::text, (select count(*) as rows from own_deadline t where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))));
  return query select 'deadline_reminder'::text, (select count(*) as rows from deadline_reminder t where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))));
  return query select 'course_key'::text, (select count(*) as rows from course_key t where (t.customer_id, t.id) in (select t.customer_id, t.id from course_key t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])) union select t.customer_id, t.id from course_key t where t.bound_email = any($2::text[])));
  return query select 'certificate'::text, (select count(*) as rows from certificate t where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))));
  return query select 'correspondence'::text, (select count(*) as rows from correspondence t where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))));
  return query select 'message'::text, (select count(*) as rows from message t where (t.customer_id, t.id) in (select t.customer_id, t.id from message t where t.author_id = any($1::uuid[]) and (from_student) union select t.customer_id, t.id from message t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from correspondence t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and (not from_student) union select t.customer_id, t.id from message t where t.author_id = any($1::uuid[]) and (not from_student)));
  return query select 'attachment'::text, (select count(*) as rows from attachment t where (t.customer_id, t.id) in (select t.customer_id, t.id from attachment t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from correspondence t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) union select t.customer_id, t.id from attachment t where t.author_id = any($1::uuid[]) union select t.customer_id, t.id from attachment t where (t.customer_id, t.correspondence_id, t.message_sequence) in (select t.customer_id, t.correspondence_id, t.sequence from message t where t.author_id = any($1::uuid[]) and (from_student))));
  return query select 'message_draft'::text, (select count(*) as rows from message_draft t where (t.account_id = any($1::uuid[])));
  return query select 'thread_assignment'::text, (select count(*) as rows from thread_assignment t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.correspondence_id from thread_assignment t where t.account_id = any($1::uuid[]) union select t.customer_id, t.correspondence_id from thread_assignment t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from correspondence t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])))));
  return query select 'saved_reply'::text, (select count(*) as rows from saved_reply t where (t.customer_id, t.id) in (select t.customer_id, t.id from saved_reply t where t.account_id = any($1::uuid[]) and (not shared) union select t.customer_id, t.id from saved_reply t where t.account_id = any($1::uuid[]) and (shared)));
  return query select 'reply_address'::text, (select count(*) as rows from reply_address t where (t.customer_id, t.id) in (select t.customer_id, t.id from reply_address t where t.account_id = any($1::uuid[]) union select t.customer_id, t.id from reply_address t where (t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from correspondence t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])))));
  return query select 'operator_staff'::text, (select count(*) as rows from operator_staff t where (t.account_id = any($1::uuid[])));
  return query select 'enquiry'::text, (select count(*) as rows from enquiry t where (t.email = any($2::text[])));
  return query select 'enquiry_message'::text, (select count(*) as rows from enquiry_message t where (t.id) in (select t.id from enquiry_message t where (t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[])) union select t.id from enquiry_message t where t.author_id = any($1::uuid[])));
  return query select 'enquiry_look'::text, (select count(*) as rows from enquiry_look t where ((t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[]))));
  return query select 'enquiry_assignment'::text, (select count(*) as rows from enquiry_assignment t where (t.enquiry_id) in (select t.enquiry_id from enquiry_assignment t where (t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[])) union select t.enquiry_id from enquiry_assignment t where t.account_id = any($1::uuid[])));
  return query select 'enquiry_merge'::text, (select count(*) as rows from enquiry_merge t where (t.enquiry_id) in (select t.enquiry_id from enquiry_merge t where (t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[])) union select t.enquiry_id from enquiry_merge t where (t.into_id) in (select t.id from enquiry t where t.email = any($2::text[]))));
  return query select 'offer'::text, (select count(*) as rows from offer t where (t.id) in (select t.id from offer t where (t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[])) union select t.id from offer t where t.author_id = any($1::uuid[])));
  return query select 'inbound_mail'::text, (select count(*) as rows from inbound_mail t where (t.from_address = any($2::text[])));
  return query select 'enquiry_file'::text, (select count(*) as rows from enquiry_file t where (t.id) in (select t.id from enquiry_file t where (t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[])) union select t.id from enquiry_file t where (t.message_id) in (select t.id from enquiry_message t where (t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[])))));
  return query select 'inbound_file'::text, (select count(*) as rows from inbound_file t where ((t.mail_id) in (select t.id from inbound_mail t where t.from_address = any($2::text[]))));
  return query select 'bounced_address'::text, (select count(*) as rows from bounced_address t where (t.address = any($2::text[])));
  return query select 'api_token'::text, (select count(*) as rows from api_token t where (t.made_by = any($1::uuid[])));
  return query select 'webhook'::text, (select count(*) as rows from webhook t where (t.made_by = any($1::uuid[])));
  return query select 'webhook_delivery'::text, (select count(*) as rows from webhook_delivery t where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))));
  return query select 'extra_time'::text, (select count(*) as rows from extra_time t where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))));
  return query select 'handed_file'::text, (select count(*) as rows from handed_file t where ((t.customer_id, t.attempt_id) in (select t.customer_id, t.id from attempt t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])))));
  return query select 'marking'::text, (select count(*) as rows from marking t where (t.customer_id, t.id) in (select t.customer_id, t.id from marking t where (t.customer_id, t.attempt_id) in (select t.customer_id, t.id from attempt t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) union select t.customer_id, t.id from marking t where t.marker_id = any($1::uuid[])));
  return query select 'review_request'::text, (select count(*) as rows from review_request t where (t.customer_id, t.attempt_id, t.question_id) in (select t.customer_id, t.attempt_id, t.question_id from review_request t where (t.customer_id, t.attempt_id) in (select t.customer_id, t.id from attempt t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) union select t.customer_id, t.attempt_id, t.question_id from review_request t where t.answered_by = any($1::uuid[])));
  return query select 'newsletter_subscriber'::text, (select count(*) as rows from newsletter_subscriber t where (t.email = any($2::text[])));
  return query select 'newsletter_subscription'::text, (select count(*) as rows from newsletter_subscription t where ((t.subscriber_id) in (select t.id from newsletter_subscriber t where t.email = any($2::text[]))));
  return query select 'newsletter_choice'::text, (select count(*) as rows from newsletter_choice t where ((t.subscriber_id) in (select t.id from newsletter_subscriber t where t.email = any($2::text[]))));
  return query select 'newsletter_delivery'::text, (select count(*) as rows from newsletter_delivery t where ((t.subscriber_id) in (select t.id from newsletter_subscriber t where t.email = any($2::text[]))));
  return query select 'notification'::text, (select count(*) as rows from notification t where (t.account_id = any($1::uuid[])));
  return query select 'notification_choice'::text, (select count(*) as rows from notification_choice t where (t.account_id = any($1::uuid[])));
  return query select 'notification_rhythm'::text, (select count(*) as rows from notification_rhythm t where (t.account_id = any($1::uuid[])));
  return query select 'data_terms_acceptance'::text, (select count(*) as rows from data_terms_acceptance t where (t.customer_id, t.id) in (select t.customer_id, t.id from data_terms_acceptance t where t.account_id = any($1::uuid[]) union select t.customer_id, t.id from data_terms_acceptance t where t.email = any($2::text[])));
  return query select 'customer_export'::text, (select count(*) as rows from customer_export t where (t.requested_by = any($1::uuid[])));
  return query select 'ledger'::text, (select count(*) as rows from ledger t where (t.account_id = any($1::uuid[])));
  return query select 'access_log'::text, (select count(*) as rows from access_log t where (t.id) in (select t.id from access_log t where t.actor_id = any($1::uuid[]) union select t.id from access_log t where t.id in (select t.log_id from access_log_subject t where t.account_id = any($1::uuid[])) union select t.id from access_log t where t.id in (select t.log_id from enquiry_look t where (t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[]))) union select t.id from access_log t where t.id in (select t.log_id from data_request_look t where (t.request_id) in (select t.id from data_request t where t.email = any($2::text[]))) union select t.id from access_log t where t.id in (select t.log_id from customer_request_look t where (t.customer_id, t.request_id) in (select t.customer_id, t.id from customer_request t where t.email = any($2::text[]))) union select t.id from access_log t where t.id in (select t.log_id from address_look t where t.account_id = any($1::uuid[])) union select t.id from access_log t where t.id in (select t.log_id from address_look t where t.address = any($2::text[])) union select t.id from access_log t where t.id in (select t.log_id from contact_look t where t.address = any($2::text[])) union select t.id from access_log t where t.id in (select t.log_id from purchase_look t where (t.purchase_id) in (select t.id from purchase t where t.email = any($2::text[])))));
  return query select 'access_log_subject'::text, (select count(*) as rows from access_log_subject t where (t.account_id = any($1::uuid[])));
  return query select 'address_look'::text, (select count(*) as rows from address_look t where (t.customer_id, t.id) in (select t.customer_id, t.id from address_look t where t.account_id = any($1::uuid[]) union select t.customer_id, t.id from address_look t where t.address = any($2::text[])));
  return query select 'mail'::text, (select count(*) as rows from mail t where (t.id) in (select t.id from mail t where t.account_id = any($1::uuid[]) union select t.id from mail t where t.address = any($2::text[])));
  return query select 'restriction'::text, (select count(*) as rows from restriction t where (t.account_id = any($1::uuid[])));
  return query select 'legal_hold'::text, (select count(*) as rows from legal_hold t where (t.id) in (select t.id from legal_hold t where t.account_id = any($1::uuid[]) union select t.id from legal_hold t where t.asked_by = any($1::uuid[]) union select t.id from legal_hold t where t.decided_by = any($1::uuid[]) union select t.id from legal_hold t where t.lifted_by = any($1::uuid[])));
  return query select 'data_request'::text, (select count(*) as rows from data_request t where (t.email = any($2::text[])));
  return query select 'data_request_event'::text, (select count(*) as rows from data_request_event t where (t.request_id, t.number) in (select t.request_id, t.number from data_request_event t where (t.request_id) in (select t.id from data_request t where t.email = any($2::text[])) union select t.request_id, t.number from data_request_event t where t.actor_id = any($1::uuid[])));
  return query select 'data_request_look'::text, (select count(*) as rows from data_request_look t where ((t.request_id) in (select t.id from data_request t where t.email = any($2::text[]))));
  return query select 'customer_request'::text, (select count(*) as rows from customer_request t where (t.email = any($2::text[])));
  return query select 'customer_request_look'::text, (select count(*) as rows from customer_request_look t where ((t.customer_id, t.request_id) in (select t.customer_id, t.id from customer_request t where t.email = any($2::text[]))));
  return query select 'customer_contact'::text, (select count(*) as rows from customer_contact t where (t.email = any($2::text[])));
  return query select 'contact_look'::text, (select count(*) as rows from contact_look t where (t.address = any($2::text[])));
  return query select 'own_export'::text, (select count(*) as rows from own_export t where (t.account_id = any($1::uuid[])));
  return query select 'terms_decision'::text, (select count(*) as rows from terms_decision t where (t.account_id = any($1::uuid[])));
  return query select 'checkout'::text, (select count(*) as rows from checkout t where (t.email = any($2::text[])));
  return query select 'purchase'::text, (select count(*) as rows from purchase t where (t.email = any($2::text[])));
  return query select 'purchase_look'::text, (select count(*) as rows from purchase_look t where ((t.purchase_id) in (select t.id from purchase t where t.email = any($2::text[]))));
  return query select 'voucher'::text, (select count(*) as rows from voucher t where ((t.purchase_id) in (select t.id from purchase t where t.email = any($2::text[]))));
end $plan$;

create function engine.export_page(uuid[], text[], integer, jsonb, text) returns table (key jsonb, "row" jsonb, file jsonb)
language plpgsql stable set plan_cache_mode = force_generic_plan as $plan$
#variable_conflict use_column
begin
  case $5
  when 'account' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('id', t.id, 'kind', t.kind, 'email', t.email, 'email_confirmed_at', t.email_confirmed_at, 'given_name', t.given_name, 'family_name', t.family_name, 'language', t.language, 'created_at', t.created_at, 'closed_at', t.closed_at, 'erase_due_at', t.erase_due_at, 'erase_warned_at', t.erase_warned_at) as row, null::jsonb as file
        from account t
        where (t.id = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.account, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'former_name' then return query select jsonb_build_array(t.account_id, t.id) as key, jsonb_build_object('given_name', t.given_name, 'family_name', t.family_name, 'email', t.email, 'changed_at', t.changed_at) as row, null::jsonb as file
        from former_name t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.account_id, t.id) > (select g.account_id, g.id from jsonb_populate_record(null::public.former_name, jsonb_build_object('account_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.account_id, t.id limit $3;
  when 'account_password' then return query select jsonb_build_array(t.account_id) as key, jsonb_build_object('changed_at', t.changed_at) as row, null::jsonb as file
        from account_password t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.account_id) > (select g.account_id from jsonb_populate_record(null::public.account_password, jsonb_build_object('account_id', $4::jsonb -> 0)) g)) order by t.account_id limit $3;
  when 'passkey' then return query select jsonb_build_array(t.account_id, t.id) as key, jsonb_build_object('id', t.id, 'transports', t.transports, 'name', t.name, 'created_at', t.created_at, 'last_used_at', t.last_used_at) as row, null::jsonb as file
        from passkey t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.account_id, t.id) > (select g.account_id, g.id from jsonb_populate_record(null::public.passkey, jsonb_build_object('account_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.account_id, t.id limit $3;
  when 'second_factor' then return query select jsonb_build_array(t.account_id) as key, jsonb_build_object('confirmed_at', t.confirmed_at) as row, null::jsonb as file
        from second_factor t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.account_id) > (select g.account_id from jsonb_populate_record(null::public.second_factor, jsonb_build_object('account_id', $4::jsonb -> 0)) g)) order by t.account_id limit $3;
  when 'recovery_code' then return query select jsonb_build_array(t.account_id, t.code_hash) as key, jsonb_build_object('used_at', t.used_at) as row, null::jsonb as file
        from recovery_code t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.account_id, t.code_hash) > (select g.account_id, g.code_hash from jsonb_populate_record(null::public.recovery_code, jsonb_build_object('account_id', $4::jsonb -> 0, 'code_hash', $4::jsonb -> 1)) g)) order by t.account_id, t.code_hash limit $3;
  when 'session' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('id', t.id, 'rotated_at', t.rotated_at, 'created_at', t.created_at, 'last_seen_at', t.last_seen_at, 'confirmed_at', t.confirmed_at, 'expires_at', t.expires_at, 'browser', t.browser) as row, null::jsonb as file
        from session t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.session, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'challenge' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('kind', t.kind, 'email', t.email, 'created_at', t.created_at, 'expires_at', t.expires_at) as row, null::jsonb as file
        from challenge t
        where (t.id) in ((select t.id from challenge t where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.challenge, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from challenge t where (t.email = any($2::text[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.challenge, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3)) order by t.id limit $3;
  when 'membership' then return query select jsonb_build_array(t.customer_id, t.account_id, t.role) as key, jsonb_build_object('role', t.role, 'created_at', t.created_at, 'ends_at', t.ends_at) as row, null::jsonb as file
        from membership t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.account_id, t.role) > (select g.customer_id, g.account_id, g.role from jsonb_populate_record(null::public.membership, jsonb_build_object('customer_id', $4::jsonb -> 0, 'account_id', $4::jsonb -> 1, 'role', $4::jsonb -> 2)) g)) order by t.customer_id, t.account_id, t.role limit $3;
  when 'course_administrator' then return query select jsonb_build_array(t.customer_id, t.course_id, t.account_id) as key, jsonb_build_object('account_id', t.account_id, 'created_at', t.created_at, 'ends_at', t.ends_at) as row, null::jsonb as file
        from course_administrator t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.course_id, t.account_id) > (select g.customer_id, g.course_id, g.account_id from jsonb_populate_record(null::public.course_administrator, jsonb_build_object('customer_id', $4::jsonb -> 0, 'course_id', $4::jsonb -> 1, 'account_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.course_id, t.account_id limit $3;
  when 'course_teacher' then return query select jsonb_build_array(t.customer_id, t.course_id, t.account_id) as key, jsonb_build_object('course_id', (select named.title from course named where named.customer_id = t.customer_id and named.id = t.course_id), 'account_id', t.account_id, 'created_at', t.created_at, 'ends_at', t.ends_at) as row, null::jsonb as file
        from course_teacher t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.course_id, t.account_id) > (select g.customer_id, g.course_id, g.account_id from jsonb_populate_record(null::public.course_teacher, jsonb_build_object('customer_id', $4::jsonb -> 0, 'course_id', $4::jsonb -> 1, 'account_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.course_id, t.account_id limit $3;
  when 'visibility_change' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('changed_by', t.changed_by, 'changed_at', t.changed_at) as row, null::jsonb as file
        from visibility_change t
        where (t.changed_by = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.visibility_change, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'student_group_member' then return query select jsonb_build_array(t.customer_id, t.group_id, t.account_id) as key, jsonb_build_object('group_id', (select named.name from student_group named where named.customer_id = t.customer_id and named.id = t.group_id), 'account_id', t.account_id, 'joined_at', t.joined_at) as row, null::jsonb as file
        from student_group_member t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.group_id, t.account_id) > (select g.customer_id, g.group_id, g.account_id from jsonb_populate_record(null::public.student_group_member, jsonb_build_object('customer_id', $4::jsonb -> 0, 'group_id', $4::jsonb -> 1, 'account_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.group_id, t.account_id limit $3;
  when 'invitation_sender' then return query select jsonb_build_array(t.customer_id, t.invitation_id) as key, jsonb_build_object('account_id', t.account_id) as row, null::jsonb as file
        from invitation_sender t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.invitation_id) > (select g.customer_id, g.invitation_id from jsonb_populate_record(null::public.invitation_sender, jsonb_build_object('customer_id', $4::jsonb -> 0, 'invitation_id', $4::jsonb -> 1)) g)) order by t.customer_id, t.invitation_id limit $3;
  when 'invitation_address' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('address', t.address, 'created_at', t.created_at) as row, null::jsonb as file
        from invitation_address t
        where (t.address = any($2::text[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.invitation_address, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'invitation_use' then return query select jsonb_build_array(t.customer_id, t.invitation_id, t.account_id) as key, jsonb_build_object('account_id', t.account_id, 'accepted_at', t.accepted_at) as row, null::jsonb as file
        from invitation_use t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.invitation_id, t.account_id) > (select g.customer_id, g.invitation_id, g.account_id from jsonb_populate_record(null::public.invitation_use, jsonb_build_object('customer_id', $4::jsonb -> 0, 'invitation_id', $4::jsonb -> 1, 'account_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.invitation_id, t.account_id limit $3;
  when 'protected_identity' then return query select jsonb_build_array(t.customer_id, t.account_id) as key, jsonb_build_object('account_id', t.account_id, 'designation', t.designation, 'by_customer_at', t.by_customer_at, 'by_person_at', t.by_person_at) as row, null::jsonb as file
        from protected_identity t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.account_id) > (select g.customer_id, g.account_id from jsonb_populate_record(null::public.protected_identity, jsonb_build_object('customer_id', $4::jsonb -> 0, 'account_id', $4::jsonb -> 1)) g)) order by t.customer_id, t.account_id limit $3;
  when 'group_teacher' then return query select jsonb_build_array(t.customer_id, t.group_id, t.account_id) as key, jsonb_build_object('group_id', (select named.name from student_group named where named.customer_id = t.customer_id and named.id = t.group_id), 'account_id', t.account_id, 'created_at', t.created_at, 'ends_at', t.ends_at) as row, null::jsonb as file
        from group_teacher t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.group_id, t.account_id) > (select g.customer_id, g.group_id, g.account_id from jsonb_populate_record(null::public.group_teacher, jsonb_build_object('customer_id', $4::jsonb -> 0, 'group_id', $4::jsonb -> 1, 'account_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.group_id, t.account_id limit $3;
  when 'enrolment' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('course_id', (select named.title from course named where named.customer_id = t.customer_id and named.id = t.course_id), 'source', t.source, 'created_at', t.created_at, 'ends_at', t.ends_at, 'resume_page_id', (select named.title from course_page named where named.customer_id = t.customer_id and named.id = t.resume_page_id), 'last_active_at', t.last_active_at, 'completed_at', t.completed_at) as row, null::jsonb as file
        from enrolment t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.enrolment, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'page_visit' then return query select jsonb_build_array(t.customer_id, t.enrolment_id, t.page_id) as key, jsonb_build_object('page_id', (select named.title from course_page named where named.customer_id = t.customer_id and named.id = t.page_id), 'first_at', t.first_at, 'last_at', t.last_at, 'completed_at', t.completed_at, 'place_permille', t.place_permille, 'player', t.player, 'player_second', t.player_second) as row, null::jsonb as file
        from page_visit t
        where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.enrolment_id, t.page_id) > (select g.customer_id, g.enrolment_id, g.page_id from jsonb_populate_record(null::public.page_visit, jsonb_build_object('customer_id', $4::jsonb -> 0, 'enrolment_id', $4::jsonb -> 1, 'page_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.enrolment_id, t.page_id limit $3;
  when 'answer' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('question_id', (select named.prompt from question named where named.customer_id = t.customer_id and named.id = t.question_id), 'response', t.response, 'correct', t.correct, 'answered_at', t.answered_at) as row, null::jsonb as file
        from answer t
        where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.answer, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'reflection' then return query select jsonb_build_array(t.customer_id, t.enrolment_id, t.page_id, t.box) as key, jsonb_build_object('page_id', (select named.title from course_page named where named.customer_id = t.customer_id and named.id = t.page_id), 'body', t.body, 'saved_at', t.saved_at) as row, null::jsonb as file
        from reflection t
        where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.enrolment_id, t.page_id, t.box) > (select g.customer_id, g.enrolment_id, g.page_id, g.box from jsonb_populate_record(null::public.reflection, jsonb_build_object('customer_id', $4::jsonb -> 0, 'enrolment_id', $4::jsonb -> 1, 'page_id', $4::jsonb -> 2, 'box', $4::jsonb -> 3)) g)) order by t.customer_id, t.enrolment_id, t.page_id, t.box limit $3;
  when 'attempt' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('number', t.number, 'started_at', t.started_at, 'deadline_at', t.deadline_at, 'submitted_at', t.submitted_at, 'points', t.points, 'max_points', t.max_points, 'passed', t.passed) as row, null::jsonb as file
        from attempt t
        where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.attempt, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'attempt_answer' then return query select jsonb_build_array(t.customer_id, t.attempt_id, t.question_id) as key, jsonb_build_object('question_id', (select named.prompt from question named where named.customer_id = t.customer_id and named.id = t.question_id), 'response', t.response, 'correct', t.correct, 'points', t.points, 'saved_at', t.saved_at) as row, null::jsonb as file
        from attempt_answer t
        where ((t.customer_id, t.attempt_id) in (select t.customer_id, t.id from attempt t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])))) and ($4::jsonb is null or (t.customer_id, t.attempt_id, t.question_id) > (select g.customer_id, g.attempt_id, g.question_id from jsonb_populate_record(null::public.attempt_answer, jsonb_build_object('customer_id', $4::jsonb -> 0, 'attempt_id', $4::jsonb -> 1, 'question_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.attempt_id, t.question_id limit $3;
  when 'note' then return query select jsonb_build_array(t.customer_id, t.enrolment_id, t.page_id) as key, jsonb_build_object('page_id', (select named.title from course_page named where named.customer_id = t.customer_id and named.id = t.page_id), 'body', t.body, 'saved_at', t.saved_at) as row, null::jsonb as file
        from note t
        where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.enrolment_id, t.page_id) > (select g.customer_id, g.enrolment_id, g.page_id from jsonb_populate_record(null::public.note, jsonb_build_object('customer_id', $4::jsonb -> 0, 'enrolment_id', $4::jsonb -> 1, 'page_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.enrolment_id, t.page_id limit $3;
  when 'bookmark' then return query select jsonb_build_array(t.customer_id, t.enrolment_id, t.page_id) as key, jsonb_build_object('page_id', (select named.title from course_page named where named.customer_id = t.customer_id and named.id = t.page_id), 'created_at', t.created_at) as row, null::jsonb as file
        from bookmark t
        where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.enrolment_id, t.page_id) > (select g.customer_id, g.enrolment_id, g.page_id from jsonb_populate_record(null::public.bookmark, jsonb_build_object('customer_id', $4::jsonb -> 0, 'enrolment_id', $4::jsonb -> 1, 'page_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.enrolment_id, t.page_id limit $3;
  when 'own_deadline' then return query select jsonb_build_array(t.customer_id, t.enrolment_id) as key, jsonb_build_object('due_at', t.due_at, 'waiver_reason', t.waiver_reason, 'created_at', t.created_at) as row, null::jsonb as file
        from own_deadline t
        where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.enrolment_id) > (select g.customer_id, g.enrolment_id from jsonb_populate_record(null::public.own_deadline, jsonb_build_object('customer_id', $4::jsonb -> 0, 'enrolment_id', $4::jsonb -> 1)) g)) order by t.customer_id, t.enrolment_id limit $3;
  when 'deadline_reminder' then return query select jsonb_build_array(t.customer_id, t.enrolment_id, t.due_at, t.days_ahead) as key, jsonb_build_object('due_at', t.due_at, 'days_ahead', t.days_ahead, 'sent_at', t.sent_at) as row, null::jsonb as file
        from deadline_reminder t
        where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.enrolment_id, t.due_at, t.days_ahead) > (select g.customer_id, g.enrolment_id, g.due_at, g.days_ahead from jsonb_populate_record(null::public.deadline_reminder, jsonb_build_object('customer_id', $4::jsonb -> 0, 'enrolment_id', $4::jsonb -> 1, 'due_at', $4::jsonb -> 2, 'days_ahead', $4::jsonb -> 3)) g)) order by t.customer_id, t.enrolment_id, t.due_at, t.days_ahead limit $3;
  when 'course_key' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('last_three', t.last_three, 'bound_email', t.bound_email, 'bound_given_name', t.bound_given_name, 'bound_family_name', t.bound_family_name, 'created_at', t.created_at, 'handed_out_at', t.handed_out_at, 'expires_at', t.expires_at, 'blocked_at', t.blocked_at, 'redeemed_at', t.redeemed_at) as row, null::jsonb as file
        from course_key t
        where (t.customer_id, t.id) in ((select t.customer_id, t.id from course_key t where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.course_key, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3) union (select t.customer_id, t.id from course_key t where (t.bound_email = any($2::text[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.course_key, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3)) order by t.customer_id, t.id limit $3;
  when 'certificate' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('number', t.number, 'issued_at', t.issued_at, 'expires_at', t.expires_at, 'renewed_at', t.renewed_at, 'reminded_at', t.reminded_at, 'revoked_at', t.revoked_at, 'revoked_reason', t.revoked_reason, 'replaced_by', t.replaced_by, 'hidden_at', t.hidden_at) as row, null::jsonb as file
        from certificate t
        where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.certificate, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'correspondence' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('course_id', (select named.title from course named where named.customer_id = t.customer_id and named.id = t.course_id), 'last_sequence', t.last_sequence, 'last_sent_at', t.last_sent_at, 'read_by_student', t.read_by_student, 'read_by_administrator', t.read_by_administrator, 'delivered_to_student', t.delivered_to_student, 'delivered_to_administrator', t.delivered_to_administrator, 'waiting_since', t.waiting_since, 'done_at', t.done_at, 'created_at', t.created_at) as row, null::jsonb as file
        from correspondence t
        where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.correspondence, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'message' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('author_id', case when t.author_id = any($1::uuid[]) then 'you' else 'someone else' end, 'from_student', t.from_student, 'body', t.body, 'sent_at', t.sent_at, 'edited_at', t.edited_at, 'page_id', (select named.title from course_page named where named.customer_id = t.customer_id and named.id = t.page_id), 'deleted_at', t.deleted_at) as row, null::jsonb as file
        from message t
        where (t.customer_id, t.id) in ((select t.customer_id, t.id from message t where (t.author_id = any($1::uuid[]) and (from_student)) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.message, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3) union (select t.customer_id, t.id from message t where ((t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from correspondence t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and (not from_student)) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.message, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3) union (select t.customer_id, t.id from message t where (t.author_id = any($1::uuid[]) and (not from_student)) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.message, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3)) order by t.customer_id, t.id limit $3;
  when 'attachment' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('author_id', case when t.author_id = any($1::uuid[]) then 'you' else 'someone else' end, 'from_student', t.from_student, 'name', t.name, 'type', t.type, 'bytes', t.bytes, 'created_at', t.created_at) as row, jsonb_build_object('key', t.customer_id || '/' || t.id, 'contentKey', encode(t.content_key, 'hex')) as file
        from attachment t
        where (t.customer_id, t.id) in ((select t.customer_id, t.id from attachment t where ((t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from correspondence t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.attachment, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3) union (select t.customer_id, t.id from attachment t where (t.author_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.attachment, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3) union (select t.customer_id, t.id from attachment t where ((t.customer_id, t.correspondence_id, t.message_sequence) in (select t.customer_id, t.correspondence_id, t.sequence from message t where t.author_id = any($1::uuid[]) and (from_student))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.attachment, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3)) order by t.customer_id, t.id limit $3;
  when 'message_draft' then return query select jsonb_build_array(t.customer_id, t.correspondence_id, t.account_id) as key, jsonb_build_object('account_id', case when t.account_id = any($1::uuid[]) then 'you' else 'someone else' end, 'body', t.body, 'page_id', (select named.title from course_page named where named.customer_id = t.customer_id and named.id = t.page_id), 'saved_at', t.saved_at) as row, null::jsonb as file
        from message_draft t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.correspondence_id, t.account_id) > (select g.customer_id, g.correspondence_id, g.account_id from jsonb_populate_record(null::public.message_draft, jsonb_build_object('customer_id', $4::jsonb -> 0, 'correspondence_id', $4::jsonb -> 1, 'account_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.correspondence_id, t.account_id limit $3;
  when 'thread_assignment' then return query select jsonb_build_array(t.customer_id, t.correspondence_id) as key, jsonb_build_object('account_id', case when t.account_id = any($1::uuid[]) then 'you' else 'someone else' end, 'assigned_at', t.assigned_at) as row, null::jsonb as file
        from thread_assignment t
        where (t.customer_id, t.correspondence_id) in ((select t.customer_id, t.correspondence_id from thread_assignment t where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.correspondence_id) > (select g.customer_id, g.correspondence_id from jsonb_populate_record(null::public.thread_assignment, jsonb_build_object('customer_id', $4::jsonb -> 0, 'correspondence_id', $4::jsonb -> 1)) g)) order by t.customer_id, t.correspondence_id limit $3) union (select t.customer_id, t.correspondence_id from thread_assignment t where ((t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from correspondence t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])))) and ($4::jsonb is null or (t.customer_id, t.correspondence_id) > (select g.customer_id, g.correspondence_id from jsonb_populate_record(null::public.thread_assignment, jsonb_build_object('customer_id', $4::jsonb -> 0, 'correspondence_id', $4::jsonb -> 1)) g)) order by t.customer_id, t.correspondence_id limit $3)) order by t.customer_id, t.correspondence_id limit $3;
  when 'saved_reply' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('account_id', case when t.account_id = any($1::uuid[]) then 'you' else 'someone else' end, 'title', t.title, 'body', t.body, 'shared', t.shared, 'created_at', t.created_at) as row, null::jsonb as file
        from saved_reply t
        where (t.customer_id, t.id) in ((select t.customer_id, t.id from saved_reply t where (t.account_id = any($1::uuid[]) and (not shared)) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.saved_reply, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3) union (select t.customer_id, t.id from saved_reply t where (t.account_id = any($1::uuid[]) and (shared)) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.saved_reply, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3)) order by t.customer_id, t.id limit $3;
  when 'reply_address' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('account_id', case when t.account_id = any($1::uuid[]) then 'you' else 'someone else' end, 'created_at', t.created_at, 'expires_at', t.expires_at) as row, null::jsonb as file
        from reply_address t
        where (t.customer_id, t.id) in ((select t.customer_id, t.id from reply_address t where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.reply_address, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3) union (select t.customer_id, t.id from reply_address t where ((t.customer_id, t.correspondence_id) in (select t.customer_id, t.id from correspondence t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.reply_address, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3)) order by t.customer_id, t.id limit $3;
  when 'operator_staff' then return query select jsonb_build_array(t.account_id, t.role) as key, jsonb_build_object('role', t.role, 'created_at', t.created_at) as row, null::jsonb as file
        from operator_staff t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.account_id, t.role) > (select g.account_id, g.role from jsonb_populate_record(null::public.operator_staff, jsonb_build_object('account_id', $4::jsonb -> 0, 'role', $4::jsonb -> 1)) g)) order by t.account_id, t.role limit $3;
  when 'enquiry' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('kind', t.kind, 'email', t.email, 'name', t.name, 'organisation', t.organisation, 'people_count', t.people_count, 'courses', t.courses, 'language', t.language, 'case_number', t.case_number, 'subject', t.subject, 'first_answered_at', t.first_answered_at, 'created_at', t.created_at, 'last_sent_at', t.last_sent_at, 'waiting_since', t.waiting_since, 'closed_at', t.closed_at) as row, null::jsonb as file
        from enquiry t
        where (t.email = any($2::text[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.enquiry, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'enquiry_message' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('from_sender', t.from_sender, 'author_id', case when t.author_id = any($1::uuid[]) then 'you' else 'someone else' end, 'body', t.body, 'by_mail', t.by_mail, 'sent_at', t.sent_at) as row, null::jsonb as file
        from enquiry_message t
        where (t.id) in ((select t.id from enquiry_message t where ((t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.enquiry_message, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from enquiry_message t where (t.author_id = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.enquiry_message, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3)) order by t.id limit $3;
  when 'enquiry_look' then return query select jsonb_build_array(t.enquiry_id, t.log_id) as key, jsonb_build_object() as row, null::jsonb as file
        from enquiry_look t
        where ((t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.enquiry_id, t.log_id) > (select g.enquiry_id, g.log_id from jsonb_populate_record(null::public.enquiry_look, jsonb_build_object('enquiry_id', $4::jsonb -> 0, 'log_id', $4::jsonb -> 1)) g)) order by t.enquiry_id, t.log_id limit $3;
  when 'enquiry_assignment' then return query select jsonb_build_array(t.enquiry_id) as key, jsonb_build_object('account_id', case when t.account_id = any($1::uuid[]) then 'you' else 'someone else' end, 'assigned_at', t.assigned_at) as row, null::jsonb as file
        from enquiry_assignment t
        where (t.enquiry_id) in ((select t.enquiry_id from enquiry_assignment t where ((t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.enquiry_id) > (select g.enquiry_id from jsonb_populate_record(null::public.enquiry_assignment, jsonb_build_object('enquiry_id', $4::jsonb -> 0)) g)) order by t.enquiry_id limit $3) union (select t.enquiry_id from enquiry_assignment t where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.enquiry_id) > (select g.enquiry_id from jsonb_populate_record(null::public.enquiry_assignment, jsonb_build_object('enquiry_id', $4::jsonb -> 0)) g)) order by t.enquiry_id limit $3)) order by t.enquiry_id limit $3;
  when 'enquiry_merge' then return query select jsonb_build_array(t.enquiry_id) as key, jsonb_build_object('merged_at', t.merged_at) as row, null::jsonb as file
        from enquiry_merge t
        where (t.enquiry_id) in ((select t.enquiry_id from enquiry_merge t where ((t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.enquiry_id) > (select g.enquiry_id from jsonb_populate_record(null::public.enquiry_merge, jsonb_build_object('enquiry_id', $4::jsonb -> 0)) g)) order by t.enquiry_id limit $3) union (select t.enquiry_id from enquiry_merge t where ((t.into_id) in (select t.id from enquiry t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.enquiry_id) > (select g.enquiry_id from jsonb_populate_record(null::public.enquiry_merge, jsonb_build_object('enquiry_id', $4::jsonb -> 0)) g)) order by t.enquiry_id limit $3)) order by t.enquiry_id limit $3;
  when 'offer' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('author_id', case when t.author_id = any($1::uuid[]) then 'you' else 'someone else' end, 'made_at', t.made_at, 'accepted_at', t.accepted_at, 'declined_at', t.declined_at, 'reason', t.reason) as row, null::jsonb as file
        from offer t
        where (t.id) in ((select t.id from offer t where ((t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.offer, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from offer t where (t.author_id = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.offer, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3)) order by t.id limit $3;
  when 'inbound_mail' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('from_address', t.from_address, 'subject', t.subject, 'body', t.body, 'state', t.state, 'received_at', t.received_at, 'handled_at', t.handled_at) as row, null::jsonb as file
        from inbound_mail t
        where (t.from_address = any($2::text[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.inbound_mail, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'enquiry_file' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('name', t.name, 'type', t.type, 'bytes', t.bytes, 'created_at', t.created_at) as row, jsonb_build_object('key', t.enquiry_id || '/' || t.id, 'contentKey', encode(t.content_key, 'hex')) as file
        from enquiry_file t
        where (t.id) in ((select t.id from enquiry_file t where ((t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.enquiry_file, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from enquiry_file t where ((t.message_id) in (select t.id from enquiry_message t where (t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[])))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.enquiry_file, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3)) order by t.id limit $3;
  when 'inbound_file' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('name', t.name, 'type', t.type, 'bytes', t.bytes) as row, jsonb_build_object('key', t.mail_id || '/' || t.id, 'contentKey', encode(t.content_key, 'hex')) as file
        from inbound_file t
        where ((t.mail_id) in (select t.id from inbound_mail t where t.from_address = any($2::text[]))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.inbound_file, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'bounced_address' then return query select jsonb_build_array(t.address) as key, jsonb_build_object('address', t.address, 'bounces', t.bounces, 'status', t.status, 'bounced_at', t.bounced_at, 'stopped_at', t.stopped_at) as row, null::jsonb as file
        from bounced_address t
        where (t.address = any($2::text[])) and ($4::jsonb is null or (t.address) > (select g.address from jsonb_populate_record(null::public.bounced_address, jsonb_build_object('address', $4::jsonb -> 0)) g)) order by t.address limit $3;
  when 'api_token' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('made_by', t.made_by, 'name', t.name, 'created_at', t.created_at, 'last_used_at', t.last_used_at) as row, null::jsonb as file
        from api_token t
        where (t.made_by = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.api_token, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'webhook' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('made_by', t.made_by) as row, null::jsonb as file
        from webhook t
        where (t.made_by = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.webhook, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'webhook_delivery' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('event', t.event, 'made_at', t.made_at, 'delivered_at', t.delivered_at) as row, null::jsonb as file
        from webhook_delivery t
        where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.webhook_delivery, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'extra_time' then return query select jsonb_build_array(t.customer_id, t.enrolment_id) as key, jsonb_build_object('minutes', t.minutes, 'created_at', t.created_at) as row, null::jsonb as file
        from extra_time t
        where ((t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.customer_id, t.enrolment_id) > (select g.customer_id, g.enrolment_id from jsonb_populate_record(null::public.extra_time, jsonb_build_object('customer_id', $4::jsonb -> 0, 'enrolment_id', $4::jsonb -> 1)) g)) order by t.customer_id, t.enrolment_id limit $3;
  when 'handed_file' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('question_id', (select named.prompt from question named where named.customer_id = t.customer_id and named.id = t.question_id), 'type', t.type, 'bytes', t.bytes, 'uploaded_at', t.uploaded_at) as row, jsonb_build_object('key', t.customer_id || '/' || t.id, 'contentKey', encode(t.content_key, 'hex')) as file
        from handed_file t
        where ((t.customer_id, t.attempt_id) in (select t.customer_id, t.id from attempt t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.handed_file, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'marking' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('question_id', (select named.prompt from question named where named.customer_id = t.customer_id and named.id = t.question_id), 'levels', t.levels, 'points', t.points, 'comment', t.comment, 'marker_id', case when t.marker_id = any($1::uuid[]) then 'you' else 'someone else' end, 'marked_at', t.marked_at) as row, null::jsonb as file
        from marking t
        where (t.customer_id, t.id) in ((select t.customer_id, t.id from marking t where ((t.customer_id, t.attempt_id) in (select t.customer_id, t.id from attempt t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])))) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.marking, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3) union (select t.customer_id, t.id from marking t where (t.marker_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.marking, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3)) order by t.customer_id, t.id limit $3;
  when 'review_request' then return query select jsonb_build_array(t.customer_id, t.attempt_id, t.question_id) as key, jsonb_build_object('question_id', (select named.prompt from question named where named.customer_id = t.customer_id and named.id = t.question_id), 'body', t.body, 'requested_at', t.requested_at, 'answer', t.answer, 'answered_by', case when t.answered_by = any($1::uuid[]) then 'you' else 'someone else' end, 'answered_at', t.answered_at) as row, null::jsonb as file
        from review_request t
        where (t.customer_id, t.attempt_id, t.question_id) in ((select t.customer_id, t.attempt_id, t.question_id from review_request t where ((t.customer_id, t.attempt_id) in (select t.customer_id, t.id from attempt t where (t.customer_id, t.enrolment_id) in (select t.customer_id, t.id from enrolment t where t.account_id = any($1::uuid[])))) and ($4::jsonb is null or (t.customer_id, t.attempt_id, t.question_id) > (select g.customer_id, g.attempt_id, g.question_id from jsonb_populate_record(null::public.review_request, jsonb_build_object('customer_id', $4::jsonb -> 0, 'attempt_id', $4::jsonb -> 1, 'question_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.attempt_id, t.question_id limit $3) union (select t.customer_id, t.attempt_id, t.question_id from review_request t where (t.answered_by = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.attempt_id, t.question_id) > (select g.customer_id, g.attempt_id, g.question_id from jsonb_populate_record(null::public.review_request, jsonb_build_object('customer_id', $4::jsonb -> 0, 'attempt_id', $4::jsonb -> 1, 'question_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.attempt_id, t.question_id limit $3)) order by t.customer_id, t.attempt_id, t.question_id limit $3;
  when 'newsletter_subscriber' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('email', t.email, 'language', t.language, 'asked_at', t.asked_at, 'confirmed_at', t.confirmed_at, 'bounced_at', t.bounced_at) as row, null::jsonb as file
        from newsletter_subscriber t
        where (t.email = any($2::text[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.newsletter_subscriber, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'newsletter_subscription' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('topic_id', (select jsonb_build_object('sv', named.title_sv, 'en', named.title_en) from newsletter_topic named where named.id = t.topic_id), 'confirmed_at', t.confirmed_at) as row, null::jsonb as file
        from newsletter_subscription t
        where ((t.subscriber_id) in (select t.id from newsletter_subscriber t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.newsletter_subscription, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'newsletter_choice' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('step', t.step, 'topics', t.topics, 'version', t.version, 'text_hash', t.text_hash, 'form_fingerprint', t.form_fingerprint, 'language', t.language, 'at', t.at) as row, null::jsonb as file
        from newsletter_choice t
        where ((t.subscriber_id) in (select t.id from newsletter_subscriber t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.newsletter_choice, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'newsletter_delivery' then return query select jsonb_build_array(t.issue_id, t.subscriber_id) as key, jsonb_build_object('issue_id', t.issue_id, 'created_at', t.created_at) as row, null::jsonb as file
        from newsletter_delivery t
        where ((t.subscriber_id) in (select t.id from newsletter_subscriber t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.issue_id, t.subscriber_id) > (select g.issue_id, g.subscriber_id from jsonb_populate_record(null::public.newsletter_delivery, jsonb_build_object('issue_id', $4::jsonb -> 0, 'subscriber_id', $4::jsonb -> 1)) g)) order by t.issue_id, t.subscriber_id limit $3;
  when 'notification' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('event', t.event, 'created_at', t.created_at, 'read_at', t.read_at, 'mail_due_at', t.mail_due_at, 'reminder_due_at', t.reminder_due_at) as row, null::jsonb as file
        from notification t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.notification, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'notification_choice' then return query select jsonb_build_array(t.account_id, t.event, t.channel) as key, jsonb_build_object('event', t.event, 'channel', t.channel, 'allowed', t.allowed) as row, null::jsonb as file
        from notification_choice t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.account_id, t.event, t.channel) > (select g.account_id, g.event, g.channel from jsonb_populate_record(null::public.notification_choice, jsonb_build_object('account_id', $4::jsonb -> 0, 'event', $4::jsonb -> 1, 'channel', $4::jsonb -> 2)) g)) order by t.account_id, t.event, t.channel limit $3;
  when 'notification_rhythm' then return query select jsonb_build_array(t.account_id) as key, jsonb_build_object('digest', t.digest, 'quiet_from', t.quiet_from, 'quiet_to', t.quiet_to, 'time_zone', t.time_zone) as row, null::jsonb as file
        from notification_rhythm t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.account_id) > (select g.account_id from jsonb_populate_record(null::public.notification_rhythm, jsonb_build_object('account_id', $4::jsonb -> 0)) g)) order by t.account_id limit $3;
  when 'data_terms_acceptance' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('accepted_at', t.accepted_at, 'email', t.email, 'name', t.name, 'title', t.title) as row, null::jsonb as file
        from data_terms_acceptance t
        where (t.customer_id, t.id) in ((select t.customer_id, t.id from data_terms_acceptance t where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.data_terms_acceptance, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3) union (select t.customer_id, t.id from data_terms_acceptance t where (t.email = any($2::text[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.data_terms_acceptance, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3)) order by t.customer_id, t.id limit $3;
  when 'customer_export' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('requested_by', t.requested_by, 'requested_at', t.requested_at) as row, null::jsonb as file
        from customer_export t
        where (t.requested_by = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.customer_export, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'ledger' then return query select jsonb_build_array(t.account_id, t.id) as key, jsonb_build_object('id', t.id, 'event', t.event, 'about', t.about, 'state', t.state, 'version', t.version, 'text_hash', t.text_hash, 'form_fingerprint', t.form_fingerprint, 'language', t.language, 'at', t.at) as row, null::jsonb as file
        from ledger t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.account_id, t.id) > (select g.account_id, g.id from jsonb_populate_record(null::public.ledger, jsonb_build_object('account_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.account_id, t.id limit $3;
  when 'access_log' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('at', t.at, 'actor_id', case when t.actor_id = any($1::uuid[]) then 'you' else 'someone else' end, 'purpose', t.purpose, 'room', t.room, 'fields', t.fields) as row, null::jsonb as file
        from access_log t
        where (t.id) in ((select t.id from access_log t where (t.actor_id = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.access_log, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from access_log t where (t.id in (select t.log_id from access_log_subject t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.access_log, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from access_log t where (t.id in (select t.log_id from enquiry_look t where (t.enquiry_id) in (select t.id from enquiry t where t.email = any($2::text[])))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.access_log, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from access_log t where (t.id in (select t.log_id from data_request_look t where (t.request_id) in (select t.id from data_request t where t.email = any($2::text[])))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.access_log, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from access_log t where (t.id in (select t.log_id from customer_request_look t where (t.customer_id, t.request_id) in (select t.customer_id, t.id from customer_request t where t.email = any($2::text[])))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.access_log, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from access_log t where (t.id in (select t.log_id from address_look t where t.account_id = any($1::uuid[]))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.access_log, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from access_log t where (t.id in (select t.log_id from address_look t where t.address = any($2::text[]))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.access_log, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from access_log t where (t.id in (select t.log_id from contact_look t where t.address = any($2::text[]))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.access_log, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from access_log t where (t.id in (select t.log_id from purchase_look t where (t.purchase_id) in (select t.id from purchase t where t.email = any($2::text[])))) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.access_log, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3)) order by t.id limit $3;
  when 'access_log_subject' then return query select jsonb_build_array(t.account_id, t.log_id) as key, jsonb_build_object() as row, null::jsonb as file
        from access_log_subject t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.account_id, t.log_id) > (select g.account_id, g.log_id from jsonb_populate_record(null::public.access_log_subject, jsonb_build_object('account_id', $4::jsonb -> 0, 'log_id', $4::jsonb -> 1)) g)) order by t.account_id, t.log_id limit $3;
  when 'address_look' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object() as row, null::jsonb as file
        from address_look t
        where (t.customer_id, t.id) in ((select t.customer_id, t.id from address_look t where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.address_look, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3) union (select t.customer_id, t.id from address_look t where (t.address = any($2::text[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.address_look, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3)) order by t.customer_id, t.id limit $3;
  when 'mail' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('address', t.address, 'template', t.template, 'language', t.language, 'state', t.state, 'created_at', t.created_at, 'sent_at', t.sent_at) as row, null::jsonb as file
        from mail t
        where (t.id) in ((select t.id from mail t where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.mail, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from mail t where (t.address = any($2::text[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.mail, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3)) order by t.id limit $3;
  when 'restriction' then return query select jsonb_build_array(t.account_id, t.id) as key, jsonb_build_object('kind', t.kind, 'purpose', t.purpose, 'began_at', t.began_at, 'ended_at', t.ended_at) as row, null::jsonb as file
        from restriction t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.account_id, t.id) > (select g.account_id, g.id from jsonb_populate_record(null::public.restriction, jsonb_build_object('account_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.account_id, t.id limit $3;
  when 'legal_hold' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('law', t.law, 'reason', t.reason, 'ends_at', t.ends_at, 'asked_by', case when t.asked_by = any($1::uuid[]) then 'you' else 'someone else' end, 'asked_at', t.asked_at, 'decided_by', case when t.decided_by = any($1::uuid[]) then 'you' else 'someone else' end, 'decided_at', t.decided_at, 'decision', t.decision, 'lifted_by', case when t.lifted_by = any($1::uuid[]) then 'you' else 'someone else' end, 'lifted_at', t.lifted_at) as row, null::jsonb as file
        from legal_hold t
        where (t.id) in ((select t.id from legal_hold t where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.legal_hold, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from legal_hold t where (t.asked_by = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.legal_hold, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from legal_hold t where (t.decided_by = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.legal_hold, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3) union (select t.id from legal_hold t where (t.lifted_by = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.legal_hold, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3)) order by t.id limit $3;
  when 'data_request' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('kind', t.kind, 'email', t.email, 'body', t.body, 'language', t.language, 'state', t.state, 'received_at', t.received_at, 'restricted_at', t.restricted_at, 'lifts_at', t.lifts_at, 'lifted_at', t.lifted_at) as row, null::jsonb as file
        from data_request t
        where (t.email = any($2::text[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.data_request, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'data_request_event' then return query select jsonb_build_array(t.request_id, t.number) as key, jsonb_build_object('state', t.state, 'actor_id', case when t.actor_id = any($1::uuid[]) then 'you' else 'someone else' end, 'at', t.at, 'note', t.note) as row, null::jsonb as file
        from data_request_event t
        where (t.request_id, t.number) in ((select t.request_id, t.number from data_request_event t where ((t.request_id) in (select t.id from data_request t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.request_id, t.number) > (select g.request_id, g.number from jsonb_populate_record(null::public.data_request_event, jsonb_build_object('request_id', $4::jsonb -> 0, 'number', $4::jsonb -> 1)) g)) order by t.request_id, t.number limit $3) union (select t.request_id, t.number from data_request_event t where (t.actor_id = any($1::uuid[])) and ($4::jsonb is null or (t.request_id, t.number) > (select g.request_id, g.number from jsonb_populate_record(null::public.data_request_event, jsonb_build_object('request_id', $4::jsonb -> 0, 'number', $4::jsonb -> 1)) g)) order by t.request_id, t.number limit $3)) order by t.request_id, t.number limit $3;
  when 'data_request_look' then return query select jsonb_build_array(t.request_id, t.log_id) as key, jsonb_build_object() as row, null::jsonb as file
        from data_request_look t
        where ((t.request_id) in (select t.id from data_request t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.request_id, t.log_id) > (select g.request_id, g.log_id from jsonb_populate_record(null::public.data_request_look, jsonb_build_object('request_id', $4::jsonb -> 0, 'log_id', $4::jsonb -> 1)) g)) order by t.request_id, t.log_id limit $3;
  when 'customer_request' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object('kind', t.kind, 'email', t.email, 'body', t.body, 'language', t.language, 'received_at', t.received_at, 'handed_at', t.handed_at, 'state', t.state, 'note', t.note, 'stepped_by', case when t.stepped_by = any($1::uuid[]) then 'you' else 'someone else' end, 'stepped_at', t.stepped_at, 'restricted_at', t.restricted_at, 'lifts_at', t.lifts_at, 'lifted_at', t.lifted_at) as row, null::jsonb as file
        from customer_request t
        where (t.email = any($2::text[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.customer_request, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'customer_request_look' then return query select jsonb_build_array(t.customer_id, t.request_id, t.log_id) as key, jsonb_build_object() as row, null::jsonb as file
        from customer_request_look t
        where ((t.customer_id, t.request_id) in (select t.customer_id, t.id from customer_request t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.customer_id, t.request_id, t.log_id) > (select g.customer_id, g.request_id, g.log_id from jsonb_populate_record(null::public.customer_request_look, jsonb_build_object('customer_id', $4::jsonb -> 0, 'request_id', $4::jsonb -> 1, 'log_id', $4::jsonb -> 2)) g)) order by t.customer_id, t.request_id, t.log_id limit $3;
  when 'customer_contact' then return query select jsonb_build_array(t.customer_id, t.part) as key, jsonb_build_object('name', t.name, 'email', t.email, 'phone', t.phone) as row, null::jsonb as file
        from customer_contact t
        where (t.email = any($2::text[])) and ($4::jsonb is null or (t.customer_id, t.part) > (select g.customer_id, g.part from jsonb_populate_record(null::public.customer_contact, jsonb_build_object('customer_id', $4::jsonb -> 0, 'part', $4::jsonb -> 1)) g)) order by t.customer_id, t.part limit $3;
  when 'contact_look' then return query select jsonb_build_array(t.customer_id, t.id) as key, jsonb_build_object() as row, null::jsonb as file
        from contact_look t
        where (t.address = any($2::text[])) and ($4::jsonb is null or (t.customer_id, t.id) > (select g.customer_id, g.id from jsonb_populate_record(null::public.contact_look, jsonb_build_object('customer_id', $4::jsonb -> 0, 'id', $4::jsonb -> 1)) g)) order by t.customer_id, t.id limit $3;
  when 'own_export' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('language', t.language, 'requested_at', t.requested_at, 'finished_at', t.finished_at, 'bytes', t.bytes, 'expires_at', t.expires_at) as row, null::jsonb as file
        from own_export t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.own_export, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'terms_decision' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('kind', t.kind, 'rule', t.rule, 'reason', t.reason, 'decided_by', case when t.decided_by = any($1::uuid[]) then 'you' else 'someone else' end, 'decided_at', t.decided_at, 'appeal_until', t.appeal_until, 'appeal', t.appeal, 'appealed_at', t.appealed_at, 'answered_by', case when t.answered_by = any($1::uuid[]) then 'you' else 'someone else' end, 'answered_at', t.answered_at, 'outcome', t.outcome, 'answer', t.answer) as row, null::jsonb as file
        from terms_decision t
        where (t.account_id = any($1::uuid[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.terms_decision, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'checkout' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('email', t.email, 'given_name', t.given_name, 'family_name', t.family_name, 'language', t.language, 'payment_method', t.payment_method, 'asked_at', t.asked_at) as row, null::jsonb as file
        from checkout t
        where (t.email = any($2::text[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.checkout, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'purchase' then return query select jsonb_build_array(t.id) as key, jsonb_build_object('number', t.number, 'course_title', t.course_title, 'email', t.email, 'given_name', t.given_name, 'family_name', t.family_name, 'language', t.language, 'payment_method', t.payment_method, 'ore', t.ore, 'ordered_at', t.ordered_at, 'pay_by', t.pay_by, 'reminded_at', t.reminded_at, 'paid_at', t.paid_at, 'withdrawn_at', t.withdrawn_at, 'cancelled_at', t.cancelled_at, 'refunded_at', t.refunded_at) as row, null::jsonb as file
        from purchase t
        where (t.email = any($2::text[])) and ($4::jsonb is null or (t.id) > (select g.id from jsonb_populate_record(null::public.purchase, jsonb_build_object('id', $4::jsonb -> 0)) g)) order by t.id limit $3;
  when 'purchase_look' then return query select jsonb_build_array(t.purchase_id, t.log_id) as key, jsonb_build_object() as row, null::jsonb as file
        from purchase_look t
        where ((t.purchase_id) in (select t.id from purchase t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.purchase_id, t.log_id) > (select g.purchase_id, g.log_id from jsonb_populate_record(null::public.purchase_look, jsonb_build_object('purchase_id', $4::jsonb -> 0, 'log_id', $4::jsonb -> 1)) g)) order by t.purchase_id, t.log_id limit $3;
  when 'voucher' then return query select jsonb_build_array(t.number) as key, jsonb_build_object('number', t.number, 'kind', t.kind, 'credits', t.credits, 'reference', t.reference, 'counterparty', t.counterparty, 'ore', t.ore, 'vat_ore', t.vat_ore, 'happened_on', t.happened_on, 'made_at', t.made_at) as row, null::jsonb as file
        from voucher t
        where ((t.purchase_id) in (select t.id from purchase t where t.email = any($2::text[]))) and ($4::jsonb is null or (t.number) > (select g.number from jsonb_populate_record(null::public.voucher, jsonb_build_object('number', $4::jsonb -> 0)) g)) order by t.number limit $3;
  end case;
end $plan$;

-- The operator's own people are told to the request as well; nothing else of app.enter is changed.
create function app.operator_roles(person uuid) returns text[] language sql stable
  return (select coalesce(array_agg(role order by role), '{}') from operator_staff where account_id = person);

create or replace function app.enter(token bytea, customer_slug text, for_purpose text) returns jsonb
  language plpgsql as $$
declare
  visitor session;
  person  account;
  place   customer;
  roles   text[] := '{}';
  staff   boolean := false;
begin
  perform set_config('app.across_customers', 'sign-in', true);
  if token is not null then
    select * into visitor from session
      where (token_hash = token
             or (previous_token_hash = token and rotated_at > app.now() - interval '1 minute'))
        and expires_at > app.now();
    if found then
      select * into person from account where id = visitor.account_id;
    end if;
  end if;
  if customer_slug is not null then
    select * into place from customer where slug = customer_slug and ended_at is null;
    if person.id is not null and place.id is not null then
      select coalesce(array_agg(role order by role), '{}') into roles
        from membership where customer_id = place.id and account_id = person.id;
      staff := roles && array['customer_admin', 'course_admin', 'teacher'];
    end if;
  end if;
  perform set_config('app.purpose', coalesce(for_purpose, ''), true);
  perform set_config('app.account_id', coalesce(person.id::text, ''), true);
  perform set_config('app.customer_id', coalesce(place.id::text, ''), true);
  perform set_config('app.staff_of', case when staff then place.id::text else '' end, true);
  perform set_config('app.across_customers', '', true);
  return jsonb_build_object(
    'operator', (select jsonb_build_object('name', name, 'contactEmail', contact_email, 'dpoName', dpo_name,
                   'dpoEmail', dpo_email, 'language', language) from operator),
    'customer', case when place.id is not null then
      jsonb_build_object('id', place.id, 'slug', place.slug, 'name', place.name) end,
    'actor', case when person.id is not null then
      jsonb_build_object(
        'accountId', person.id, 'sessionId', visitor.id, 'kind', person.kind,
        'givenName', person.given_name, 'language', person.language, 'roles', roles, 'staff', staff,
        'closed', person.closed_at is not null,
        'acceptedTerms', app.has_accepted_terms(person.id),
        'confirmedAt', visitor.confirmed_at, 'lastSeenAt', visitor.last_seen_at, 'rotatedAt', visitor.rotated_at,
        'operatorRoles', app.operator_roles(person.id),
        'staffSomewhere', (select m.customer_slug from (
            select c.slug as customer_slug from membership m join customer c on c.id = m.customer_id
            where m.account_id = person.id and m.role <> 'student' order by c.slug limit 1) m)) end);
end $$;

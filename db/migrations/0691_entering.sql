-- Who comes in is asked in every request and, for those who follow a conversation, every 45 seconds. What was asked of four tables one after
-- the other is asked of two at a time, and what only staff have is only asked for them.

-- Whether someone is of the customer is one question, whichever way they are. One at a time (offset 0), as in 0581.
drop policy scope on account;
create policy scope on account using (app.across_customers() or id = app.account_id()
  or exists (select from membership m where m.account_id = account.id and (m.customer_id = app.staff_of()
    or m.customer_id = app.customer_id() and m.role in ('course_admin', 'teacher')) offset 0));

-- The terms that hold for whoever came at a time. As in 0322; whoever is looked at has been read already.
create function app.terms_since(came timestamptz) returns integer language plpgsql stable parallel safe as $$
begin
  return (select max(d.version) from document_version d where d.kind = 'terms' and d.in_force_at <= app.now()
    and (d.applies_to = 'everyone' or d.in_force_at <= came));
end $$;
create or replace function app.terms_for(person uuid) returns integer language sql stable parallel safe
return app.terms_since((select a.created_at from account a where a.id = person));

drop function app.has_accepted_terms(uuid);
create function app.has_accepted_terms(person uuid, came timestamptz) returns boolean language plpgsql stable parallel safe as $$
declare of_version integer := app.terms_since(came);
begin
  return coalesce((select l.state = 'accepted' from ledger l
    where l.account_id = person and l.event = 'acceptance' and l.about = 'terms' and l.version = of_version
    order by l.at desc, l.id desc limit 1), false);
end $$;

create or replace function app.enter(token bytea, customer_slug text, for_purpose text) returns jsonb language plpgsql as $$
declare
  person    record;
  place     customer;
  roles     text[] := '{}';
  staff     boolean := false;
  somewhere text;
begin
  -- Several come in together: whoever comes next comes as nobody, and not as the one before.
  perform set_config('app.across_customers', 'sign-in', true), set_config('app.account_id', '', true),
    set_config('app.customer_id', '', true), set_config('app.staff_of', '', true);
  select a.id, a.kind, a.given_name, a.language, a.created_at, a.closed_at,
      s.id as session_id, s.confirmed_at, s.last_seen_at, s.rotated_at
    into person
    from session s join account a on a.id = s.account_id
    where (s.token_hash = token or (s.previous_token_hash = token and s.rotated_at > app.now() - interval '1 minute'))
      and s.expires_at > app.now();
  if customer_slug is not null then
    select * into place from customer where slug = customer_slug;
  end if;
  if person.id is not null then
    select coalesce(array_agg(m.role order by m.role) filter (where m.customer_id = place.id), '{}'),
        coalesce(bool_or(m.role <> 'student'), false)
      into roles, staff from membership m where m.account_id = person.id;
    -- Only staff have somewhere to be led to.
    if staff then
      somewhere := (select c.slug from membership m join customer c on c.id = m.customer_id
        where m.account_id = person.id and m.role <> 'student' order by c.slug limit 1);
    end if;
    staff := roles && array['customer_admin', 'course_admin', 'teacher'];
  end if;
  perform set_config('app.purpose', coalesce(for_purpose, ''), true),
    set_config('app.account_id', coalesce(person.id::text, ''), true),
    set_config('app.customer_id', case when place.id is null or place.ended_at <= app.now() then '' else place.id::text end, true),
    set_config('app.staff_of', case when staff and (place.ended_at is null or place.ended_at > app.now()) then place.id::text else '' end, true),
    set_config('app.across_customers', '', true);
  return jsonb_build_object(
    'operator', (select jsonb_build_object('name', name, 'contactEmail', contact_email, 'dpoName', dpo_name,
                   'dpoEmail', dpo_email, 'language', language) from operator),
    'customer', case when place.id is not null then
      jsonb_build_object('id', place.id, 'slug', place.slug, 'name', place.name, 'endedAt', case when place.ended_at <= app.now() then place.ended_at end) end,
    'actor', case when person.id is not null then
      jsonb_build_object(
        'accountId', person.id, 'sessionId', person.session_id, 'kind', person.kind,
        'givenName', person.given_name, 'language', person.language, 'roles', roles, 'staff', staff,
        'closed', person.closed_at is not null,
        'acceptedTerms', app.has_accepted_terms(person.id, person.created_at),
        'confirmedAt', person.confirmed_at, 'lastSeenAt', person.last_seen_at, 'rotatedAt', person.rotated_at,
        'unread', app.unread_notifications(person.id), 'operatorRoles', app.operator_roles(person.id),
        'staffSomewhere', somewhere) end);
end $$;

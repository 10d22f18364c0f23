-- Art. 18 for whoever is known by address alone. What is held is marked where it stands (Art. 4(3)): the row names the request that it was
-- set aside for, and is read by nobody else until that is lifted. What the person writes anew carries no mark (Art. 18(2)).
alter table data_request add column restricted_at timestamptz, add column lifts_at timestamptz, add column lifted_at timestamptz,
  add constraint data_request_restricted check (restricted_at is null or kind = 'restriction'),
  add constraint data_request_lifted check ((lifts_at is null or restricted_at is not null) and (lifted_at is null or lifts_at is not null));
alter table customer_request add column restricted_at timestamptz, add column lifts_at timestamptz, add column lifted_at timestamptz,
  add constraint customer_request_restricted check (restricted_at is null or kind = 'restriction'),
  add constraint customer_request_lifted check ((lifts_at is null or restricted_at is not null) and (lifted_at is null or lifts_at is not null));
create index data_request_lifts on data_request (lifts_at) where lifts_at is not null and lifted_at is null;
create index customer_request_lifts on customer_request (lifts_at) where lifts_at is not null and lifted_at is null;

do $$
declare name text;
begin
  foreach name in array array['course_key', 'invitation_address', 'enquiry', 'newsletter_subscriber', 'bounced_address', 'inbound_mail'] loop
    execute format('alter table %I add column restriction_id uuid', name);
    execute format('create index %I on %I (restriction_id) where restriction_id is not null', name || '_restriction', name);
  end loop;
end $$;

-- Marks what is held under the address, and takes the marks away.
call app.allow_across('restriction');
-- The subscriber's own steps, which go on while nothing may be sent.
call app.allow_across('own newsletters');

-- A key that is for nobody any longer has nobody to stand aside for.
create function app.forget_restriction_of_key() returns trigger language plpgsql as $$
begin
  new.restriction_id = null;
  return new;
end $$;
create trigger forget_restriction before update of bound_email on course_key for each row
  when (new.bound_email is null and new.restriction_id is not null) execute function app.forget_restriction_of_key();

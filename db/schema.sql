-- Generated from the migrations by db/generate.ts; a test fails when it differs. Do not edit.

create table access_log (
  id uuid not null default app.uuid_v7(),
  at timestamp with time zone not null default app.now(),
  actor_id uuid not null,
  customer_id uuid,
  purpose text not null,
  room text not null,
  fields text[] not null,
  due_at timestamp with time zone not null,
  actor_salt bytea default uuid_send(gen_random_uuid()),
  constraint link_look TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint access_log_pkey PRIMARY KEY (id),
  constraint access_log_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint access_log_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
);
CREATE INDEX access_log_actor ON public.access_log USING btree (actor_id);
CREATE INDEX access_log_due_at ON public.access_log USING btree (due_at);
alter table access_log force row level security;
create policy kept_until_due on access_log as restrictive for delete using (((due_at <= app.now()) AND (current_setting('app.across_customers'::text, true) = 'retention'::text)));
create policy looking on access_log for insert with check ((actor_id = app.account_id()));
create policy only_erasure on access_log as restrictive for update using ((current_setting('app.across_customers'::text, true) = 'erasure'::text));
create policy purpose on access_log as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,backup,"customer export",erasure,export,"look log",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('access_log'::text) END);
create policy scope on access_log for all using ((app.across_customers() OR ((actor_id = app.account_id()) OR (EXISTS ( SELECT FROM access_log_subject s WHERE ((s.log_id = access_log.id) AND (s.account_id = app.account_id())))))));
create policy unreadable_when_due on access_log as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
grant delete, insert, select on access_log to kursiv_runtime;

create table access_log_subject (
  log_id uuid not null,
  account_id uuid not null,
  salt bytea not null default uuid_send(gen_random_uuid()),
  constraint access_log_subject_pkey PRIMARY KEY (account_id, log_id),
  constraint access_log_subject_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint access_log_subject_log_id_fkey FOREIGN KEY (log_id) REFERENCES access_log(id) ON DELETE CASCADE
);
CREATE INDEX access_log_subject_log ON public.access_log_subject USING btree (log_id);
alter table access_log_subject force row level security;
create policy looking on access_log_subject for insert with check (true);
create policy only_erasure on access_log_subject as restrictive for delete using ((current_setting('app.across_customers'::text, true) = 'erasure'::text));
create policy purpose on access_log_subject as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,backup,"customer export",erasure,export,"look log",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('access_log_subject'::text) END);
create policy scope on access_log_subject for all using (((account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_restricted on access_log_subject as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select on access_log_subject to kursiv_runtime;

create table account (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  email text,
  email_confirmed_at timestamp with time zone,
  given_name text not null default ''::text,
  family_name text not null default ''::text,
  language text not null default 'sv'::text,
  created_at timestamp with time zone not null default app.now(),
  closed_at timestamp with time zone,
  erase_due_at timestamp with time zone,
  erase_warned_at timestamp with time zone,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_check CHECK (((kind = 'pseudonym'::text) = (email IS NULL))),
  constraint account_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
  constraint account_family_name_check CHECK ((length(family_name) <= 100)),
  constraint account_given_name_check CHECK ((length(given_name) <= 100)),
  constraint account_kind_check CHECK ((kind = ANY (ARRAY['personal'::text, 'demo'::text, 'staff'::text, 'pseudonym'::text]))),
  constraint account_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint closed_before_erased CHECK (((erase_due_at IS NULL) OR (closed_at IS NOT NULL)))
);
CREATE UNIQUE INDEX account_email_key ON public.account USING btree (email);
CREATE INDEX account_erase_due_at ON public.account USING btree (erase_due_at) WHERE (erase_due_at IS NOT NULL);
CREATE INDEX account_left ON public.account USING btree (id) WHERE ((closed_at IS NOT NULL) OR (kind = 'pseudonym'::text));
CREATE INDEX account_to_warn ON public.account USING btree (erase_due_at) WHERE ((closed_at IS NOT NULL) AND (erase_warned_at IS NULL));
alter table account force row level security;
create policy in_reach on account as restrictive for select using ((( SELECT app.reaches_all() AS reaches_all) OR app.person_in_reach(id)));
create policy purpose on account as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,assess-learning,backup,"certificate verification",correspond,"course mates","customer export",deliver-course,erasure,export,identify-user,invitation,"key redemption",mail,open-course,proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('account'::text) END);
create policy scope on account for all using ((app.across_customers() OR (id = app.account_id()) OR (EXISTS ( SELECT FROM membership m WHERE ((m.account_id = account.id) AND ((m.customer_id = app.staff_of()) OR ((m.customer_id = app.customer_id()) AND (m.role = ANY (ARRAY['course_admin'::text, 'teacher'::text]))))) OFFSET 0))));
create policy unreadable_when_due on account as restrictive for select using (((erase_due_at IS NULL) OR (erase_due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_restricted on account as restrictive for select using (((id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on account to kursiv_runtime;

create table account_password (
  account_id uuid not null,
  hash text not null,
  changed_at timestamp with time zone not null default app.now(),
  constraint account_password_pkey PRIMARY KEY (account_id),
  constraint account_password_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE
);
alter table account_password force row level security;
create policy purpose on account_password as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{api,backup,"customer export",erasure,export,identify-user,mail,proof,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('account_password'::text) END);
create policy scope on account_password for all using (((account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_restricted on account_password as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on account_password to kursiv_runtime;

create table address_look (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  log_id uuid not null,
  address text,
  key_id uuid,
  invited_id uuid,
  account_id uuid,
  constraint address_look_pkey PRIMARY KEY (customer_id, id),
  constraint address_look_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint address_look_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint address_look_customer_id_invited_id_fkey FOREIGN KEY (customer_id, invited_id) REFERENCES invitation_address(customer_id, id) ON DELETE CASCADE,
  constraint address_look_customer_id_key_id_fkey FOREIGN KEY (customer_id, key_id) REFERENCES course_key(customer_id, id) ON DELETE CASCADE,
  constraint address_look_log_id_fkey FOREIGN KEY (log_id) REFERENCES access_log(id) ON DELETE CASCADE,
  constraint address_look_address_check CHECK (((address = lower(address)) AND (length(address) <= 254))),
  constraint address_look_check CHECK ((num_nonnulls(address, account_id) = 1)),
  constraint address_look_check1 CHECK ((num_nonnulls(key_id, invited_id, account_id) = 1))
);
CREATE INDEX address_look_account ON public.address_look USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX address_look_address ON public.address_look USING btree (address) WHERE (address IS NOT NULL);
CREATE INDEX address_look_invited ON public.address_look USING btree (invited_id) WHERE (invited_id IS NOT NULL);
CREATE INDEX address_look_key ON public.address_look USING btree (key_id) WHERE (key_id IS NOT NULL);
CREATE INDEX address_look_log_id ON public.address_look USING btree (log_id);
alter table address_look force row level security;
create policy looking on address_look for insert with check ((customer_id = app.staff_of()));
create policy only_erasure on address_look as restrictive for delete using ((current_setting('app.across_customers'::text, true) = ANY (ARRAY['erasure'::text, 'retention'::text])));
create policy only_to_oneself on address_look as restrictive for update using (true) with check (((account_id = app.account_id()) OR (current_setting('app.across_customers'::text, true) = ANY (ARRAY['erasure'::text, 'rectification'::text]))));
create policy purpose on address_look as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,"key redemption","look log",mail,open-course,proof,purchase,rectification,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('address_look'::text) END);
create policy scope on address_look for all using ((app.across_customers() OR false));
create policy unreadable_when_restricted on address_look as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on address_look to kursiv_runtime;

create table agreement (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  number integer not null,
  language text not null,
  starts_at timestamp with time zone not null,
  period_months integer not null,
  renews boolean not null,
  notice_months integer not null,
  seats integer not null,
  all_courses boolean not null,
  noticed_at timestamp with time zone,
  noticed_by text,
  ends_at timestamp with time zone,
  client_id uuid not null,
  created_at timestamp with time zone not null,
  constraint agreement_customer_id_client_id_key UNIQUE (customer_id, client_id),
  constraint agreement_customer_id_number_key UNIQUE (customer_id, number),
  constraint agreement_pkey PRIMARY KEY (customer_id, id),
  constraint agreement_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint agreement_check CHECK (((noticed_at IS NULL) = (noticed_by IS NULL))),
  constraint agreement_check1 CHECK (((noticed_at IS NULL) OR (ends_at IS NOT NULL))),
  constraint agreement_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint agreement_notice_months_check CHECK (((notice_months >= 0) AND (notice_months <= 12))),
  constraint agreement_noticed_by_check CHECK ((noticed_by = ANY (ARRAY['customer'::text, 'operator'::text]))),
  constraint agreement_number_check CHECK ((number > 0)),
  constraint agreement_period_months_check CHECK (((period_months >= 1) AND (period_months <= 60))),
  constraint agreement_seats_check CHECK (((seats >= 1) AND (seats <= 1000000)))
);
alter table agreement force row level security;
create policy scope on agreement for all using (((customer_id = app.staff_of()) OR app.runs_customers() OR app.across_customers()));
grant delete, insert, select, update on agreement to kursiv_runtime;

create table agreement_course (
  customer_id uuid not null,
  agreement_id uuid not null,
  course_id uuid not null,
  constraint agreement_course_pkey PRIMARY KEY (customer_id, agreement_id, course_id),
  constraint agreement_course_customer_id_agreement_id_fkey FOREIGN KEY (customer_id, agreement_id) REFERENCES agreement(customer_id, id),
  constraint agreement_course_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id)
);
alter table agreement_course force row level security;
create policy scope on agreement_course for all using (((customer_id = app.staff_of()) OR app.runs_customers() OR app.across_customers()));
grant delete, insert, select, update on agreement_course to kursiv_runtime;

create table agreement_line (
  customer_id uuid not null,
  agreement_id uuid not null,
  position integer not null,
  description text not null,
  quantity integer not null,
  unit_ore bigint not null,
  vat_percent integer not null,
  constraint agreement_line_pkey PRIMARY KEY (customer_id, agreement_id, "position"),
  constraint agreement_line_customer_id_agreement_id_fkey FOREIGN KEY (customer_id, agreement_id) REFERENCES agreement(customer_id, id),
  constraint agreement_line_description_check CHECK (((length(description) >= 1) AND (length(description) <= 200))),
  constraint agreement_line_position_check CHECK (("position" > 0)),
  constraint agreement_line_quantity_check CHECK (((quantity >= 1) AND (quantity <= 1000000))),
  constraint agreement_line_unit_ore_check CHECK (((unit_ore >= 0) AND (unit_ore <= '100000000000'::bigint))),
  constraint agreement_line_vat_percent_check CHECK ((vat_percent = ANY (ARRAY[0, 6, 12, 25])))
);
alter table agreement_line force row level security;
create policy scope on agreement_line for all using (((customer_id = app.staff_of()) OR app.runs_customers() OR app.across_customers()));
grant delete, insert, select, update on agreement_line to kursiv_runtime;

create table answer (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  enrolment_id uuid not null,
  question_id uuid not null,
  client_id uuid not null,
  response jsonb not null,
  correct boolean not null,
  answered_at timestamp with time zone not null default app.now(),
  constraint answer_customer_id_enrolment_id_client_id_key UNIQUE (customer_id, enrolment_id, client_id),
  constraint answer_pkey PRIMARY KEY (customer_id, id),
  constraint answer_customer_id_enrolment_id_fkey FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint answer_customer_id_question_id_fkey FOREIGN KEY (customer_id, question_id) REFERENCES question(customer_id, id)
);
CREATE INDEX answer_question ON public.answer USING btree (customer_id, enrolment_id, question_id, answered_at DESC);
alter table answer force row level security;
create policy purpose on answer as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('answer'::text) END);
create policy scope on answer for all using ((app.across_customers() OR (customer_id = ( SELECT app.whole_customer() AS whole_customer)) OR ((customer_id = app.customer_id()) AND (EXISTS ( SELECT FROM enrolment e WHERE ((e.customer_id = answer.customer_id) AND (e.id = answer.enrolment_id)))))));
grant delete, insert, select, update on answer to kursiv_runtime;

create table answer_time (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  course_id uuid not null,
  minutes integer not null,
  answered_on date not null,
  due_at timestamp with time zone not null,
  constraint answer_time_pkey PRIMARY KEY (customer_id, id),
  constraint answer_time_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint answer_time_minutes_check CHECK ((minutes >= 0))
);
CREATE INDEX answer_time_course ON public.answer_time USING btree (customer_id, course_id, answered_on DESC) INCLUDE (minutes);
CREATE INDEX answer_time_due_at ON public.answer_time USING btree (due_at);
alter table answer_time force row level security;
create policy scope on answer_time for all using (((customer_id = app.customer_id()) OR app.across_customers()));
grant delete, insert, select, update on answer_time to kursiv_runtime;

create table api_reply (
  customer_id uuid not null,
  key_digest bytea not null,
  body_digest bytea not null,
  answer jsonb,
  due_at timestamp with time zone not null,
  constraint api_reply_pkey PRIMARY KEY (customer_id, key_digest),
  constraint api_reply_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
);
CREATE INDEX api_reply_due_at ON public.api_reply USING btree (due_at);
alter table api_reply force row level security;
create policy scope on api_reply for all using (((customer_id = app.staff_of()) OR app.across_customers()));
grant delete, insert, select, update on api_reply to kursiv_runtime;

create table api_token (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  made_by uuid not null,
  name text not null,
  scopes text[] not null,
  digest bytea not null,
  created_at timestamp with time zone not null default app.now(),
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_token_customer_id_client_id_key UNIQUE (customer_id, client_id),
  constraint api_token_pkey PRIMARY KEY (customer_id, id),
  constraint api_token_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint api_token_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id) ON UPDATE CASCADE,
  constraint api_token_scopes_check CHECK ((cardinality(scopes) > 0))
);
CREATE INDEX api_token_digest ON public.api_token USING btree (digest);
CREATE INDEX api_token_made_by ON public.api_token USING btree (made_by);
alter table api_token force row level security;
create policy purpose on api_token as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('api_token'::text) END);
create policy scope on api_token for all using (((customer_id = app.staff_of()) OR app.across_customers()));
grant delete, insert, select, update on api_token to kursiv_runtime;

create table attachment (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  correspondence_id uuid not null,
  message_sequence integer not null,
  author_id uuid not null,
  from_student boolean not null,
  place smallint not null,
  name text not null,
  type text not null,
  bytes integer not null,
  content_key bytea not null,
  created_at timestamp with time zone not null default app.now(),
  constraint attachment_customer_id_correspondence_id_message_sequence_p_key UNIQUE (customer_id, correspondence_id, message_sequence, place),
  constraint attachment_pkey PRIMARY KEY (customer_id, id),
  constraint attachment_author_id_fkey FOREIGN KEY (author_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint attachment_customer_id_correspondence_id_fkey FOREIGN KEY (customer_id, correspondence_id) REFERENCES correspondence(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint attachment_customer_id_correspondence_id_message_sequence_fkey FOREIGN KEY (customer_id, correspondence_id, message_sequence) REFERENCES message(customer_id, correspondence_id, sequence) ON UPDATE CASCADE,
  constraint attachment_bytes_check CHECK ((bytes > 0)),
  constraint attachment_name_check CHECK (((length(name) >= 1) AND (length(name) <= 150)))
);
CREATE INDEX attachment_author_id ON public.attachment USING btree (author_id);
alter table attachment force row level security;
create policy purpose on attachment as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"customer export",erasure,export,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('attachment'::text) END);
create policy scope on attachment for all using ((app.across_customers() OR ((customer_id = app.customer_id()) AND app.reaches_thread(customer_id, correspondence_id))));
grant delete, insert, select, update on attachment to kursiv_runtime;

create table attempt (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  enrolment_id uuid not null,
  number integer not null,
  started_at timestamp with time zone not null default app.now(),
  deadline_at timestamp with time zone,
  submitted_at timestamp with time zone,
  points integer,
  max_points integer,
  passed boolean,
  seed uuid not null default gen_random_uuid(),
  question_ids uuid[] not null default '{}'::uuid[],
  marking_rules integer,
  constraint attempt_customer_id_enrolment_id_number_key UNIQUE (customer_id, enrolment_id, number),
  constraint attempt_pkey PRIMARY KEY (customer_id, id),
  constraint attempt_customer_id_enrolment_id_fkey FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint attempt_check CHECK (((passed IS NULL) OR (submitted_at IS NOT NULL))),
  constraint attempt_number_check CHECK ((number > 0))
);
CREATE INDEX attempt_being_marked ON public.attempt USING btree (customer_id, submitted_at, id) WHERE ((submitted_at IS NOT NULL) AND (passed IS NULL));
CREATE UNIQUE INDEX attempt_open ON public.attempt USING btree (customer_id, enrolment_id) WHERE (submitted_at IS NULL);
alter table attempt force row level security;
create policy purpose on attempt as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('attempt'::text) END);
create policy scope on attempt for all using ((app.across_customers() OR (customer_id = ( SELECT app.whole_customer() AS whole_customer)) OR ((customer_id = app.customer_id()) AND (EXISTS ( SELECT FROM enrolment e WHERE ((e.customer_id = attempt.customer_id) AND (e.id = attempt.enrolment_id)))))));
grant delete, insert, select, update on attempt to kursiv_runtime;

create table attempt_answer (
  customer_id uuid not null,
  attempt_id uuid not null,
  question_id uuid not null,
  response jsonb not null,
  correct boolean,
  points integer,
  saved_at timestamp with time zone not null default app.now(),
  constraint attempt_answer_pkey PRIMARY KEY (customer_id, attempt_id, question_id),
  constraint attempt_answer_customer_id_attempt_id_fkey FOREIGN KEY (customer_id, attempt_id) REFERENCES attempt(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint attempt_answer_customer_id_question_id_fkey FOREIGN KEY (customer_id, question_id) REFERENCES question(customer_id, id)
);
alter table attempt_answer force row level security;
create policy purpose on attempt_answer as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('attempt_answer'::text) END);
create policy scope on attempt_answer for all using ((app.across_customers() OR ((customer_id = app.customer_id()) AND (EXISTS ( SELECT FROM attempt a WHERE ((a.customer_id = attempt_answer.customer_id) AND (a.id = attempt_answer.attempt_id)))))));
grant delete, insert, select, update on attempt_answer to kursiv_runtime;

create table bookmark (
  customer_id uuid not null,
  enrolment_id uuid not null,
  page_id uuid not null,
  created_at timestamp with time zone not null default app.now(),
  constraint bookmark_pkey PRIMARY KEY (customer_id, enrolment_id, page_id),
  constraint bookmark_customer_id_enrolment_id_fkey FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint bookmark_customer_id_page_id_fkey FOREIGN KEY (customer_id, page_id) REFERENCES course_page(customer_id, id)
);
alter table bookmark force row level security;
create policy purpose on bookmark as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('bookmark'::text) END);
create policy scope on bookmark for all using ((app.across_customers() OR ((customer_id = app.customer_id()) AND app.owns_enrolment(customer_id, enrolment_id))));
grant delete, insert, select, update on bookmark to kursiv_runtime;

create table bounced_address (
  address text not null,
  bounces integer not null,
  status text not null,
  bounced_at timestamp with time zone not null,
  stopped_at timestamp with time zone,
  due_at timestamp with time zone not null,
  restriction_id uuid,
  constraint bounced_address_pkey PRIMARY KEY (address),
  constraint bounced_address_address_check CHECK (((address = lower(address)) AND (length(address) <= 254))),
  constraint bounced_address_status_check CHECK ((length(status) <= 20))
);
CREATE INDEX bounced_address_due_at ON public.bounced_address USING btree (due_at);
CREATE INDEX bounced_address_restriction ON public.bounced_address USING btree (restriction_id) WHERE (restriction_id IS NOT NULL);
alter table bounced_address force row level security;
create policy purpose on bounced_address as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-enquiry,backup,"customer export",erasure,export,inform,mail,newsletter,newsletter,"own newsletters",proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('bounced_address'::text) END);
create policy scope on bounced_address for all using ((app.at_desk() OR app.across_customers()));
create policy unreadable_when_due on bounced_address as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_set_aside on bounced_address as restrictive for select using (((restriction_id IS NULL) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[]))));
grant delete, insert, select, update on bounced_address to kursiv_runtime;

create table canned_answer (
  id uuid not null default gen_random_uuid(),
  desk text not null,
  title text not null,
  text_sv text not null,
  text_en text not null,
  client_id uuid not null,
  changed_at timestamp with time zone not null,
  constraint canned_answer_client_id_key UNIQUE (client_id),
  constraint canned_answer_pkey PRIMARY KEY (id),
  constraint canned_answer_desk_check CHECK ((desk = ANY (ARRAY['support'::text, 'dpo'::text]))),
  constraint canned_answer_text_en_check CHECK (((length(text_en) >= 1) AND (length(text_en) <= 5000))),
  constraint canned_answer_text_sv_check CHECK (((length(text_sv) >= 1) AND (length(text_sv) <= 5000))),
  constraint canned_answer_title_check CHECK (((length(title) >= 1) AND (length(title) <= 100)))
);
CREATE INDEX canned_answer_desk ON public.canned_answer USING btree (desk, title, id);
alter table canned_answer force row level security;
create policy scope on canned_answer for all using ((app.serves( CASE desk WHEN 'dpo'::text THEN 'dpo'::text ELSE 'question'::text END) OR app.across_customers()));
grant delete, insert, select, update on canned_answer to kursiv_runtime;

create table certificate (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  enrolment_id uuid not null,
  number text not null,
  issued_at timestamp with time zone not null default app.now(),
  expires_at timestamp with time zone,
  renewed_at timestamp with time zone,
  reminded_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_reason text,
  replaced_by text,
  hidden_at timestamp with time zone,
  status_index integer,
  constraint certificate_customer_id_number_key UNIQUE (customer_id, number),
  constraint certificate_pkey PRIMARY KEY (customer_id, id),
  constraint certificate_customer_id_enrolment_id_fkey FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint certificate_check CHECK (((revoked_at IS NULL) = (revoked_reason IS NULL))),
  constraint certificate_check1 CHECK (((revoked_at IS NULL) OR (replaced_by IS NULL))),
  constraint certificate_status_index_check CHECK ((status_index >= 0))
);
CREATE INDEX certificate_enrolment ON public.certificate USING btree (customer_id, enrolment_id);
CREATE INDEX certificate_expires_at ON public.certificate USING btree (expires_at) WHERE ((expires_at IS NOT NULL) AND (reminded_at IS NULL) AND (revoked_at IS NULL) AND (replaced_by IS NULL));
CREATE UNIQUE INDEX certificate_in_force ON public.certificate USING btree (customer_id, enrolment_id) WHERE ((revoked_at IS NULL) AND (replaced_by IS NULL));
CREATE INDEX certificate_latest ON public.certificate USING btree (customer_id, issued_at DESC, id DESC);
CREATE INDEX certificate_number ON public.certificate USING btree (number);
CREATE UNIQUE INDEX certificate_status_index ON public.certificate USING btree (customer_id, status_index) WHERE (status_index IS NOT NULL);
alter table certificate force row level security;
create policy purpose on certificate as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"certificate verification","course mates","customer export",deliver-course,erasure,export,inform,mail,proof,publish-certificate-name,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('certificate'::text) END);
create policy scope on certificate for all using ((app.across_customers() OR (customer_id = ( SELECT app.whole_customer() AS whole_customer)) OR ((customer_id = app.customer_id()) AND (EXISTS ( SELECT FROM enrolment e WHERE ((e.customer_id = certificate.customer_id) AND (e.id = certificate.enrolment_id)))))));
grant delete, insert, select, update on certificate to kursiv_runtime;

create table certificate_template (
  customer_id uuid not null,
  course_id uuid not null,
  lines text[] not null default '{}'::text[],
  signatory_name text not null default ''::text,
  signatory_title text not null default ''::text,
  valid_months integer,
  logo bytea,
  changed_at timestamp with time zone not null default app.now(),
  constraint certificate_template_pkey PRIMARY KEY (customer_id, course_id),
  constraint certificate_template_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint certificate_template_lines_check CHECK ((cardinality(lines) <= 4)),
  constraint certificate_template_logo_check CHECK ((octet_length(logo) <= 1048576)),
  constraint certificate_template_valid_months_check CHECK (((valid_months >= 1) AND (valid_months <= 120)))
);
alter table certificate_template force row level security;
create policy scope on certificate_template for all using (((customer_id = app.customer_id()) OR app.across_customers()));
grant delete, insert, select, update on certificate_template to kursiv_runtime;

create table challenge (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  account_id uuid,
  email text,
  key_id uuid,
  nonce text,
  created_at timestamp with time zone not null default app.now(),
  expires_at timestamp with time zone not null,
  constraint challenge_pkey PRIMARY KEY (id),
  constraint challenge_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint challenge_email_check CHECK ((email = lower(email))),
  constraint challenge_kind_check CHECK ((kind = ANY (ARRAY['reset-password'::text, 'change-email'::text, 'redeem-key'::text, 'second-factor'::text, 'passkey'::text, 'remove-enquiries'::text, 'find-purchases'::text])))
);
CREATE INDEX challenge_account_id ON public.challenge USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX challenge_email ON public.challenge USING btree (email) WHERE (email IS NOT NULL);
CREATE INDEX challenge_expires_at ON public.challenge USING btree (expires_at);
alter table challenge force row level security;
create policy purpose on challenge as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{api,backup,"customer export",erasure,export,identify-user,"key redemption",mail,open-course,proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('challenge'::text) END);
create policy scope on challenge for all using (((account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_due on challenge as restrictive for select using (((expires_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_restricted on challenge as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on challenge to kursiv_runtime;

create table checkout (
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  customer_id uuid not null,
  course_id uuid not null,
  email text not null,
  given_name text not null,
  family_name text not null,
  language text not null,
  payment_method text not null,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  constraint checkout_client_id_key UNIQUE (client_id),
  constraint checkout_pkey PRIMARY KEY (id),
  constraint checkout_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint checkout_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
  constraint checkout_family_name_check CHECK (((length(family_name) >= 1) AND (length(family_name) <= 100))),
  constraint checkout_given_name_check CHECK (((length(given_name) >= 1) AND (length(given_name) <= 100))),
  constraint checkout_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint checkout_payment_method_check CHECK ((payment_method = 'invoice'::text))
);
CREATE INDEX checkout_due_at ON public.checkout USING btree (due_at);
CREATE INDEX checkout_email ON public.checkout USING btree (email);
alter table checkout force row level security;
create policy purpose on checkout as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,mail,proof,purchase,rectification,restore,retention,scan,seed,sell,set-up}'::text[])) THEN true ELSE app.refuse_purpose('checkout'::text) END);
create policy scope on checkout for all using ((app.across_customers() OR (id = app.enquiry_id())));
create policy unreadable_when_due on checkout as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
grant delete, insert, select, update on checkout to kursiv_runtime;

create table contact_look (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  log_id uuid not null,
  contact_id uuid not null,
  address text not null,
  constraint contact_look_pkey PRIMARY KEY (customer_id, id),
  constraint contact_look_customer_id_contact_id_fkey FOREIGN KEY (customer_id, contact_id) REFERENCES customer_contact(customer_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint contact_look_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint contact_look_log_id_fkey FOREIGN KEY (log_id) REFERENCES access_log(id) ON DELETE CASCADE,
  constraint contact_look_address_check CHECK (((address = lower(address)) AND (length(address) <= 254)))
);
CREATE INDEX contact_look_address ON public.contact_look USING btree (address);
CREATE INDEX contact_look_contact ON public.contact_look USING btree (contact_id);
CREATE INDEX contact_look_log_id ON public.contact_look USING btree (log_id);
alter table contact_look force row level security;
create policy looking on contact_look for insert with check (((customer_id = app.staff_of()) OR app.runs_customers()));
create policy never_another on contact_look as restrictive for update using ((current_setting('app.across_customers'::text, true) = 'erasure'::text));
create policy only_erasure on contact_look as restrictive for delete using ((current_setting('app.across_customers'::text, true) = ANY (ARRAY['erasure'::text, 'retention'::text])));
create policy purpose on contact_look as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,"look log",mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('contact_look'::text) END);
create policy scope on contact_look for all using ((app.across_customers() OR false));
grant delete, insert, select, update on contact_look to kursiv_runtime;

create table correspondence (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  enrolment_id uuid not null,
  course_id uuid not null,
  last_sequence integer not null default 0,
  last_from_student boolean not null default true,
  last_sent_at timestamp with time zone,
  read_by_student integer not null default 0,
  read_by_administrator integer not null default 0,
  created_at timestamp with time zone not null default app.now(),
  last_change integer not null default 0,
  delivered_to_student integer not null default 0,
  delivered_to_administrator integer not null default 0,
  waiting_since timestamp with time zone,
  done_at timestamp with time zone,
  constraint correspondence_customer_id_enrolment_id_key UNIQUE (customer_id, enrolment_id),
  constraint correspondence_pkey PRIMARY KEY (customer_id, id),
  constraint correspondence_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint correspondence_customer_id_enrolment_id_fkey FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id) ON UPDATE CASCADE DEFERRABLE
);
CREATE INDEX correspondence_changed ON public.correspondence USING btree (last_sent_at);
CREATE INDEX correspondence_inbox ON public.correspondence USING btree (customer_id, last_from_student DESC, last_sent_at) WHERE (last_sequence > 0);
alter table correspondence force row level security;
create policy purpose on correspondence as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"course mates","customer export",deliver-course,erasure,export,mail,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('correspondence'::text) END);
create policy scope on correspondence for all using ((app.across_customers() OR (customer_id = ( SELECT app.whole_customer() AS whole_customer)) OR ((customer_id = app.customer_id()) AND (EXISTS ( SELECT FROM enrolment e WHERE ((e.customer_id = correspondence.customer_id) AND (e.id = correspondence.enrolment_id)))))));
grant delete, insert, select, update on correspondence to kursiv_runtime;

create table course (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  slug text not null,
  title text not null,
  tagline text not null,
  description text not null,
  audience text not null default ''::text,
  outcomes text[] not null default '{}'::text[],
  minutes integer not null,
  language text not null,
  listed_at timestamp with time zone,
  created_at timestamp with time zone not null default app.now(),
  page_order text not null default 'free'::text,
  is_template boolean not null default false,
  constraint course_customer_id_slug_key UNIQUE (customer_id, slug),
  constraint course_pkey PRIMARY KEY (customer_id, id),
  constraint course_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint course_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint course_minutes_check CHECK ((minutes > 0)),
  constraint course_page_order_check CHECK ((page_order = ANY (ARRAY['free'::text, 'read'::text, 'answered'::text]))),
  constraint course_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
CREATE INDEX course_catalogue ON public.course USING btree (title COLLATE "sv-x-icu", customer_id, id) WHERE (listed_at IS NOT NULL);
CREATE INDEX course_templates ON public.course USING btree (customer_id) WHERE is_template;
alter table course force row level security;
create policy scope on course for all using ((app.across_customers() OR (((customer_id = app.customer_id()) AND ((customer_id = app.staff_of()) OR (EXISTS ( SELECT FROM course_version v WHERE ((v.customer_id = course.customer_id) AND (v.course_id = course.id) AND (v.published_at IS NOT NULL)))))) OR (listed_at IS NOT NULL))));
grant delete, insert, select, update on course to kursiv_runtime;

create table course_administrator (
  customer_id uuid not null,
  course_id uuid not null,
  account_id uuid not null,
  created_at timestamp with time zone not null default app.now(),
  invitation_id uuid,
  ends_at timestamp with time zone,
  constraint course_administrator_pkey PRIMARY KEY (customer_id, course_id, account_id),
  constraint course_administrator_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint course_administrator_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint course_administrator_customer_id_invitation_id_fkey FOREIGN KEY (customer_id, invitation_id) REFERENCES invitation(customer_id, id)
);
CREATE INDEX course_administrator_account_id ON public.course_administrator USING btree (account_id);
alter table course_administrator force row level security;
create policy in_time on course_administrator as restrictive for all using (((ends_at IS NULL) OR (ends_at > app.now()) OR app.manages_access()));
create policy purpose on course_administrator as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('course_administrator'::text) END);
create policy scope on course_administrator for all using (((customer_id = app.customer_id()) OR (account_id = app.account_id()) OR app.across_customers()));
grant delete, insert, select, update on course_administrator to kursiv_runtime;

create table course_key (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  batch_id uuid not null,
  key_hash bytea not null,
  last_three text not null,
  bound_email text,
  bound_given_name text,
  bound_family_name text,
  created_at timestamp with time zone not null default app.now(),
  expires_at timestamp with time zone not null,
  blocked_at timestamp with time zone,
  redeemed_at timestamp with time zone,
  enrolment_id uuid,
  handed_out_at timestamp with time zone,
  order_digest bytea,
  restriction_id uuid,
  constraint course_key_customer_id_key_hash_key UNIQUE (customer_id, key_hash),
  constraint course_key_pkey PRIMARY KEY (customer_id, id),
  constraint course_key_customer_id_batch_id_fkey FOREIGN KEY (customer_id, batch_id) REFERENCES key_batch(customer_id, id),
  constraint course_key_customer_id_enrolment_id_fkey FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint course_key_bound_email_check CHECK ((bound_email = lower(bound_email))),
  constraint course_key_check CHECK (((redeemed_at IS NULL) OR (bound_email IS NULL))),
  constraint course_key_last_three_check CHECK ((length(last_three) = 3))
);
CREATE INDEX course_key_batch ON public.course_key USING btree (customer_id, batch_id, id);
CREATE INDEX course_key_bound_email ON public.course_key USING btree (bound_email) WHERE (bound_email IS NOT NULL);
CREATE INDEX course_key_enrolment ON public.course_key USING btree (customer_id, enrolment_id) WHERE (enrolment_id IS NOT NULL);
CREATE INDEX course_key_expires_at ON public.course_key USING btree (expires_at) WHERE (bound_email IS NOT NULL);
CREATE INDEX course_key_hash ON public.course_key USING btree (key_hash);
CREATE INDEX course_key_order ON public.course_key USING btree (customer_id, order_digest) WHERE (order_digest IS NOT NULL);
CREATE INDEX course_key_restriction ON public.course_key USING btree (restriction_id) WHERE (restriction_id IS NOT NULL);
alter table course_key force row level security;
create policy purpose on course_key as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,"key redemption",mail,open-course,proof,purchase,rectification,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('course_key'::text) END);
create policy scope on course_key for all using (((customer_id = app.staff_of()) OR app.across_customers()));
create policy unreadable_when_set_aside on course_key as restrictive for select using (((restriction_id IS NULL) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[]))));
grant delete, insert, select, update on course_key to kursiv_runtime;

create table course_page (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  version_id uuid not null,
  position integer not null,
  title text not null,
  minutes integer not null,
  document jsonb not null,
  html text not null,
  lineage_id uuid not null default app.uuid_v7(),
  minutes_by_hand boolean not null default true,
  revision integer not null default 1,
  saved_at timestamp with time zone not null default app.now(),
  published boolean not null default false,
  section_id uuid,
  constraint course_page_customer_id_version_id_position_key UNIQUE (customer_id, version_id, "position") DEFERRABLE,
  constraint course_page_pkey PRIMARY KEY (customer_id, id),
  constraint course_page_customer_id_section_id_fkey FOREIGN KEY (customer_id, section_id) REFERENCES course_section(customer_id, id),
  constraint course_page_customer_id_version_id_fkey FOREIGN KEY (customer_id, version_id) REFERENCES course_version(customer_id, id),
  constraint course_page_minutes_check CHECK ((minutes > 0)),
  constraint course_page_position_check CHECK (("position" > 0)),
  constraint course_page_revision_check CHECK ((revision > 0))
);
CREATE INDEX course_page_section ON public.course_page USING btree (customer_id, section_id) WHERE (section_id IS NOT NULL);
alter table course_page force row level security;
create policy scope on course_page for all using ((((customer_id = app.customer_id()) AND (published OR (customer_id = app.staff_of()))) OR app.across_customers()));
grant delete, insert, select, update on course_page to kursiv_runtime;

create table course_plan (
  customer_id uuid not null,
  course_id uuid not null,
  due_at timestamp with time zone,
  days_to_finish integer,
  constraint course_plan_pkey PRIMARY KEY (customer_id, course_id),
  constraint course_plan_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint course_plan_check CHECK (((due_at IS NULL) OR (days_to_finish IS NULL))),
  constraint course_plan_days_to_finish_check CHECK (((days_to_finish >= 1) AND (days_to_finish <= 730)))
);
alter table course_plan force row level security;
create policy scope on course_plan for all using (((customer_id = app.customer_id()) OR app.across_customers()));
grant delete, insert, select, update on course_plan to kursiv_runtime;

create table course_price (
  customer_id uuid not null,
  course_id uuid not null,
  ore integer not null,
  vat_percent integer not null,
  access_days integer,
  batch_id uuid not null,
  on_sale boolean not null,
  saved_at timestamp with time zone not null,
  constraint course_price_pkey PRIMARY KEY (customer_id, course_id),
  constraint course_price_customer_id_batch_id_fkey FOREIGN KEY (customer_id, batch_id) REFERENCES key_batch(customer_id, id) ON DELETE CASCADE,
  constraint course_price_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id) ON DELETE CASCADE,
  constraint course_price_access_days_check CHECK (((access_days >= 1) AND (access_days <= 3650))),
  constraint course_price_ore_check CHECK (((ore >= 100) AND (ore <= 400000))),
  constraint course_price_vat_percent_check CHECK ((vat_percent = ANY (ARRAY[0, 6, 12, 25])))
);
alter table course_price force row level security;
create policy changed_by_management on course_price as restrictive for update using ((app.across_customers() OR ( SELECT app.keeps_books() AS keeps_books)));
create policy kept_by_management on course_price as restrictive for insert with check ((app.across_customers() OR ( SELECT app.keeps_books() AS keeps_books)));
create policy removed_by_management on course_price as restrictive for delete using ((app.across_customers() OR ( SELECT app.keeps_books() AS keeps_books)));
create policy scope on course_price for all using ((app.across_customers() OR (on_sale OR ( SELECT app.keeps_books() AS keeps_books) OR (customer_id = app.staff_of()))));
grant delete, insert, select, update on course_price to kursiv_runtime;

create table course_section (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  version_id uuid not null,
  position integer not null,
  title text not null,
  published boolean not null default false,
  constraint course_section_customer_id_version_id_position_key UNIQUE (customer_id, version_id, "position") DEFERRABLE,
  constraint course_section_pkey PRIMARY KEY (customer_id, id),
  constraint course_section_customer_id_version_id_fkey FOREIGN KEY (customer_id, version_id) REFERENCES course_version(customer_id, id),
  constraint course_section_position_check CHECK (("position" > 0))
);
alter table course_section force row level security;
create policy scope on course_section for all using ((((customer_id = app.customer_id()) AND (published OR (customer_id = app.staff_of()))) OR app.across_customers()));
grant delete, insert, select, update on course_section to kursiv_runtime;

create table course_teacher (
  customer_id uuid not null,
  course_id uuid not null,
  account_id uuid not null,
  created_at timestamp with time zone not null default app.now(),
  invitation_id uuid,
  ends_at timestamp with time zone,
  constraint course_teacher_pkey PRIMARY KEY (customer_id, course_id, account_id),
  constraint course_teacher_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint course_teacher_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint course_teacher_customer_id_invitation_id_fkey FOREIGN KEY (customer_id, invitation_id) REFERENCES invitation(customer_id, id)
);
CREATE INDEX course_teacher_account_id ON public.course_teacher USING btree (account_id);
alter table course_teacher force row level security;
create policy in_time on course_teacher as restrictive for all using (((ends_at IS NULL) OR (ends_at > app.now()) OR app.manages_access()));
create policy purpose on course_teacher as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('course_teacher'::text) END);
create policy scope on course_teacher for all using (((customer_id = app.customer_id()) OR (account_id = app.account_id()) OR app.across_customers()));
grant delete, insert, select, update on course_teacher to kursiv_runtime;

create table course_version (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  course_id uuid not null,
  number integer not null,
  published_at timestamp with time zone,
  changed_at timestamp with time zone,
  constraint course_version_customer_id_course_id_number_key UNIQUE (customer_id, course_id, number),
  constraint course_version_pkey PRIMARY KEY (customer_id, id),
  constraint course_version_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint course_version_number_check CHECK ((number > 0))
);
CREATE UNIQUE INDEX course_version_draft ON public.course_version USING btree (customer_id, course_id) WHERE (published_at IS NULL);
alter table course_version force row level security;
create policy scope on course_version for all using ((((customer_id = app.customer_id()) AND ((published_at IS NOT NULL) OR (customer_id = app.staff_of()))) OR app.across_customers()));
grant delete, insert, select, update on course_version to kursiv_runtime;

create table customer (
  id uuid not null default app.uuid_v7(),
  slug text not null,
  name text not null,
  kind text not null,
  created_at timestamp with time zone not null default app.now(),
  ended_at timestamp with time zone,
  org_number text,
  due_at timestamp with time zone,
  constraint customer_slug_key UNIQUE (slug),
  constraint customer_pkey PRIMARY KEY (id),
  constraint customer_kind_check CHECK ((kind = ANY (ARRAY['school'::text, 'municipality'::text, 'library'::text, 'company'::text, 'private'::text, 'shop'::text]))),
  constraint customer_org_number_check CHECK ((org_number ~ '^\d{10}$'::text)),
  constraint customer_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
CREATE INDEX customer_due_at ON public.customer USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX customer_name ON public.customer USING btree (name COLLATE "sv-x-icu", id);
alter table customer force row level security;
create policy running on customer for all using (((app.purpose() = 'administer-customer'::text) AND app.runs_customers()));
create policy scope on customer for all using ((app.across_customers() OR ((id = app.customer_id()) OR (EXISTS ( SELECT FROM membership m WHERE ((m.customer_id = customer.id) AND (m.account_id = app.account_id())))))));
grant delete, insert, select, update on customer to kursiv_runtime;

create table customer_contact (
  customer_id uuid not null,
  part text not null,
  name text not null default ''::text,
  address text not null default ''::text,
  email text,
  phone text,
  changed_at timestamp with time zone not null default app.now(),
  due_at timestamp with time zone not null default 'infinity'::timestamp with time zone,
  id uuid not null default app.uuid_v7(),
  constraint customer_contact_customer_id_id_key UNIQUE (customer_id, id),
  constraint customer_contact_pkey PRIMARY KEY (customer_id, part),
  constraint customer_contact_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint customer_contact_address_check CHECK ((length(address) <= 500)),
  constraint customer_contact_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint customer_contact_name_check CHECK ((length(name) <= 200)),
  constraint customer_contact_part_check CHECK ((part = ANY (ARRAY['controller'::text, 'representative'::text, 'officer'::text]))),
  constraint customer_contact_phone_check CHECK (((length(phone) >= 5) AND (length(phone) <= 30)))
);
CREATE INDEX customer_contact_due ON public.customer_contact USING btree (due_at);
CREATE INDEX customer_contact_email ON public.customer_contact USING btree (email) WHERE (email IS NOT NULL);
CREATE INDEX customer_contact_id ON public.customer_contact USING btree (id);
alter table customer_contact force row level security;
create policy by_link on customer_contact for select using ((id = app.enquiry_id()));
create policy nameless_by_link on customer_contact for update using ((id = app.enquiry_id())) with check (((id = app.enquiry_id()) AND (name = ''::text)));
create policy purpose on customer_contact as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,"look log",mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('customer_contact'::text) END);
create policy scope on customer_contact for all using ((app.across_customers() OR ((customer_id = app.staff_of()) OR app.runs_customers())));
create policy told on customer_contact for select using ((customer_id = app.customer_id()));
create policy unreadable_when_due on customer_contact as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
grant delete, insert, select, update on customer_contact to kursiv_runtime;

create table customer_export (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  requested_by uuid,
  client_id uuid not null,
  requested_at timestamp with time zone not null,
  parts_done integer not null default 0,
  parts_total integer not null default 0,
  finished_at timestamp with time zone,
  failed_at timestamp with time zone,
  bytes bigint,
  sha256 bytea,
  expires_at timestamp with time zone not null,
  look_id uuid,
  constraint customer_export_customer_id_client_id_key UNIQUE (customer_id, client_id),
  constraint customer_export_pkey PRIMARY KEY (customer_id, id),
  constraint customer_export_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint customer_export_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES account(id) ON UPDATE CASCADE
);
CREATE INDEX customer_export_expires_at ON public.customer_export USING btree (expires_at);
CREATE INDEX customer_export_requested_by ON public.customer_export USING btree (requested_by) WHERE (requested_by IS NOT NULL);
alter table customer_export force row level security;
create policy purpose on customer_export as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('customer_export'::text) END);
create policy scope on customer_export for all using (((customer_id = app.staff_of()) OR app.across_customers()));
create policy unreadable_when_due on customer_export as restrictive for select using (((expires_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
grant delete, insert, select, update on customer_export to kursiv_runtime;

create table customer_note (
  customer_id uuid not null,
  body text not null,
  changed_at timestamp with time zone not null,
  constraint customer_note_pkey PRIMARY KEY (customer_id),
  constraint customer_note_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint customer_note_body_check CHECK ((length(body) <= 5000))
);
alter table customer_note force row level security;
create policy scope on customer_note for all using ((app.runs_customers() OR app.across_customers()));
grant delete, insert, select, update on customer_note to kursiv_runtime;

create table customer_notification (
  customer_id uuid not null,
  event text not null,
  channel text not null,
  allowed boolean not null,
  constraint customer_notification_pkey PRIMARY KEY (customer_id, event, channel),
  constraint customer_notification_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint customer_notification_channel_check CHECK ((channel = ANY (ARRAY['bell'::text, 'mail'::text])))
);
alter table customer_notification force row level security;
create policy scope on customer_notification for all using (((customer_id = app.staff_of()) OR app.across_customers()));
grant delete, insert, select, update on customer_notification to kursiv_runtime;

create table customer_request (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  request_id uuid not null,
  kind text not null,
  email text not null,
  body text not null default ''::text,
  language text not null,
  received_at timestamp with time zone not null,
  answer_by timestamp with time zone not null,
  handed_at timestamp with time zone not null,
  state text not null default 'open'::text,
  note text not null default ''::text,
  stepped_by uuid,
  stepped_at timestamp with time zone,
  link_id uuid,
  link_expires_at timestamp with time zone,
  due_at timestamp with time zone not null,
  reminded smallint not null default 0,
  erasure_id uuid,
  restricted_at timestamp with time zone,
  lifts_at timestamp with time zone,
  lifted_at timestamp with time zone,
  constraint customer_request_customer_id_request_id_key UNIQUE (customer_id, request_id),
  constraint customer_request_pkey PRIMARY KEY (customer_id, id),
  constraint customer_request_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint customer_request_stepped_by_fkey FOREIGN KEY (stepped_by) REFERENCES account(id) ON UPDATE CASCADE,
  constraint customer_request_body_check CHECK ((length(body) <= 5000)),
  constraint customer_request_check CHECK (((link_id IS NULL) = (link_expires_at IS NULL))),
  constraint customer_request_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
  constraint customer_request_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'rectification'::text, 'erasure'::text, 'restriction'::text, 'objection'::text, 'portability'::text]))),
  constraint customer_request_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint customer_request_lifted CHECK ((((lifts_at IS NULL) OR (restricted_at IS NOT NULL)) AND ((lifted_at IS NULL) OR (lifts_at IS NOT NULL)))),
  constraint customer_request_note_check CHECK ((length(note) <= 5000)),
  constraint customer_request_reminded_check CHECK (((reminded >= 0) AND (reminded <= 3))),
  constraint customer_request_restricted CHECK (((restricted_at IS NULL) OR (kind = 'restriction'::text))),
  constraint customer_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'extended'::text, 'answered'::text, 'refused'::text]))),
  constraint in_time CHECK ((answer_by <= ((received_at + '30 days'::interval) + '2 mons'::interval))),
  constraint reasons CHECK (((state <> ALL (ARRAY['extended'::text, 'refused'::text])) OR (length(note) >= 3)))
);
CREATE INDEX customer_request_due_at ON public.customer_request USING btree (due_at);
CREATE INDEX customer_request_email ON public.customer_request USING btree (email);
CREATE INDEX customer_request_id ON public.customer_request USING btree (id);
CREATE INDEX customer_request_lifts ON public.customer_request USING btree (lifts_at) WHERE ((lifts_at IS NOT NULL) AND (lifted_at IS NULL));
CREATE INDEX customer_request_link ON public.customer_request USING btree (link_id) WHERE (link_id IS NOT NULL);
CREATE INDEX customer_request_list ON public.customer_request USING btree (customer_id, ((state = ANY (ARRAY['answered'::text, 'refused'::text]))), answer_by, id);
CREATE INDEX customer_request_request ON public.customer_request USING btree (request_id);
CREATE INDEX customer_request_stepped_by ON public.customer_request USING btree (stepped_by) WHERE (stepped_by IS NOT NULL);
CREATE INDEX customer_request_waiting ON public.customer_request USING btree (answer_by) WHERE (state = ANY (ARRAY['open'::text, 'extended'::text]));
alter table customer_request force row level security;
create policy purpose on customer_request as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{answer-data-subject,backup,"customer export",erasure,export,mail,proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('customer_request'::text) END);
create policy scope on customer_request for all using ((app.across_customers() OR (id = app.enquiry_id()) OR (link_id = app.enquiry_id()) OR ( SELECT app.serves('dpo'::text) AS serves) OR ((customer_id = app.staff_of()) AND ( SELECT app.has_role(app.account_id(), app.staff_of(), 'customer_admin'::text) AS has_role))));
create policy unreadable_when_due on customer_request as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
grant delete, insert, select, update on customer_request to kursiv_runtime;

create table customer_request_look (
  customer_id uuid not null,
  request_id uuid not null,
  log_id uuid not null,
  constraint customer_request_look_pkey PRIMARY KEY (customer_id, request_id, log_id),
  constraint customer_request_look_customer_id_request_id_fkey FOREIGN KEY (customer_id, request_id) REFERENCES customer_request(customer_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint customer_request_look_log_id_fkey FOREIGN KEY (log_id) REFERENCES access_log(id) ON DELETE CASCADE
);
CREATE INDEX customer_request_look_log_id ON public.customer_request_look USING btree (log_id);
CREATE INDEX customer_request_look_request ON public.customer_request_look USING btree (request_id);
alter table customer_request_look force row level security;
create policy only_erasure on customer_request_look as restrictive for delete using ((current_setting('app.across_customers'::text, true) = ANY (ARRAY['erasure'::text, 'retention'::text])));
create policy purpose on customer_request_look as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erasure,export,"look log",mail,proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('customer_request_look'::text) END);
create policy scope on customer_request_look for all using ((app.across_customers() OR (EXISTS ( SELECT FROM customer_request r WHERE ((r.customer_id = customer_request_look.customer_id) AND (r.id = customer_request_look.request_id))))));
grant delete, insert, select on customer_request_look to kursiv_runtime;

create table data_request (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  email text not null,
  body text not null default ''::text,
  language text not null,
  client_id uuid not null,
  state text not null default 'received'::text,
  received_at timestamp with time zone not null,
  answer_by timestamp with time zone not null,
  reminded smallint not null default 0,
  link_id uuid,
  link_expires_at timestamp with time zone,
  due_at timestamp with time zone not null,
  restricted_at timestamp with time zone,
  lifts_at timestamp with time zone,
  lifted_at timestamp with time zone,
  constraint data_request_client_id_key UNIQUE (client_id),
  constraint data_request_link_id_key UNIQUE (link_id),
  constraint data_request_pkey PRIMARY KEY (id),
  constraint data_request_body_check CHECK ((length(body) <= 5000)),
  constraint data_request_check CHECK (((link_id IS NULL) = (link_expires_at IS NULL))),
  constraint data_request_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
  constraint data_request_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'rectification'::text, 'erasure'::text, 'restriction'::text, 'objection'::text, 'portability'::text]))),
  constraint data_request_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint data_request_lifted CHECK ((((lifts_at IS NULL) OR (restricted_at IS NOT NULL)) AND ((lifted_at IS NULL) OR (lifts_at IS NOT NULL)))),
  constraint data_request_reminded_check CHECK (((reminded >= 0) AND (reminded <= 3))),
  constraint data_request_restricted CHECK (((restricted_at IS NULL) OR (kind = 'restriction'::text))),
  constraint data_request_state_check CHECK ((state = ANY (ARRAY['received'::text, 'identity'::text, 'in_progress'::text, 'extended'::text, 'answered'::text, 'refused'::text]))),
  constraint in_time CHECK ((answer_by <= ((received_at + '30 days'::interval) + '2 mons'::interval)))
);
CREATE INDEX data_request_due_at ON public.data_request USING btree (due_at);
CREATE INDEX data_request_email ON public.data_request USING btree (email);
CREATE INDEX data_request_lifts ON public.data_request USING btree (lifts_at) WHERE ((lifts_at IS NOT NULL) AND (lifted_at IS NULL));
CREATE INDEX data_request_open ON public.data_request USING btree (answer_by) WHERE (state = ANY (ARRAY['in_progress'::text, 'extended'::text]));
CREATE INDEX data_request_over ON public.data_request USING btree (answer_by, id) WHERE (state = ANY (ARRAY['answered'::text, 'refused'::text]));
CREATE INDEX data_request_to_answer ON public.data_request USING btree (answer_by, id) WHERE (state <> ALL (ARRAY['answered'::text, 'refused'::text]));
alter table data_request force row level security;
create policy purpose on data_request as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{answer-data-subject,backup,"customer export",erasure,export,mail,proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('data_request'::text) END);
create policy scope on data_request for all using ((app.across_customers() OR (id = app.enquiry_id()) OR (link_id = app.enquiry_id()) OR ( SELECT app.serves('dpo'::text) AS serves)));
create policy unreadable_when_due on data_request as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
grant delete, insert, select, update on data_request to kursiv_runtime;

create table data_request_event (
  request_id uuid not null,
  number integer not null,
  state text not null,
  actor_id uuid,
  at timestamp with time zone not null,
  note text not null default ''::text,
  receipt jsonb not null default '{}'::jsonb,
  constraint data_request_event_pkey PRIMARY KEY (request_id, number),
  constraint data_request_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint data_request_event_request_id_fkey FOREIGN KEY (request_id) REFERENCES data_request(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint data_request_event_note_check CHECK ((length(note) <= 5000)),
  constraint data_request_event_state_check CHECK ((state = ANY (ARRAY['received'::text, 'identity'::text, 'in_progress'::text, 'extended'::text, 'answered'::text, 'refused'::text]))),
  constraint reasons CHECK (((state <> ALL (ARRAY['extended'::text, 'refused'::text])) OR (length(note) >= 3)))
);
CREATE INDEX data_request_event_actor_id ON public.data_request_event USING btree (actor_id) WHERE (actor_id IS NOT NULL);
alter table data_request_event force row level security;
create policy only_erasure on data_request_event as restrictive for delete using ((current_setting('app.across_customers'::text, true) = ANY (ARRAY['erasure'::text, 'retention'::text])));
create policy purpose on data_request_event as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{answer-data-subject,backup,"customer export",erasure,export,mail,proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('data_request_event'::text) END);
create policy scope on data_request_event for all using ((app.across_customers() OR (EXISTS ( SELECT FROM data_request r WHERE (r.id = data_request_event.request_id)))));
create policy written_once on data_request_event as restrictive for update using ((current_setting('app.across_customers'::text, true) = ANY (ARRAY['erasure'::text, 'retention'::text])));
grant delete, insert, select, update on data_request_event to kursiv_runtime;

create table data_request_look (
  request_id uuid not null,
  log_id uuid not null,
  constraint data_request_look_pkey PRIMARY KEY (request_id, log_id),
  constraint data_request_look_log_id_fkey FOREIGN KEY (log_id) REFERENCES access_log(id) ON DELETE CASCADE,
  constraint data_request_look_request_id_fkey FOREIGN KEY (request_id) REFERENCES data_request(id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX data_request_look_log_id ON public.data_request_look USING btree (log_id);
alter table data_request_look force row level security;
create policy only_erasure on data_request_look as restrictive for delete using ((current_setting('app.across_customers'::text, true) = ANY (ARRAY['erasure'::text, 'retention'::text])));
create policy purpose on data_request_look as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erasure,export,"look log",mail,proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('data_request_look'::text) END);
create policy scope on data_request_look for all using ((app.across_customers() OR (EXISTS ( SELECT FROM data_request r WHERE (r.id = data_request_look.request_id)))));
grant delete, insert, select on data_request_look to kursiv_runtime;

create table data_terms_acceptance (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  agreement_id uuid not null,
  version integer not null,
  text text not null,
  text_hash text not null,
  form_fingerprint text not null,
  language text not null,
  accepted_at timestamp with time zone not null,
  account_id uuid,
  email text,
  name text not null,
  title text not null,
  constraint data_terms_acceptance_customer_id_agreement_id_version_key UNIQUE (customer_id, agreement_id, version),
  constraint data_terms_acceptance_pkey PRIMARY KEY (customer_id, id),
  constraint data_terms_acceptance_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint data_terms_acceptance_customer_id_agreement_id_fkey FOREIGN KEY (customer_id, agreement_id) REFERENCES agreement(customer_id, id),
  constraint data_terms_acceptance_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
  constraint data_terms_acceptance_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint data_terms_acceptance_name_check CHECK ((length(name) <= 200)),
  constraint data_terms_acceptance_title_check CHECK ((length(title) <= 100)),
  constraint data_terms_acceptance_version_check CHECK ((version > 0))
);
CREATE INDEX data_terms_acceptance_account_id ON public.data_terms_acceptance USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX data_terms_acceptance_email ON public.data_terms_acceptance USING btree (email) WHERE (email IS NOT NULL);
alter table data_terms_acceptance force row level security;
create policy purpose on data_terms_acceptance as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-enquiry,api,backup,"customer export",erasure,export,invitation,"look log",mail,proof,rectification,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('data_terms_acceptance'::text) END);
create policy scope on data_terms_acceptance for all using (((customer_id = app.staff_of()) OR app.runs_customers() OR app.across_customers()));
create policy unreadable_when_restricted on data_terms_acceptance as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on data_terms_acceptance to kursiv_runtime;

create table deadline_reminder (
  customer_id uuid not null,
  enrolment_id uuid not null,
  due_at timestamp with time zone not null,
  days_ahead smallint not null,
  sent_at timestamp with time zone not null default app.now(),
  constraint deadline_reminder_pkey PRIMARY KEY (customer_id, enrolment_id, due_at, days_ahead),
  constraint deadline_reminder_customer_id_enrolment_id_fkey FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint deadline_reminder_days_ahead_check CHECK ((days_ahead = ANY (ARRAY[1, 7])))
);
alter table deadline_reminder force row level security;
create policy purpose on deadline_reminder as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"course mates","customer export",deliver-course,erasure,export,inform,mail,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('deadline_reminder'::text) END);
create policy scope on deadline_reminder for all using ((app.across_customers() OR ((customer_id = app.customer_id()) AND (EXISTS ( SELECT FROM enrolment e WHERE ((e.customer_id = deadline_reminder.customer_id) AND (e.id = deadline_reminder.enrolment_id)))))));
grant delete, insert, select, update on deadline_reminder to kursiv_runtime;

create table document_version (
  kind text not null,
  version integer not null,
  text_sv text not null,
  text_en text not null,
  text_hash text not null,
  in_force_at timestamp with time zone not null,
  applies_to text not null default 'everyone'::text,
  announced_at timestamp with time zone,
  own_sv text,
  own_en text,
  constraint document_version_pkey PRIMARY KEY (kind, version),
  constraint document_version_applies_to_check CHECK ((applies_to = ANY (ARRAY['everyone'::text, 'new-accounts'::text]))),
  constraint document_version_kind_check CHECK ((kind ~ '^[a-z]+(-[a-z]+)*$'::text)),
  constraint document_version_version_check CHECK ((version > 0))
);
CREATE INDEX document_version_in_force ON public.document_version USING btree (kind, in_force_at DESC);
alter table document_version force row level security;
create policy scope on document_version for all using ((true OR app.across_customers()));
grant delete, insert, select, update on document_version to kursiv_runtime;

create table enquiry (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  email text not null,
  name text not null default ''::text,
  organisation text not null default ''::text,
  people_count integer,
  courses text not null default ''::text,
  language text not null,
  client_id uuid not null,
  created_at timestamp with time zone not null,
  last_sent_at timestamp with time zone not null,
  waiting_since timestamp with time zone,
  closed_at timestamp with time zone,
  due_at timestamp with time zone not null,
  case_number text not null default app.new_case_number(),
  subject text not null default ''::text,
  first_answer_due_at timestamp with time zone,
  first_answered_at timestamp with time zone,
  solve_due_at timestamp with time zone,
  solve_minutes_left integer,
  target_at timestamp with time zone,
  restriction_id uuid,
  constraint enquiry_case_number_key UNIQUE (case_number),
  constraint enquiry_client_id_key UNIQUE (client_id),
  constraint enquiry_pkey PRIMARY KEY (id),
  constraint enquiry_check CHECK (((waiting_since IS NULL) OR (closed_at IS NULL))),
  constraint enquiry_courses_check CHECK ((length(courses) <= 500)),
  constraint enquiry_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
  constraint enquiry_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'quote'::text, 'dpo'::text]))),
  constraint enquiry_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint enquiry_name_check CHECK ((length(name) <= 100)),
  constraint enquiry_organisation_check CHECK ((length(organisation) <= 200)),
  constraint enquiry_people_count_check CHECK (((people_count >= 1) AND (people_count <= 1000000))),
  constraint enquiry_subject_check CHECK ((length(subject) <= 200))
);
CREATE INDEX enquiry_answered ON public.enquiry USING btree (app.desk_of(kind), last_sent_at DESC, id DESC) WHERE (waiting_since IS NULL);
CREATE INDEX enquiry_due_at ON public.enquiry USING btree (due_at);
CREATE INDEX enquiry_email ON public.enquiry USING btree (email);
CREATE INDEX enquiry_not_closed ON public.enquiry USING btree (app.desk_of(kind), last_sent_at DESC, id DESC) WHERE ((waiting_since IS NULL) AND (closed_at IS NULL));
CREATE INDEX enquiry_restriction ON public.enquiry USING btree (restriction_id) WHERE (restriction_id IS NOT NULL);
CREATE INDEX enquiry_target ON public.enquiry USING btree (target_at, id) WHERE (target_at IS NOT NULL);
CREATE INDEX enquiry_waiting ON public.enquiry USING btree (app.desk_of(kind), app.case_target(target_at, waiting_since), id) WHERE (waiting_since IS NOT NULL);
alter table enquiry force row level security;
create policy purpose on enquiry as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-data-subject,answer-enquiry,backup,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry'::text) END);
create policy scope on enquiry for all using ((app.across_customers() OR (id = app.enquiry_id()) OR ((kind = 'dpo'::text) AND ( SELECT app.serves('dpo'::text) AS serves)) OR ((kind <> 'dpo'::text) AND ( SELECT app.serves('question'::text) AS serves)) OR (id IN ( SELECT m.enquiry_id FROM enquiry_merge m WHERE (m.into_id = app.enquiry_id()))) OR (email = ( SELECT app.own_email() AS own_email))));
create policy unreadable_when_due on enquiry as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_set_aside on enquiry as restrictive for select using (((restriction_id IS NULL) OR (id = app.enquiry_id()) OR (id IN ( SELECT m.enquiry_id FROM enquiry_merge m WHERE (m.into_id = app.enquiry_id()))) OR (email = ( SELECT app.own_email() AS own_email)) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[]))));
grant delete, insert, select, update on enquiry to kursiv_runtime;

create table enquiry_assignment (
  enquiry_id uuid not null,
  account_id uuid not null,
  assigned_at timestamp with time zone not null,
  constraint enquiry_assignment_pkey PRIMARY KEY (enquiry_id),
  constraint enquiry_assignment_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint enquiry_assignment_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiry(id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX enquiry_assignment_account_id ON public.enquiry_assignment USING btree (account_id);
alter table enquiry_assignment force row level security;
create policy purpose on enquiry_assignment as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-enquiry,backup,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,run-service,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry_assignment'::text) END);
create policy scope on enquiry_assignment for all using ((app.across_customers() OR (app.at_desk() AND (EXISTS ( SELECT FROM enquiry e WHERE (e.id = enquiry_assignment.enquiry_id))))));
grant delete, insert, select, update on enquiry_assignment to kursiv_runtime;

create table enquiry_file (
  id uuid not null default gen_random_uuid(),
  enquiry_id uuid not null,
  message_id uuid not null,
  place integer not null,
  name text not null,
  type text not null,
  bytes integer not null,
  content_key bytea not null,
  created_at timestamp with time zone not null,
  constraint enquiry_file_message_id_place_key UNIQUE (message_id, place),
  constraint enquiry_file_pkey PRIMARY KEY (id),
  constraint enquiry_file_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiry(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint enquiry_file_message_id_fkey FOREIGN KEY (message_id) REFERENCES enquiry_message(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint enquiry_file_bytes_check CHECK ((bytes > 0)),
  constraint enquiry_file_content_key_check CHECK ((length(content_key) = 32)),
  constraint enquiry_file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 140)))
);
CREATE INDEX enquiry_file_enquiry_id ON public.enquiry_file USING btree (enquiry_id);
alter table enquiry_file force row level security;
create policy purpose on enquiry_file as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-data-subject,answer-enquiry,backup,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry_file'::text) END);
create policy scope on enquiry_file for all using ((app.across_customers() OR (EXISTS ( SELECT FROM enquiry e WHERE (e.id = enquiry_file.enquiry_id)))));
grant delete, insert, select, update on enquiry_file to kursiv_runtime;

create table enquiry_look (
  enquiry_id uuid not null,
  log_id uuid not null,
  constraint enquiry_look_pkey PRIMARY KEY (enquiry_id, log_id),
  constraint enquiry_look_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiry(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint enquiry_look_log_id_fkey FOREIGN KEY (log_id) REFERENCES access_log(id) ON DELETE CASCADE
);
CREATE INDEX enquiry_look_log_id ON public.enquiry_look USING btree (log_id);
alter table enquiry_look force row level security;
create policy only_erasure on enquiry_look as restrictive for delete using ((current_setting('app.across_customers'::text, true) = ANY (ARRAY['erasure'::text, 'retention'::text])));
create policy purpose on enquiry_look as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,agreement,answer-enquiry,backup,"customer export",erasure,export,"look log",mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry_look'::text) END);
create policy scope on enquiry_look for all using ((app.across_customers() OR (EXISTS ( SELECT FROM enquiry e WHERE (e.id = enquiry_look.enquiry_id)))));
grant delete, insert, select, update on enquiry_look to kursiv_runtime;

create table enquiry_merge (
  enquiry_id uuid not null,
  into_id uuid not null,
  merged_at timestamp with time zone not null,
  constraint enquiry_merge_pkey PRIMARY KEY (enquiry_id),
  constraint enquiry_merge_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiry(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint enquiry_merge_into_id_fkey FOREIGN KEY (into_id) REFERENCES enquiry(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint enquiry_merge_check CHECK ((enquiry_id <> into_id))
);
CREATE INDEX enquiry_merge_into_id ON public.enquiry_merge USING btree (into_id);
alter table enquiry_merge force row level security;
create policy purpose on enquiry_merge as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-enquiry,backup,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry_merge'::text) END);
create policy scope on enquiry_merge for all using (((enquiry_id = app.enquiry_id()) OR (into_id = app.enquiry_id()) OR app.at_desk() OR app.across_customers()));
grant delete, insert, select, update on enquiry_merge to kursiv_runtime;

create table enquiry_message (
  id uuid not null default gen_random_uuid(),
  enquiry_id uuid not null,
  number integer not null,
  from_sender boolean not null,
  author_id uuid,
  client_id uuid not null,
  body text not null,
  sent_at timestamp with time zone not null,
  by_mail boolean not null default false,
  constraint enquiry_message_enquiry_id_client_id_key UNIQUE (enquiry_id, client_id),
  constraint enquiry_message_enquiry_id_number_key UNIQUE (enquiry_id, number),
  constraint enquiry_message_pkey PRIMARY KEY (id),
  constraint enquiry_message_author_id_fkey FOREIGN KEY (author_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint enquiry_message_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiry(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint enquiry_message_body_check CHECK ((length(body) <= 10000)),
  constraint enquiry_message_check CHECK ((from_sender = (author_id IS NULL)))
);
CREATE INDEX enquiry_message_author_id ON public.enquiry_message USING btree (author_id) WHERE (author_id IS NOT NULL);
alter table enquiry_message force row level security;
create policy purpose on enquiry_message as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-data-subject,answer-enquiry,backup,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry_message'::text) END);
create policy scope on enquiry_message for all using ((app.across_customers() OR (EXISTS ( SELECT FROM enquiry e WHERE (e.id = enquiry_message.enquiry_id)))));
grant delete, insert, select, update on enquiry_message to kursiv_runtime;

create table enrolment (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  course_id uuid not null,
  version_id uuid not null,
  account_id uuid not null,
  source text not null,
  created_at timestamp with time zone not null default app.now(),
  ends_at timestamp with time zone,
  resume_page_id uuid,
  last_active_at timestamp with time zone,
  completed_at timestamp with time zone,
  constraint enrolment_customer_id_course_id_account_id_key UNIQUE (customer_id, course_id, account_id),
  constraint enrolment_pkey PRIMARY KEY (customer_id, id),
  constraint enrolment_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint enrolment_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint enrolment_customer_id_resume_page_id_fkey FOREIGN KEY (customer_id, resume_page_id) REFERENCES course_page(customer_id, id),
  constraint enrolment_customer_id_version_id_fkey FOREIGN KEY (customer_id, version_id) REFERENCES course_version(customer_id, id),
  constraint enrolment_source_check CHECK ((source = ANY (ARRAY['key'::text, 'demo'::text, 'group'::text, 'api'::text])))
);
CREATE INDEX enrolment_account_id ON public.enrolment USING btree (account_id);
alter table enrolment force row level security;
create policy in_reach on enrolment as restrictive for select using ((( SELECT app.reaches_all() AS reaches_all) OR app.in_reach(account_id, course_id)));
create policy purpose on enrolment as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,assess-learning,backup,"certificate verification",correspond,"course mates","customer export",deliver-course,erasure,export,inform,invitation,"key redemption",mail,open-course,proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enrolment'::text) END);
create policy scope on enrolment for all using (((account_id = app.account_id()) OR (customer_id = app.staff_of()) OR app.across_customers()));
create policy unreadable_when_restricted on enrolment as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on enrolment to kursiv_runtime;

create table erasure (
  id uuid not null default gen_random_uuid(),
  account_id uuid,
  way text not null,
  state text not null default 'started'::text,
  confirmed text[] not null default '{}'::text[],
  remaining jsonb not null default '{}'::jsonb,
  receipt jsonb,
  requested_at timestamp with time zone not null default app.now(),
  finished_at timestamp with time zone,
  due_at timestamp with time zone not null,
  constraint erasure_pkey PRIMARY KEY (id),
  constraint erasure_state_check CHECK ((state = ANY (ARRAY['started'::text, 'held'::text, 'done'::text]))),
  constraint erasure_way_check CHECK ((way = ANY (ARRAY['request'::text, 'retention'::text, 'termination'::text])))
);
CREATE UNIQUE INDEX erasure_account_id ON public.erasure USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX erasure_due_at ON public.erasure USING btree (due_at);
CREATE INDEX erasure_list ON public.erasure USING btree (requested_at DESC, id DESC);
alter table erasure force row level security;
create policy scope on erasure for all using (((account_id = app.account_id()) OR app.across_customers()));
grant delete, insert, select, update on erasure to kursiv_runtime;

create table extra_time (
  customer_id uuid not null,
  enrolment_id uuid not null,
  minutes integer not null,
  created_at timestamp with time zone not null default app.now(),
  constraint extra_time_pkey PRIMARY KEY (customer_id, enrolment_id),
  constraint extra_time_customer_id_enrolment_id_fkey FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint extra_time_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600)))
);
alter table extra_time force row level security;
create policy purpose on extra_time as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('extra_time'::text) END);
create policy scope on extra_time for all using ((app.across_customers() OR ((customer_id = app.customer_id()) AND (EXISTS ( SELECT FROM enrolment e WHERE ((e.customer_id = extra_time.customer_id) AND (e.id = extra_time.enrolment_id)))))));
grant delete, insert, select, update on extra_time to kursiv_runtime;

create table file (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  public_at timestamp with time zone,
  created_at timestamp with time zone not null default app.now(),
  course_id uuid,
  of_file_id uuid,
  kind text not null default 'document'::text,
  state text not null default 'ready'::text,
  progress integer not null default 0,
  width integer,
  height integer,
  seconds integer,
  language text,
  stream_tried_at timestamp with time zone,
  constraint file_pkey PRIMARY KEY (customer_id, id),
  constraint file_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint file_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint file_customer_id_of_file_id_fkey FOREIGN KEY (customer_id, of_file_id) REFERENCES file(customer_id, id) ON DELETE CASCADE,
  constraint file_height_check CHECK ((height > 0)),
  constraint file_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'film'::text, 'sound'::text, 'document'::text, 'width'::text, 'captions'::text, 'poster'::text, 'stream'::text, 'stream-part'::text]))),
  constraint file_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint file_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
  constraint file_seconds_check CHECK ((seconds > 0)),
  constraint file_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'waiting'::text, 'failed'::text]))),
  constraint file_width_check CHECK ((width > 0))
);
CREATE INDEX file_course ON public.file USING btree (customer_id, course_id, created_at DESC, id) WHERE (of_file_id IS NULL);
CREATE INDEX file_film ON public.file USING btree (stream_tried_at NULLS FIRST, created_at, id) WHERE ((kind = 'film'::text) AND (state = 'ready'::text));
CREATE INDEX file_of ON public.file USING btree (customer_id, of_file_id) WHERE (of_file_id IS NOT NULL);
CREATE UNIQUE INDEX file_stream ON public.file USING btree (customer_id, of_file_id) WHERE (kind = 'stream'::text);
alter table file force row level security;
create policy scope on file for all using (((customer_id = app.customer_id()) OR app.across_customers()));
grant delete, insert, select, update on file to kursiv_runtime;

create table film (
  customer_id uuid not null,
  course_id uuid not null,
  title text not null,
  file_id uuid not null,
  poster_file_id uuid,
  seconds integer not null,
  constraint film_pkey PRIMARY KEY (customer_id, course_id),
  constraint film_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint film_customer_id_file_id_fkey FOREIGN KEY (customer_id, file_id) REFERENCES file(customer_id, id),
  constraint film_customer_id_poster_file_id_fkey FOREIGN KEY (customer_id, poster_file_id) REFERENCES file(customer_id, id),
  constraint film_seconds_check CHECK ((seconds > 0))
);
alter table film force row level security;
create policy scope on film for all using (((customer_id = app.customer_id()) OR app.across_customers()));
grant delete, insert, select, update on film to kursiv_runtime;

create table film_text (
  customer_id uuid not null,
  course_id uuid not null,
  language text not null,
  caption_file_id uuid not null,
  transcript text not null,
  constraint film_text_pkey PRIMARY KEY (customer_id, course_id, language),
  constraint film_text_customer_id_caption_file_id_fkey FOREIGN KEY (customer_id, caption_file_id) REFERENCES file(customer_id, id),
  constraint film_text_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES film(customer_id, course_id),
  constraint film_text_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text])))
);
alter table film_text force row level security;
create policy scope on film_text for all using (((customer_id = app.customer_id()) OR app.across_customers()));
grant delete, insert, select, update on film_text to kursiv_runtime;

create table final_test (
  customer_id uuid not null,
  version_id uuid not null,
  pass_percent integer not null,
  max_attempts integer not null,
  time_limit_minutes integer,
  published boolean not null default false,
  wait_hours integer,
  answers_shown text not null default 'after-last'::text,
  shuffle_questions boolean not null default false,
  shuffle_options boolean not null default false,
  constraint final_test_pkey PRIMARY KEY (customer_id, version_id),
  constraint final_test_customer_id_version_id_fkey FOREIGN KEY (customer_id, version_id) REFERENCES course_version(customer_id, id),
  constraint final_test_answers_shown_check CHECK ((answers_shown = ANY (ARRAY['never'::text, 'after-pass'::text, 'after-last'::text]))),
  constraint final_test_max_attempts_check CHECK ((max_attempts > 0)),
  constraint final_test_pass_percent_check CHECK (((pass_percent >= 1) AND (pass_percent <= 100))),
  constraint final_test_time_limit_minutes_check CHECK ((time_limit_minutes > 0)),
  constraint final_test_wait_hours_check CHECK (((wait_hours >= 1) AND (wait_hours <= 2160)))
);
alter table final_test force row level security;
create policy scope on final_test for all using ((((customer_id = app.customer_id()) AND (published OR (customer_id = app.staff_of()))) OR app.across_customers()));
grant delete, insert, select, update on final_test to kursiv_runtime;

create table former_name (
  account_id uuid not null,
  id uuid not null default app.uuid_v7(),
  given_name text not null,
  family_name text not null,
  email text,
  changed_at timestamp with time zone not null default app.now(),
  constraint former_name_pkey PRIMARY KEY (account_id, id),
  constraint former_name_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE
);
alter table former_name force row level security;
create policy purpose on former_name as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erase-completely,erasure,export,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('former_name'::text) END);
create policy scope on former_name for all using (((account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_restricted on former_name as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on former_name to kursiv_runtime;

create table group_teacher (
  customer_id uuid not null,
  group_id uuid not null,
  account_id uuid not null,
  created_at timestamp with time zone not null default app.now(),
  invitation_id uuid,
  ends_at timestamp with time zone,
  constraint group_teacher_pkey PRIMARY KEY (customer_id, group_id, account_id),
  constraint group_teacher_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint group_teacher_customer_id_group_id_fkey FOREIGN KEY (customer_id, group_id) REFERENCES student_group(customer_id, id),
  constraint group_teacher_customer_id_invitation_id_fkey FOREIGN KEY (customer_id, invitation_id) REFERENCES invitation(customer_id, id)
);
CREATE INDEX group_teacher_account_id ON public.group_teacher USING btree (account_id, customer_id);
alter table group_teacher force row level security;
create policy in_time on group_teacher as restrictive for all using (((ends_at IS NULL) OR (ends_at > app.now()) OR app.manages_access()));
create policy purpose on group_teacher as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('group_teacher'::text) END);
create policy scope on group_teacher for all using (((customer_id = app.customer_id()) OR (account_id = app.account_id()) OR app.across_customers()));
grant delete, insert, select, update on group_teacher to kursiv_runtime;

create table handed_file (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  attempt_id uuid not null,
  question_id uuid not null,
  content_key bytea not null,
  type text not null,
  bytes bigint not null,
  uploaded_at timestamp with time zone not null,
  constraint handed_file_customer_id_attempt_id_question_id_key UNIQUE (customer_id, attempt_id, question_id),
  constraint handed_file_pkey PRIMARY KEY (customer_id, id),
  constraint handed_file_customer_id_attempt_id_fkey FOREIGN KEY (customer_id, attempt_id) REFERENCES attempt(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint handed_file_customer_id_question_id_fkey FOREIGN KEY (customer_id, question_id) REFERENCES question(customer_id, id)
);
alter table handed_file force row level security;
create policy purpose on handed_file as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('handed_file'::text) END);
create policy scope on handed_file for all using ((app.across_customers() OR ((customer_id = app.customer_id()) AND (EXISTS ( SELECT FROM attempt a WHERE ((a.customer_id = handed_file.customer_id) AND (a.id = handed_file.attempt_id)))))));
grant delete, insert, select, update on handed_file to kursiv_runtime;

create table inbound_file (
  id uuid not null default gen_random_uuid(),
  mail_id uuid not null,
  place integer not null,
  name text not null,
  type text not null,
  bytes integer not null,
  content_key bytea not null,
  constraint inbound_file_mail_id_place_key UNIQUE (mail_id, place),
  constraint inbound_file_pkey PRIMARY KEY (id),
  constraint inbound_file_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES inbound_mail(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint inbound_file_bytes_check CHECK ((bytes > 0)),
  constraint inbound_file_content_key_check CHECK ((length(content_key) = 32)),
  constraint inbound_file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 140)))
);
alter table inbound_file force row level security;
create policy purpose on inbound_file as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-enquiry,backup,correspond,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('inbound_file'::text) END);
create policy scope on inbound_file for all using ((false OR app.across_customers()));
grant delete, insert, select, update on inbound_file to kursiv_runtime;

create table inbound_mail (
  id uuid not null default app.uuid_v7(),
  message_key bytea not null,
  from_address text,
  subject text not null default ''::text,
  body text not null default ''::text,
  reply_kind text,
  reply_id uuid,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  problem text,
  received_at timestamp with time zone not null,
  handled_at timestamp with time zone,
  due_at timestamp with time zone not null,
  restriction_id uuid,
  constraint inbound_mail_message_key_key UNIQUE (message_key),
  constraint inbound_mail_pkey PRIMARY KEY (id),
  constraint inbound_mail_body_check CHECK ((length(body) <= 100000)),
  constraint inbound_mail_from_address_check CHECK (((from_address = lower(from_address)) AND (length(from_address) <= 254))),
  constraint inbound_mail_reply_kind_check CHECK ((reply_kind = ANY (ARRAY['case'::text, 'correspondence'::text, 'bounce'::text]))),
  constraint inbound_mail_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'dead'::text]))),
  constraint inbound_mail_subject_check CHECK ((length(subject) <= 200))
);
CREATE INDEX inbound_mail_dead ON public.inbound_mail USING btree (received_at) WHERE (state = 'dead'::text);
CREATE INDEX inbound_mail_due_at ON public.inbound_mail USING btree (due_at);
CREATE INDEX inbound_mail_from_address ON public.inbound_mail USING btree (from_address) WHERE (from_address IS NOT NULL);
CREATE INDEX inbound_mail_restriction ON public.inbound_mail USING btree (restriction_id) WHERE (restriction_id IS NOT NULL);
alter table inbound_mail force row level security;
create policy purpose on inbound_mail as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-enquiry,backup,correspond,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('inbound_mail'::text) END);
create policy scope on inbound_mail for all using ((false OR app.across_customers()));
create policy unreadable_when_due on inbound_mail as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_set_aside on inbound_mail as restrictive for select using (((restriction_id IS NULL) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[]))));
grant delete, insert, select, update on inbound_mail to kursiv_runtime;

create table invitation (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  role text not null,
  max_uses integer not null,
  uses integer not null default 0,
  only_listed boolean not null,
  domains text[] not null default '{}'::text[],
  created_at timestamp with time zone not null default app.now(),
  expires_at timestamp with time zone not null,
  access_ends_at timestamp with time zone,
  revoked_at timestamp with time zone,
  client_id uuid,
  group_id uuid,
  constraint invitation_customer_id_client_id_key UNIQUE (customer_id, client_id),
  constraint invitation_pkey PRIMARY KEY (customer_id, id),
  constraint invitation_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint invitation_customer_id_group_id_fkey FOREIGN KEY (customer_id, group_id) REFERENCES student_group(customer_id, id),
  constraint invitation_check CHECK ((uses <= max_uses)),
  constraint invitation_check1 CHECK (((role = 'student'::text) = (group_id IS NOT NULL))),
  constraint invitation_max_uses_check CHECK ((max_uses > 0)),
  constraint invitation_role_check CHECK ((role = ANY (ARRAY['customer_admin'::text, 'course_admin'::text, 'teacher'::text, 'student'::text])))
);
CREATE INDEX invitation_group ON public.invitation USING btree (customer_id, group_id) WHERE (group_id IS NOT NULL);
alter table invitation force row level security;
create policy scope on invitation for all using ((app.across_customers() OR ((customer_id = app.staff_of()) OR (EXISTS ( SELECT FROM invitation_use u WHERE ((u.customer_id = invitation.customer_id) AND (u.invitation_id = invitation.id) AND (u.account_id = app.account_id())))))));
grant delete, insert, select, update on invitation to kursiv_runtime;

create table invitation_address (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  invitation_id uuid not null,
  address text not null,
  created_at timestamp with time zone not null default app.now(),
  due_at timestamp with time zone not null,
  restriction_id uuid,
  constraint invitation_address_customer_id_invitation_id_address_key UNIQUE (customer_id, invitation_id, address),
  constraint invitation_address_pkey PRIMARY KEY (customer_id, id),
  constraint invitation_address_customer_id_invitation_id_fkey FOREIGN KEY (customer_id, invitation_id) REFERENCES invitation(customer_id, id),
  constraint invitation_address_address_check CHECK (((address = lower(address)) AND (length(address) <= 254)))
);
CREATE INDEX invitation_address_address ON public.invitation_address USING btree (address);
CREATE INDEX invitation_address_due_at ON public.invitation_address USING btree (due_at);
CREATE INDEX invitation_address_restriction ON public.invitation_address USING btree (restriction_id) WHERE (restriction_id IS NOT NULL);
alter table invitation_address force row level security;
create policy purpose on invitation_address as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('invitation_address'::text) END);
create policy scope on invitation_address for all using (((customer_id = app.staff_of()) OR app.across_customers()));
create policy unreadable_when_due on invitation_address as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_set_aside on invitation_address as restrictive for select using (((restriction_id IS NULL) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[]))));
grant delete, insert, select, update on invitation_address to kursiv_runtime;

create table invitation_course (
  customer_id uuid not null,
  invitation_id uuid not null,
  course_id uuid not null,
  constraint invitation_course_pkey PRIMARY KEY (customer_id, invitation_id, course_id),
  constraint invitation_course_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint invitation_course_customer_id_invitation_id_fkey FOREIGN KEY (customer_id, invitation_id) REFERENCES invitation(customer_id, id)
);
alter table invitation_course force row level security;
create policy scope on invitation_course for all using ((app.across_customers() OR ((customer_id = app.staff_of()) OR (EXISTS ( SELECT FROM invitation_use u WHERE ((u.customer_id = invitation_course.customer_id) AND (u.invitation_id = invitation_course.invitation_id) AND (u.account_id = app.account_id())))))));
grant delete, insert, select, update on invitation_course to kursiv_runtime;

create table invitation_sender (
  customer_id uuid not null,
  invitation_id uuid not null,
  account_id uuid not null,
  constraint invitation_sender_pkey PRIMARY KEY (customer_id, invitation_id),
  constraint invitation_sender_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint invitation_sender_customer_id_invitation_id_fkey FOREIGN KEY (customer_id, invitation_id) REFERENCES invitation(customer_id, id)
);
CREATE INDEX invitation_sender_account_id ON public.invitation_sender USING btree (account_id);
alter table invitation_sender force row level security;
create policy purpose on invitation_sender as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('invitation_sender'::text) END);
create policy scope on invitation_sender for all using (((customer_id = app.staff_of()) OR (account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_restricted on invitation_sender as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on invitation_sender to kursiv_runtime;

create table invitation_teaching (
  customer_id uuid not null,
  invitation_id uuid not null,
  group_id uuid not null,
  constraint invitation_teaching_pkey PRIMARY KEY (customer_id, invitation_id, group_id),
  constraint invitation_teaching_customer_id_group_id_fkey FOREIGN KEY (customer_id, group_id) REFERENCES student_group(customer_id, id),
  constraint invitation_teaching_customer_id_invitation_id_fkey FOREIGN KEY (customer_id, invitation_id) REFERENCES invitation(customer_id, id)
);
CREATE INDEX invitation_teaching_group ON public.invitation_teaching USING btree (customer_id, group_id);
alter table invitation_teaching force row level security;
create policy scope on invitation_teaching for all using ((app.across_customers() OR ((customer_id = app.staff_of()) OR (EXISTS ( SELECT FROM invitation_use u WHERE ((u.customer_id = invitation_teaching.customer_id) AND (u.invitation_id = invitation_teaching.invitation_id) AND (u.account_id = app.account_id())))))));
grant delete, insert, select, update on invitation_teaching to kursiv_runtime;

create table invitation_use (
  customer_id uuid not null,
  invitation_id uuid not null,
  account_id uuid not null,
  accepted_at timestamp with time zone not null default app.now(),
  constraint invitation_use_pkey PRIMARY KEY (customer_id, invitation_id, account_id),
  constraint invitation_use_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint invitation_use_customer_id_invitation_id_fkey FOREIGN KEY (customer_id, invitation_id) REFERENCES invitation(customer_id, id)
);
CREATE INDEX invitation_use_account_id ON public.invitation_use USING btree (account_id);
alter table invitation_use force row level security;
create policy purpose on invitation_use as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('invitation_use'::text) END);
create policy scope on invitation_use for all using (((customer_id = app.staff_of()) OR (account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_restricted on invitation_use as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on invitation_use to kursiv_runtime;

create table key_batch (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  course_id uuid not null,
  label text not null,
  access_days integer,
  created_at timestamp with time zone not null default app.now(),
  constraint key_batch_pkey PRIMARY KEY (customer_id, id),
  constraint key_batch_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint key_batch_access_days_check CHECK ((access_days > 0))
);
CREATE INDEX key_batch_created ON public.key_batch USING btree (customer_id, created_at, id);
alter table key_batch force row level security;
create policy scope on key_batch for all using (((customer_id = app.staff_of()) OR app.across_customers()));
grant delete, insert, select, update on key_batch to kursiv_runtime;

create table ledger (
  account_id uuid not null,
  id uuid not null default app.uuid_v7(),
  event text not null,
  about text not null,
  state text not null,
  version integer not null,
  text_hash text not null,
  form_fingerprint text not null default ''::text,
  language text not null,
  at timestamp with time zone not null default app.now(),
  constraint ledger_pkey PRIMARY KEY (account_id, id),
  constraint ledger_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint ledger_check CHECK (
CASE event
    WHEN 'consent'::text THEN (state = ANY (ARRAY['given'::text, 'withdrawn'::text]))
    WHEN 'acceptance'::text THEN (state = ANY (ARRAY['accepted'::text, 'refused'::text]))
    ELSE (state = 'served'::text)
END),
  constraint ledger_event_check CHECK ((event = ANY (ARRAY['consent'::text, 'acceptance'::text, 'notice'::text]))),
  constraint ledger_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint ledger_state_check CHECK ((state = ANY (ARRAY['given'::text, 'withdrawn'::text, 'accepted'::text, 'refused'::text, 'served'::text])))
);
CREATE INDEX ledger_about ON public.ledger USING btree (account_id, event, about, at DESC);
CREATE INDEX ledger_notice ON public.ledger USING btree (version, account_id) WHERE ((event = 'notice'::text) AND (about = 'terms'::text));
CREATE INDEX ledger_unproven ON public.ledger USING btree (account_id) WHERE ((event = 'consent'::text) AND ((text_hash = ''::text) OR (form_fingerprint = ''::text)));
alter table ledger force row level security;
create policy purpose on ledger as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('ledger'::text) END);
create policy scope on ledger for all using (((account_id = app.account_id()) OR app.across_customers()));
grant delete, insert, select on ledger to kursiv_runtime;

create table legal_hold (
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  law text not null,
  reason text not null,
  ends_at timestamp with time zone not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null default app.now(),
  decided_by uuid,
  decided_at timestamp with time zone,
  decision text,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  constraint legal_hold_pkey PRIMARY KEY (id),
  constraint legal_hold_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint legal_hold_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(id) ON UPDATE CASCADE,
  constraint legal_hold_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id) ON UPDATE CASCADE,
  constraint legal_hold_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES account(id) ON UPDATE CASCADE,
  constraint legal_hold_check CHECK ((((decision IS NULL) = (decided_at IS NULL)) AND ((decision IS NULL) = (decided_by IS NULL)))),
  constraint legal_hold_check1 CHECK (((lifted_at IS NULL) OR (decision = 'placed'::text))),
  constraint legal_hold_decision_check CHECK ((decision = ANY (ARRAY['placed'::text, 'refused'::text]))),
  constraint legal_hold_law_check CHECK (((length(law) >= 3) AND (length(law) <= 200))),
  constraint legal_hold_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 2000))),
  constraint not_about_oneself CHECK (((account_id <> asked_by) AND (account_id IS DISTINCT FROM decided_by))),
  constraint two_people CHECK (((decided_by IS NULL) OR (decided_by <> asked_by)))
);
CREATE INDEX legal_hold_account_id ON public.legal_hold USING btree (account_id);
CREATE INDEX legal_hold_asked_by ON public.legal_hold USING btree (asked_by);
CREATE INDEX legal_hold_decided_by ON public.legal_hold USING btree (decided_by) WHERE (decided_by IS NOT NULL);
CREATE INDEX legal_hold_in_force ON public.legal_hold USING btree (ends_at) WHERE ((decision = 'placed'::text) AND (lifted_at IS NULL));
CREATE INDEX legal_hold_lifted_by ON public.legal_hold USING btree (lifted_by) WHERE (lifted_by IS NOT NULL);
CREATE UNIQUE INDEX legal_hold_waiting ON public.legal_hold USING btree (account_id) WHERE (decision IS NULL);
alter table legal_hold force row level security;
create policy by_the_operator on legal_hold as restrictive for insert with check ((app.across_customers() OR (app.decides_holds() AND (asked_by = app.account_id()))));
create policy only_decided_once on legal_hold as restrictive for update using ((app.across_customers() OR (app.decides_holds() AND (lifted_at IS NULL)))) with check ((app.across_customers() OR app.decides_holds()));
create policy only_erasure on legal_hold as restrictive for delete using ((current_setting('app.across_customers'::text, true) = ANY (ARRAY['erasure'::text, 'retention'::text])));
create policy purpose on legal_hold as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,backup,"customer export",erasure,export,"look log",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('legal_hold'::text) END);
create policy scope on legal_hold for all using (((account_id = app.account_id()) OR app.decides_holds() OR app.across_customers()));
create policy unreadable_when_restricted on legal_hold as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on legal_hold to kursiv_runtime;

create table look_anchor (
  number bigint not null,
  at timestamp with time zone not null,
  root bytea not null,
  constraint look_anchor_pkey PRIMARY KEY (number),
  constraint look_anchor_number_check CHECK ((number > 0))
);
alter table look_anchor force row level security;
create policy scope on look_anchor for all using ((true OR app.across_customers()));
grant insert, select on look_anchor to kursiv_runtime;

create table look_anchor_head (
  anchor bigint not null,
  chain uuid not null,
  number bigint not null,
  constraint look_anchor_head_pkey PRIMARY KEY (anchor, chain),
  constraint look_anchor_head_anchor_fkey FOREIGN KEY (anchor) REFERENCES look_anchor(number)
);
alter table look_anchor_head force row level security;
create policy scope on look_anchor_head for all using ((true OR app.across_customers()));
grant insert, select on look_anchor_head to kursiv_runtime;

create table look_link (
  chain uuid not null,
  number bigint not null,
  log_id uuid not null,
  content bytea not null,
  actor bytea not null,
  subjects bytea[] not null,
  due_at timestamp with time zone not null,
  digest bytea not null,
  others integer,
  constraint look_link_log_id_key UNIQUE (log_id),
  constraint look_link_pkey PRIMARY KEY (chain, number),
  constraint look_link_number_check CHECK ((number > 0)),
  constraint look_link_others_check CHECK ((others >= 0))
);
alter table look_link force row level security;
create policy scope on look_link for all using ((true OR app.across_customers()));
grant insert, select on look_link to kursiv_runtime;

create table mail (
  id uuid not null default app.uuid_v7(),
  account_id uuid,
  address text,
  template text not null,
  language text not null,
  about jsonb not null default '{}'::jsonb,
  state text not null default 'queued'::text,
  attempts integer not null default 0,
  problem text,
  created_at timestamp with time zone not null default app.now(),
  sent_at timestamp with time zone,
  due_at timestamp with time zone not null,
  bounces integer not null default 0,
  constraint mail_pkey PRIMARY KEY (id),
  constraint mail_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint mail_address_check CHECK ((address = lower(address))),
  constraint mail_check CHECK (((account_id IS NOT NULL) OR (address IS NOT NULL))),
  constraint mail_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint mail_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'dead'::text])))
);
CREATE INDEX mail_account_id ON public.mail USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX mail_address ON public.mail USING btree (address) WHERE (address IS NOT NULL);
CREATE INDEX mail_due_at ON public.mail USING btree (due_at);
CREATE INDEX mail_waiting ON public.mail USING btree (state, created_at) WHERE (state <> 'sent'::text);
alter table mail force row level security;
create policy posting on mail for insert with check ((state = 'queued'::text));
create policy purpose on mail as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,inform,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('mail'::text) END);
create policy scope on mail for all using (((account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_due on mail as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_restricted on mail as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on mail to kursiv_runtime;

create table marking (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  attempt_id uuid not null,
  question_id uuid not null,
  round integer not null,
  levels jsonb not null,
  points integer not null,
  comment text not null default ''::text,
  second_look boolean not null default false,
  marker_id uuid not null,
  marked_at timestamp with time zone not null default app.now(),
  constraint marking_customer_id_attempt_id_question_id_round_key UNIQUE (customer_id, attempt_id, question_id, round),
  constraint marking_pkey PRIMARY KEY (customer_id, id),
  constraint marking_customer_id_attempt_id_fkey FOREIGN KEY (customer_id, attempt_id) REFERENCES attempt(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint marking_customer_id_question_id_fkey FOREIGN KEY (customer_id, question_id) REFERENCES question(customer_id, id),
  constraint marking_marker_id_fkey FOREIGN KEY (marker_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint marking_points_check CHECK ((points >= 0)),
  constraint marking_round_check CHECK (((round >= 1) AND (round <= 9)))
);
CREATE INDEX marking_marker_id ON public.marking USING btree (marker_id);
alter table marking force row level security;
create policy purpose on marking as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('marking'::text) END);
create policy scope on marking for all using ((app.across_customers() OR ((customer_id = app.customer_id()) AND (EXISTS ( SELECT FROM attempt a WHERE ((a.customer_id = marking.customer_id) AND (a.id = marking.attempt_id) AND ((a.passed IS NOT NULL) OR (a.customer_id = app.staff_of()))))))));
grant delete, insert, select, update on marking to kursiv_runtime;

create table marking_comment (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  course_id uuid not null,
  body text not null,
  constraint marking_comment_customer_id_course_id_body_key UNIQUE (customer_id, course_id, body),
  constraint marking_comment_pkey PRIMARY KEY (customer_id, id),
  constraint marking_comment_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id)
);
alter table marking_comment force row level security;
create policy scope on marking_comment for all using (((customer_id = app.staff_of()) OR app.across_customers()));
grant delete, insert, select, update on marking_comment to kursiv_runtime;

create table membership (
  customer_id uuid not null,
  account_id uuid not null,
  role text not null,
  created_at timestamp with time zone not null default app.now(),
  invitation_id uuid,
  ends_at timestamp with time zone,
  constraint membership_pkey PRIMARY KEY (customer_id, account_id, role),
  constraint membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint membership_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint membership_customer_id_invitation_id_fkey FOREIGN KEY (customer_id, invitation_id) REFERENCES invitation(customer_id, id),
  constraint membership_role_check CHECK ((role = ANY (ARRAY['customer_admin'::text, 'course_admin'::text, 'teacher'::text, 'student'::text])))
);
CREATE INDEX membership_account_id ON public.membership USING btree (account_id);
alter table membership force row level security;
create policy in_time on membership as restrictive for all using (((ends_at IS NULL) OR (ends_at > app.now()) OR app.manages_access()));
create policy purpose on membership as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('membership'::text) END);
create policy scope on membership for all using (((account_id = app.account_id()) OR (customer_id = app.staff_of()) OR ((customer_id = app.customer_id()) AND (role = ANY (ARRAY['course_admin'::text, 'teacher'::text]))) OR app.across_customers()));
grant delete, insert, select, update on membership to kursiv_runtime;

create table message (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  correspondence_id uuid not null,
  sequence integer not null,
  author_id uuid not null,
  from_student boolean not null,
  client_id uuid not null,
  body text not null,
  sent_at timestamp with time zone not null default app.now(),
  deleted_at timestamp with time zone,
  change integer,
  edited_at timestamp with time zone,
  page_id uuid,
  constraint message_customer_id_correspondence_id_client_id_key UNIQUE (customer_id, correspondence_id, client_id),
  constraint message_customer_id_correspondence_id_sequence_key UNIQUE (customer_id, correspondence_id, sequence),
  constraint message_pkey PRIMARY KEY (customer_id, id),
  constraint message_author_id_fkey FOREIGN KEY (author_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint message_customer_id_correspondence_id_fkey FOREIGN KEY (customer_id, correspondence_id) REFERENCES correspondence(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint message_customer_id_page_id_fkey FOREIGN KEY (customer_id, page_id) REFERENCES course_page(customer_id, id),
  constraint message_body_check CHECK ((length(body) <= 10000))
);
CREATE INDEX message_author_id ON public.message USING btree (author_id);
CREATE UNIQUE INDEX message_change ON public.message USING btree (customer_id, correspondence_id, change) WHERE (change IS NOT NULL);
CREATE INDEX message_page ON public.message USING btree (customer_id, page_id) WHERE (page_id IS NOT NULL);
alter table message force row level security;
create policy purpose on message as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"course mates","customer export",deliver-course,erasure,export,mail,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('message'::text) END);
create policy scope on message for all using ((app.across_customers() OR ((customer_id = app.customer_id()) AND app.reaches_thread(customer_id, correspondence_id))));
grant delete, insert, select, update on message to kursiv_runtime;

create table message_draft (
  customer_id uuid not null,
  correspondence_id uuid not null,
  account_id uuid not null,
  body text not null,
  page_id uuid,
  saved_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  constraint message_draft_pkey PRIMARY KEY (customer_id, correspondence_id, account_id),
  constraint message_draft_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint message_draft_customer_id_correspondence_id_fkey FOREIGN KEY (customer_id, correspondence_id) REFERENCES correspondence(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint message_draft_customer_id_page_id_fkey FOREIGN KEY (customer_id, page_id) REFERENCES course_page(customer_id, id),
  constraint message_draft_body_check CHECK ((length(body) <= 10000))
);
CREATE INDEX message_draft_account_id ON public.message_draft USING btree (account_id);
CREATE INDEX message_draft_due_at ON public.message_draft USING btree (due_at);
alter table message_draft force row level security;
create policy purpose on message_draft as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"customer export",erasure,export,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('message_draft'::text) END);
create policy scope on message_draft for all using ((app.across_customers() OR ((customer_id = app.customer_id()) AND (account_id = app.account_id()) AND app.reaches_thread(customer_id, correspondence_id))));
create policy unreadable_when_due on message_draft as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_restricted on message_draft as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on message_draft to kursiv_runtime;

create table migration (
  name text not null,
  hash bytea not null,
  ran_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);
alter table migration force row level security;
create policy scope on migration for all using ((true OR app.across_customers()));
grant select on migration to kursiv_runtime;

create table newsletter_choice (
  id uuid not null default app.uuid_v7(),
  subscriber_id uuid not null,
  step text not null,
  topics text[] not null,
  version integer not null,
  text_hash text not null,
  form_fingerprint text not null,
  language text not null,
  at timestamp with time zone not null,
  constraint newsletter_choice_pkey PRIMARY KEY (id),
  constraint newsletter_choice_subscriber_id_fkey FOREIGN KEY (subscriber_id) REFERENCES newsletter_subscriber(id) ON DELETE CASCADE,
  constraint newsletter_choice_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint newsletter_choice_step_check CHECK ((step = ANY (ARRAY['asked'::text, 'confirmed'::text, 'changed'::text, 'unsubscribed'::text])))
);
CREATE INDEX newsletter_choice_subscriber_id ON public.newsletter_choice USING btree (subscriber_id);
alter table newsletter_choice force row level security;
create policy purpose on newsletter_choice as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,mail,newsletter,newsletter,"own newsletters",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('newsletter_choice'::text) END);
create policy scope on newsletter_choice for all using ((false OR app.across_customers()));
grant delete, insert, select on newsletter_choice to kursiv_runtime;

create table newsletter_delivery (
  issue_id uuid not null,
  subscriber_id uuid not null,
  mail_id uuid not null,
  created_at timestamp with time zone not null,
  constraint newsletter_delivery_pkey PRIMARY KEY (issue_id, subscriber_id),
  constraint newsletter_delivery_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES newsletter_issue(id),
  constraint newsletter_delivery_subscriber_id_fkey FOREIGN KEY (subscriber_id) REFERENCES newsletter_subscriber(id) ON DELETE CASCADE
);
CREATE INDEX newsletter_delivery_subscriber_id ON public.newsletter_delivery USING btree (subscriber_id);
alter table newsletter_delivery force row level security;
create policy purpose on newsletter_delivery as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,mail,newsletter,newsletter,"own newsletters",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('newsletter_delivery'::text) END);
create policy scope on newsletter_delivery for all using ((false OR app.across_customers()));
grant delete, insert, select, update on newsletter_delivery to kursiv_runtime;

create table newsletter_issue (
  id uuid not null default app.uuid_v7(),
  topic_id uuid not null,
  subject_sv text not null,
  subject_en text not null,
  body_sv text not null,
  body_en text not null,
  state text not null default 'draft'::text,
  client_id uuid not null,
  created_at timestamp with time zone not null,
  send_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint newsletter_issue_client_id_key UNIQUE (client_id),
  constraint newsletter_issue_pkey PRIMARY KEY (id),
  constraint newsletter_issue_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES newsletter_topic(id),
  constraint newsletter_issue_body_en_check CHECK ((length(body_en) <= 20000)),
  constraint newsletter_issue_body_sv_check CHECK ((length(body_sv) <= 20000)),
  constraint newsletter_issue_check CHECK (((state = 'draft'::text) = (send_at IS NULL))),
  constraint newsletter_issue_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sending'::text, 'sent'::text]))),
  constraint newsletter_issue_subject_en_check CHECK (((length(subject_en) >= 1) AND (length(subject_en) <= 150))),
  constraint newsletter_issue_subject_sv_check CHECK (((length(subject_sv) >= 1) AND (length(subject_sv) <= 150)))
);
CREATE INDEX newsletter_issue_waiting ON public.newsletter_issue USING btree (send_at) WHERE (state = 'sending'::text);
alter table newsletter_issue force row level security;
create policy scope on newsletter_issue for all using ((app.across_customers() OR ( SELECT app.serves('question'::text) AS serves)));
grant delete, insert, select, update on newsletter_issue to kursiv_runtime;

create table newsletter_subscriber (
  id uuid not null default gen_random_uuid(),
  email text not null,
  language text not null,
  ask_id uuid not null,
  asked_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  bounced_at timestamp with time zone,
  due_at timestamp with time zone not null,
  restriction_id uuid,
  constraint newsletter_subscriber_ask_id_key UNIQUE (ask_id),
  constraint newsletter_subscriber_email_key UNIQUE (email),
  constraint newsletter_subscriber_pkey PRIMARY KEY (id),
  constraint newsletter_subscriber_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
  constraint newsletter_subscriber_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text])))
);
CREATE INDEX newsletter_subscriber_due_at ON public.newsletter_subscriber USING btree (due_at);
CREATE INDEX newsletter_subscriber_restriction ON public.newsletter_subscriber USING btree (restriction_id) WHERE (restriction_id IS NOT NULL);
alter table newsletter_subscriber force row level security;
create policy purpose on newsletter_subscriber as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,mail,newsletter,newsletter,"own newsletters",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('newsletter_subscriber'::text) END);
create policy scope on newsletter_subscriber for all using ((false OR app.across_customers()));
create policy unreadable_when_due on newsletter_subscriber as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_set_aside on newsletter_subscriber as restrictive for select using (((restriction_id IS NULL) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[]))));
grant delete, insert, select, update on newsletter_subscriber to kursiv_runtime;

create table newsletter_subscription (
  id uuid not null default gen_random_uuid(),
  subscriber_id uuid not null,
  topic_id uuid not null,
  ask_id uuid not null,
  confirmed_at timestamp with time zone,
  constraint newsletter_subscription_subscriber_id_topic_id_key UNIQUE (subscriber_id, topic_id),
  constraint newsletter_subscription_pkey PRIMARY KEY (id),
  constraint newsletter_subscription_subscriber_id_fkey FOREIGN KEY (subscriber_id) REFERENCES newsletter_subscriber(id) ON DELETE CASCADE,
  constraint newsletter_subscription_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES newsletter_topic(id)
);
CREATE INDEX newsletter_subscription_topic ON public.newsletter_subscription USING btree (topic_id, subscriber_id) WHERE (confirmed_at IS NOT NULL);
alter table newsletter_subscription force row level security;
create policy purpose on newsletter_subscription as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,mail,newsletter,newsletter,"own newsletters",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('newsletter_subscription'::text) END);
create policy scope on newsletter_subscription for all using ((false OR app.across_customers()));
grant delete, insert, select, update on newsletter_subscription to kursiv_runtime;

create table newsletter_topic (
  id uuid not null default app.uuid_v7(),
  title_sv text not null,
  title_en text not null,
  lead_sv text not null,
  lead_en text not null,
  client_id uuid not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint newsletter_topic_client_id_key UNIQUE (client_id),
  constraint newsletter_topic_pkey PRIMARY KEY (id),
  constraint newsletter_topic_lead_en_check CHECK ((length(lead_en) <= 300)),
  constraint newsletter_topic_lead_sv_check CHECK ((length(lead_sv) <= 300)),
  constraint newsletter_topic_title_en_check CHECK (((length(title_en) >= 1) AND (length(title_en) <= 100))),
  constraint newsletter_topic_title_sv_check CHECK (((length(title_sv) >= 1) AND (length(title_sv) <= 100)))
);
alter table newsletter_topic force row level security;
create policy scope on newsletter_topic for all using ((true OR app.across_customers()));
grant delete, insert, select, update on newsletter_topic to kursiv_runtime;

create table note (
  customer_id uuid not null,
  enrolment_id uuid not null,
  page_id uuid not null,
  body text not null,
  saved_at timestamp with time zone not null default app.now(),
  constraint note_pkey PRIMARY KEY (customer_id, enrolment_id, page_id),
  constraint note_customer_id_enrolment_id_fkey FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint note_customer_id_page_id_fkey FOREIGN KEY (customer_id, page_id) REFERENCES course_page(customer_id, id),
  constraint note_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000)))
);
alter table note force row level security;
create policy purpose on note as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('note'::text) END);
create policy scope on note for all using ((app.across_customers() OR ((customer_id = app.customer_id()) AND app.owns_enrolment(customer_id, enrolment_id))));
grant delete, insert, select, update on note to kursiv_runtime;

create table notification (
  id uuid not null default app.uuid_v7(),
  account_id uuid not null,
  event text not null,
  customer_id uuid,
  course_id uuid,
  shown boolean not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  mail_due_at timestamp with time zone,
  due_at timestamp with time zone not null,
  reminder_due_at timestamp with time zone,
  constraint notification_pkey PRIMARY KEY (id),
  constraint notification_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint notification_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint notification_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
);
CREATE INDEX notification_account_id ON public.notification USING btree (account_id, id DESC);
CREATE INDEX notification_due_at ON public.notification USING btree (due_at);
CREATE INDEX notification_mail_due_at ON public.notification USING btree (mail_due_at) WHERE (mail_due_at IS NOT NULL);
CREATE INDEX notification_reminder_due_at ON public.notification USING btree (reminder_due_at) WHERE (reminder_due_at IS NOT NULL);
CREATE UNIQUE INDEX notification_unread ON public.notification USING btree (account_id, event, customer_id, course_id) NULLS NOT DISTINCT WHERE (read_at IS NULL);
alter table notification force row level security;
create policy purpose on notification as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,inform,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('notification'::text) END);
create policy scope on notification for all using (((account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_due on notification as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_restricted on notification as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on notification to kursiv_runtime;

create table notification_choice (
  account_id uuid not null,
  event text not null,
  channel text not null,
  allowed boolean not null,
  constraint notification_choice_pkey PRIMARY KEY (account_id, event, channel),
  constraint notification_choice_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint notification_choice_channel_check CHECK ((channel = ANY (ARRAY['bell'::text, 'mail'::text])))
);
alter table notification_choice force row level security;
create policy purpose on notification_choice as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,inform,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('notification_choice'::text) END);
create policy scope on notification_choice for all using (((account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_restricted on notification_choice as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on notification_choice to kursiv_runtime;

create table notification_rhythm (
  account_id uuid not null,
  digest text not null,
  quiet_from integer,
  quiet_to integer,
  time_zone text not null,
  constraint notification_rhythm_pkey PRIMARY KEY (account_id),
  constraint notification_rhythm_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint notification_rhythm_check CHECK (((quiet_from IS NULL) = (quiet_to IS NULL))),
  constraint notification_rhythm_digest_check CHECK ((digest = ANY (ARRAY['at-once'::text, 'daily'::text, 'weekly'::text]))),
  constraint notification_rhythm_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 1439))),
  constraint notification_rhythm_quiet_to_check CHECK (((quiet_to >= 0) AND (quiet_to <= 1439)))
);
alter table notification_rhythm force row level security;
create policy purpose on notification_rhythm as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,inform,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('notification_rhythm'::text) END);
create policy scope on notification_rhythm for all using (((account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_restricted on notification_rhythm as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on notification_rhythm to kursiv_runtime;

create table offer (
  id uuid not null default gen_random_uuid(),
  enquiry_id uuid not null,
  number integer not null,
  author_id uuid not null,
  client_id uuid not null,
  kind text not null,
  seats integer not null,
  period_months integer not null,
  renews boolean not null,
  notice_months integer not null,
  lines jsonb not null,
  courses uuid[] not null,
  made_at timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  accepted_at timestamp with time zone,
  declined_at timestamp with time zone,
  reason text not null default ''::text,
  customer_id uuid,
  constraint offer_enquiry_id_client_id_key UNIQUE (enquiry_id, client_id),
  constraint offer_enquiry_id_number_key UNIQUE (enquiry_id, number),
  constraint offer_pkey PRIMARY KEY (id),
  constraint offer_author_id_fkey FOREIGN KEY (author_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint offer_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint offer_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiry(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint offer_check CHECK (((accepted_at IS NULL) OR (declined_at IS NULL))),
  constraint offer_kind_check CHECK ((kind = ANY (ARRAY['school'::text, 'municipality'::text, 'library'::text, 'company'::text, 'private'::text, 'shop'::text]))),
  constraint offer_notice_months_check CHECK (((notice_months >= 0) AND (notice_months <= 12))),
  constraint offer_number_check CHECK ((number > 0)),
  constraint offer_period_months_check CHECK (((period_months >= 1) AND (period_months <= 60))),
  constraint offer_reason_check CHECK ((length(reason) <= 2000)),
  constraint offer_seats_check CHECK (((seats >= 1) AND (seats <= 1000000)))
);
CREATE INDEX offer_author_id ON public.offer USING btree (author_id);
CREATE INDEX offer_customer_id ON public.offer USING btree (customer_id) WHERE (customer_id IS NOT NULL);
alter table offer force row level security;
create policy purpose on offer as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-enquiry,backup,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('offer'::text) END);
create policy scope on offer for all using ((app.across_customers() OR (EXISTS ( SELECT FROM enquiry e WHERE (e.id = offer.enquiry_id)))));
grant delete, insert, select, update on offer to kursiv_runtime;

create table operator (
  only_one boolean not null default true,
  name text not null,
  contact_email text not null,
  dpo_name text not null,
  dpo_email text not null,
  language text not null,
  set_up_at timestamp with time zone not null default app.now(),
  constraint operator_pkey PRIMARY KEY (only_one),
  constraint operator_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint operator_only_one_check CHECK (only_one)
);
alter table operator force row level security;
create policy scope on operator for all using ((true OR app.across_customers()));
grant delete, insert, select, update on operator to kursiv_runtime;

create table operator_staff (
  account_id uuid not null,
  role text not null,
  created_at timestamp with time zone not null default app.now(),
  constraint operator_staff_pkey PRIMARY KEY (account_id, role),
  constraint operator_staff_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint operator_staff_role_check CHECK ((role = ANY (ARRAY['support'::text, 'dpo'::text, 'executive'::text])))
);
alter table operator_staff force row level security;
create policy purpose on operator_staff as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('operator_staff'::text) END);
create policy scope on operator_staff for all using (((account_id = app.account_id()) OR app.across_customers()));
grant delete, insert, select, update on operator_staff to kursiv_runtime;

create table own_deadline (
  customer_id uuid not null,
  enrolment_id uuid not null,
  due_at timestamp with time zone,
  waiver_reason text,
  created_at timestamp with time zone not null default app.now(),
  constraint own_deadline_pkey PRIMARY KEY (customer_id, enrolment_id),
  constraint own_deadline_customer_id_enrolment_id_fkey FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint own_deadline_check CHECK (((due_at IS NULL) <> (waiver_reason IS NULL))),
  constraint own_deadline_waiver_reason_check CHECK (((length(waiver_reason) >= 1) AND (length(waiver_reason) <= 500)))
);
CREATE INDEX own_deadline_due ON public.own_deadline USING btree (customer_id, due_at) WHERE (due_at IS NOT NULL);
alter table own_deadline force row level security;
create policy purpose on own_deadline as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('own_deadline'::text) END);
create policy scope on own_deadline for all using ((app.across_customers() OR (customer_id = ( SELECT app.whole_customer() AS whole_customer)) OR ((customer_id = app.customer_id()) AND (EXISTS ( SELECT FROM enrolment e WHERE ((e.customer_id = own_deadline.customer_id) AND (e.id = own_deadline.enrolment_id)))))));
grant delete, insert, select, update on own_deadline to kursiv_runtime;

create table own_export (
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  client_id uuid not null,
  language text not null,
  content_key bytea not null,
  requested_at timestamp with time zone not null,
  parts_done integer not null default 0,
  parts_total integer not null default 0,
  finished_at timestamp with time zone,
  failed_at timestamp with time zone,
  bytes bigint,
  sha256 bytea,
  expires_at timestamp with time zone not null,
  constraint own_export_account_id_client_id_key UNIQUE (account_id, client_id),
  constraint own_export_pkey PRIMARY KEY (id),
  constraint own_export_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint own_export_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text])))
);
CREATE INDEX own_export_expires_at ON public.own_export USING btree (expires_at);
alter table own_export force row level security;
create policy purpose on own_export as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,backup,"customer export",erasure,export,"look log",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('own_export'::text) END);
create policy scope on own_export for all using (((account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_due on own_export as restrictive for select using (((expires_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_restricted on own_export as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on own_export to kursiv_runtime;

create table page_file (
  customer_id uuid not null,
  page_id uuid not null,
  file_id uuid not null,
  constraint page_file_pkey PRIMARY KEY (customer_id, page_id, file_id),
  constraint page_file_customer_id_file_id_fkey FOREIGN KEY (customer_id, file_id) REFERENCES file(customer_id, id),
  constraint page_file_customer_id_page_id_fkey FOREIGN KEY (customer_id, page_id) REFERENCES course_page(customer_id, id) ON DELETE CASCADE
);
CREATE INDEX page_file_file ON public.page_file USING btree (customer_id, file_id);
alter table page_file force row level security;
create policy scope on page_file for all using (((customer_id = app.customer_id()) OR app.across_customers()));
grant delete, insert, select, update on page_file to kursiv_runtime;

create table page_history (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  course_id uuid not null,
  lineage_id uuid not null,
  title text not null,
  document jsonb not null,
  saved_at timestamp with time zone not null default app.now(),
  constraint page_history_pkey PRIMARY KEY (customer_id, id),
  constraint page_history_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id)
);
CREATE INDEX page_history_lineage ON public.page_history USING btree (customer_id, lineage_id, saved_at DESC);
alter table page_history force row level security;
create policy scope on page_history for all using (((customer_id = app.staff_of()) OR app.across_customers()));
grant delete, insert, select, update on page_history to kursiv_runtime;

create table page_visit (
  customer_id uuid not null,
  enrolment_id uuid not null,
  page_id uuid not null,
  first_at timestamp with time zone not null default app.now(),
  last_at timestamp with time zone not null default app.now(),
  completed_at timestamp with time zone,
  place_permille smallint,
  player smallint,
  player_second integer,
  constraint page_visit_pkey PRIMARY KEY (customer_id, enrolment_id, page_id),
  constraint page_visit_customer_id_enrolment_id_fkey FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint page_visit_customer_id_page_id_fkey FOREIGN KEY (customer_id, page_id) REFERENCES course_page(customer_id, id),
  constraint page_visit_check CHECK (((player IS NULL) = (player_second IS NULL))),
  constraint page_visit_place_permille_check CHECK (((place_permille >= 0) AND (place_permille <= 1000))),
  constraint page_visit_player_check CHECK (((player >= 1) AND (player <= 100))),
  constraint page_visit_player_second_check CHECK (((player_second >= 0) AND (player_second <= 86400)))
);
CREATE INDEX page_visit_done ON public.page_visit USING btree (customer_id, page_id) INCLUDE (enrolment_id) WHERE (completed_at IS NOT NULL);
alter table page_visit force row level security;
create policy purpose on page_visit as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('page_visit'::text) END);
create policy scope on page_visit for all using ((app.across_customers() OR (customer_id = ( SELECT app.whole_customer() AS whole_customer)) OR ((customer_id = app.customer_id()) AND (EXISTS ( SELECT FROM enrolment e WHERE ((e.customer_id = page_visit.customer_id) AND (e.id = page_visit.enrolment_id)))))));
grant delete, insert, select, update on page_visit to kursiv_runtime;

create table passkey (
  account_id uuid not null,
  id uuid not null default app.uuid_v7(),
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}'::text[],
  name text not null default ''::text,
  created_at timestamp with time zone not null default app.now(),
  last_used_at timestamp with time zone,
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_pkey PRIMARY KEY (account_id, id),
  constraint passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint passkey_name_check CHECK ((length(name) <= 100))
);
alter table passkey force row level security;
create policy purpose on passkey as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{api,backup,"customer export",erasure,export,identify-user,mail,proof,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('passkey'::text) END);
create policy scope on passkey for all using (((account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_restricted on passkey as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on passkey to kursiv_runtime;

create table proof_fault (
  proof text not null,
  since timestamp with time zone not null,
  constraint proof_fault_pkey PRIMARY KEY (proof)
);
alter table proof_fault force row level security;
create policy scope on proof_fault for all using ((true OR app.across_customers()));
grant delete, insert, select, update on proof_fault to kursiv_runtime;

create table proof_result (
  proof text not null,
  day date not null,
  computed_at timestamp with time zone not null,
  holds boolean not null,
  held_last boolean not null,
  figures jsonb not null default '{}'::jsonb,
  due_at timestamp with time zone not null,
  constraint proof_result_pkey PRIMARY KEY (proof, day)
);
CREATE INDEX proof_result_due_at ON public.proof_result USING btree (due_at);
alter table proof_result force row level security;
create policy scope on proof_result for all using ((true OR app.across_customers()));
grant delete, insert, select, update on proof_result to kursiv_runtime;

create table protected_identity (
  customer_id uuid not null,
  account_id uuid not null,
  designation text not null,
  by_customer_at timestamp with time zone,
  by_person_at timestamp with time zone,
  constraint protected_identity_customer_id_designation_key UNIQUE (customer_id, designation),
  constraint protected_identity_pkey PRIMARY KEY (customer_id, account_id),
  constraint protected_identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint protected_identity_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint protected_identity_check CHECK (((by_customer_at IS NOT NULL) OR (by_person_at IS NOT NULL))),
  constraint protected_identity_designation_check CHECK ((designation ~ '^Person [A-HJ-NP-Z2-9]{4}$'::text))
);
CREATE INDEX protected_identity_account_id ON public.protected_identity USING btree (account_id);
alter table protected_identity force row level security;
create policy purpose on protected_identity as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('protected_identity'::text) END);
create policy scope on protected_identity for all using (((customer_id = app.customer_id()) OR (account_id = app.account_id()) OR app.across_customers()));
grant delete, insert, select, update on protected_identity to kursiv_runtime;

create table purchase (
  id uuid not null,
  number text not null default app.new_case_number(),
  customer_id uuid not null,
  course_id uuid,
  key_id uuid,
  course_title text not null,
  email text not null,
  given_name text not null,
  family_name text not null,
  language text not null,
  payment_method text not null,
  ore integer not null,
  vat_percent integer not null,
  ordered_at timestamp with time zone not null,
  pay_by timestamp with time zone not null,
  reminded_at timestamp with time zone,
  paid_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  refunded_at timestamp with time zone,
  due_at timestamp with time zone not null,
  constraint purchase_number_key UNIQUE (number),
  constraint purchase_pkey PRIMARY KEY (id),
  constraint purchase_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint purchase_check CHECK ((num_nonnulls(withdrawn_at, cancelled_at) <= 1)),
  constraint purchase_check1 CHECK (((refunded_at IS NULL) OR ((paid_at IS NOT NULL) AND (num_nonnulls(withdrawn_at, cancelled_at) = 1)))),
  constraint purchase_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
  constraint purchase_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint purchase_ore_check CHECK ((ore > 0)),
  constraint purchase_payment_method_check CHECK ((payment_method = 'invoice'::text)),
  constraint purchase_vat_percent_check CHECK ((vat_percent = ANY (ARRAY[0, 6, 12, 25])))
);
CREATE INDEX purchase_due_at ON public.purchase USING btree (due_at);
CREATE INDEX purchase_email ON public.purchase USING btree (email);
CREATE INDEX purchase_ordered ON public.purchase USING btree (ordered_at DESC, id DESC);
CREATE INDEX purchase_to_refund ON public.purchase USING btree (ordered_at DESC, id DESC) WHERE ((paid_at IS NOT NULL) AND (refunded_at IS NULL) AND ((withdrawn_at IS NOT NULL) OR (cancelled_at IS NOT NULL)));
CREATE INDEX purchase_undone ON public.purchase USING btree (ordered_at DESC, id DESC) WHERE ((withdrawn_at IS NOT NULL) OR (cancelled_at IS NOT NULL));
CREATE INDEX purchase_unpaid ON public.purchase USING btree (pay_by, id) WHERE ((paid_at IS NULL) AND (withdrawn_at IS NULL) AND (cancelled_at IS NULL));
alter table purchase force row level security;
create policy changed_at_the_desk on purchase as restrictive for update using ((app.across_customers() OR ( SELECT app.sells() AS sells)));
create policy made_by_ordering on purchase as restrictive for insert with check (app.across_customers());
create policy never_removed_by_hand on purchase as restrictive for delete using (app.across_customers());
create policy purpose on purchase as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,keep-books,mail,proof,purchase,rectification,restore,retention,scan,seed,sell,set-up}'::text[])) THEN true ELSE app.refuse_purpose('purchase'::text) END);
create policy scope on purchase for all using ((app.across_customers() OR ((id = app.enquiry_id()) OR ( SELECT app.sells() AS sells) OR (email = ( SELECT app.own_email() AS own_email)))));
create policy unreadable_when_due on purchase as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
grant delete, insert, select, update on purchase to kursiv_runtime;

create table purchase_look (
  purchase_id uuid not null,
  log_id uuid not null,
  constraint purchase_look_pkey PRIMARY KEY (purchase_id, log_id),
  constraint purchase_look_log_id_fkey FOREIGN KEY (log_id) REFERENCES access_log(id) ON DELETE CASCADE,
  constraint purchase_look_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES purchase(id) ON DELETE CASCADE
);
CREATE INDEX purchase_look_log_id ON public.purchase_look USING btree (log_id);
alter table purchase_look force row level security;
create policy only_erasure on purchase_look as restrictive for delete using ((current_setting('app.across_customers'::text, true) = ANY (ARRAY['erasure'::text, 'retention'::text])));
create policy purpose on purchase_look as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,backup,"customer export",erasure,export,"look log",mail,proof,purchase,rectification,restore,restriction,retention,scan,seed,sell,set-up}'::text[])) THEN true ELSE app.refuse_purpose('purchase_look'::text) END);
create policy scope on purchase_look for all using ((app.across_customers() OR (EXISTS ( SELECT FROM purchase p WHERE (p.id = purchase_look.purchase_id)))));
grant delete, insert, select, update on purchase_look to kursiv_runtime;

create table question (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  version_id uuid not null,
  page_id uuid,
  position integer not null,
  kind text not null,
  prompt text not null,
  body jsonb not null,
  points integer not null default 1,
  revision integer not null default 1,
  published boolean not null default false,
  lineage_id uuid not null default app.uuid_v7(),
  pool_id uuid,
  constraint question_pkey PRIMARY KEY (customer_id, id),
  constraint question_customer_id_page_id_fkey FOREIGN KEY (customer_id, page_id) REFERENCES course_page(customer_id, id),
  constraint question_customer_id_pool_id_fkey FOREIGN KEY (customer_id, pool_id) REFERENCES question_pool(customer_id, id) ON DELETE SET NULL (pool_id),
  constraint question_customer_id_version_id_fkey FOREIGN KEY (customer_id, version_id) REFERENCES course_version(customer_id, id),
  constraint question_kind_check CHECK ((kind = ANY (ARRAY['single'::text, 'multiple'::text, 'true-false'::text, 'number'::text, 'short'::text, 'blanks'::text, 'match'::text, 'order'::text, 'hotspot'::text, 'free'::text, 'file'::text]))),
  constraint question_points_check CHECK ((points > 0)),
  constraint question_position_check CHECK (("position" > 0)),
  constraint question_revision_check CHECK ((revision > 0))
);
CREATE UNIQUE INDEX question_lineage ON public.question USING btree (customer_id, version_id, lineage_id);
CREATE INDEX question_of_picture ON public.question USING btree (customer_id, ((body ->> 'file'::text))) WHERE (kind = 'hotspot'::text);
CREATE INDEX question_page ON public.question USING btree (customer_id, page_id, "position");
CREATE INDEX question_pool_id ON public.question USING btree (customer_id, pool_id) WHERE (pool_id IS NOT NULL);
CREATE INDEX question_through_versions ON public.question USING btree (customer_id, lineage_id);
CREATE INDEX question_version ON public.question USING btree (customer_id, version_id, "position");
alter table question force row level security;
create policy scope on question for all using ((((customer_id = app.customer_id()) AND (published OR (customer_id = app.staff_of()))) OR app.across_customers()));
grant delete, insert, select, update on question to kursiv_runtime;

create table question_pool (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  version_id uuid not null,
  name text not null,
  draw integer not null,
  published boolean not null default false,
  constraint question_pool_pkey PRIMARY KEY (customer_id, id),
  constraint question_pool_customer_id_version_id_fkey FOREIGN KEY (customer_id, version_id) REFERENCES course_version(customer_id, id),
  constraint question_pool_draw_check CHECK (((draw >= 1) AND (draw <= 100)))
);
CREATE INDEX question_pool_version ON public.question_pool USING btree (customer_id, version_id);
alter table question_pool force row level security;
create policy scope on question_pool for all using ((((customer_id = app.customer_id()) AND (published OR (customer_id = app.staff_of()))) OR app.across_customers()));
grant delete, insert, select, update on question_pool to kursiv_runtime;

create table recovery_code (
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (account_id, code_hash),
  constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE
);
alter table recovery_code force row level security;
create policy purpose on recovery_code as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{api,backup,"customer export",erasure,export,identify-user,mail,proof,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('recovery_code'::text) END);
create policy scope on recovery_code for all using (((account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_restricted on recovery_code as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on recovery_code to kursiv_runtime;

create table reflection (
  customer_id uuid not null,
  enrolment_id uuid not null,
  page_id uuid not null,
  box text not null,
  body text not null,
  saved_at timestamp with time zone not null default app.now(),
  constraint reflection_pkey PRIMARY KEY (customer_id, enrolment_id, page_id, box),
  constraint reflection_customer_id_enrolment_id_fkey FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint reflection_customer_id_page_id_fkey FOREIGN KEY (customer_id, page_id) REFERENCES course_page(customer_id, id),
  constraint reflection_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000))),
  constraint reflection_box_check CHECK ((box ~ '^[a-z0-9-]{1,40}$'::text))
);
alter table reflection force row level security;
create policy purpose on reflection as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('reflection'::text) END);
create policy scope on reflection for all using ((app.across_customers() OR ((customer_id = app.customer_id()) AND app.owns_enrolment(customer_id, enrolment_id))));
grant delete, insert, select, update on reflection to kursiv_runtime;

create table removed_piece (
  customer_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  title text not null,
  page jsonb,
  questions jsonb not null,
  removed_at timestamp with time zone not null default app.now(),
  constraint removed_piece_pkey PRIMARY KEY (customer_id, id),
  constraint removed_piece_customer_id_version_id_fkey FOREIGN KEY (customer_id, version_id) REFERENCES course_version(customer_id, id)
);
CREATE INDEX removed_piece_version ON public.removed_piece USING btree (customer_id, version_id, removed_at DESC);
alter table removed_piece force row level security;
create policy scope on removed_piece for all using (((customer_id = app.staff_of()) OR app.across_customers()));
grant delete, insert, select, update on removed_piece to kursiv_runtime;

create table reply_address (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  correspondence_id uuid not null,
  account_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint reply_address_customer_id_correspondence_id_account_id_key UNIQUE (customer_id, correspondence_id, account_id),
  constraint reply_address_pkey PRIMARY KEY (customer_id, id),
  constraint reply_address_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint reply_address_customer_id_correspondence_id_fkey FOREIGN KEY (customer_id, correspondence_id) REFERENCES correspondence(customer_id, id) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
);
CREATE INDEX reply_address_account_id ON public.reply_address USING btree (account_id);
CREATE INDEX reply_address_expires_at ON public.reply_address USING btree (expires_at);
CREATE UNIQUE INDEX reply_address_id ON public.reply_address USING btree (id);
alter table reply_address force row level security;
create policy purpose on reply_address as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"customer export",erasure,export,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('reply_address'::text) END);
create policy scope on reply_address for all using ((((customer_id = app.customer_id()) AND (account_id = app.account_id())) OR app.across_customers()));
create policy unreadable_when_due on reply_address as restrictive for select using (((expires_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_restricted on reply_address as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on reply_address to kursiv_runtime;

create table restore_drill (
  id uuid not null default app.uuid_v7(),
  started_at timestamp with time zone not null default app.now(),
  finished_at timestamp with time zone,
  backup_made_at timestamp with time zone,
  state text not null,
  problem text,
  row_count bigint not null default 0,
  due_at timestamp with time zone not null,
  file_count bigint not null default 0,
  constraint restore_drill_pkey PRIMARY KEY (id),
  constraint restore_drill_state_check CHECK ((state = ANY (ARRAY['passed'::text, 'failed'::text])))
);
CREATE INDEX restore_drill_due_at ON public.restore_drill USING btree (due_at);
CREATE INDEX restore_drill_latest ON public.restore_drill USING btree (started_at DESC);
alter table restore_drill force row level security;
create policy scope on restore_drill for all using ((true OR app.across_customers()));
grant delete, insert, select, update on restore_drill to kursiv_runtime;

create table restriction (
  account_id uuid not null,
  id uuid not null default app.uuid_v7(),
  kind text not null,
  purpose text,
  began_at timestamp with time zone not null default app.now(),
  ended_at timestamp with time zone,
  constraint restriction_pkey PRIMARY KEY (account_id, id),
  constraint restriction_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint restriction_check CHECK (((kind = 'objection'::text) = (purpose IS NOT NULL))),
  constraint restriction_kind_check CHECK ((kind = ANY (ARRAY['restriction'::text, 'objection'::text])))
);
CREATE UNIQUE INDEX restriction_in_force ON public.restriction USING btree (account_id, kind, COALESCE(purpose, ''::text)) WHERE (ended_at IS NULL);
alter table restriction force row level security;
create policy purpose on restriction as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('restriction'::text) END);
create policy scope on restriction for all using (((account_id = app.account_id()) OR (current_setting('app.asks_restriction'::text, true) = '1'::text) OR app.across_customers()));
grant delete, insert, select, update on restriction to kursiv_runtime;

create table retention_run (
  id uuid not null default app.uuid_v7(),
  started_at timestamp with time zone not null default app.now(),
  finished_at timestamp with time zone,
  counts jsonb not null default '{}'::jsonb,
  left_due jsonb not null default '{}'::jsonb,
  constraint retention_run_pkey PRIMARY KEY (id)
);
alter table retention_run force row level security;
create policy scope on retention_run for all using ((true OR app.across_customers()));
grant delete, insert, select, update on retention_run to kursiv_runtime;

create table review_request (
  customer_id uuid not null,
  attempt_id uuid not null,
  question_id uuid not null,
  body text not null,
  requested_at timestamp with time zone not null default app.now(),
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint review_request_pkey PRIMARY KEY (customer_id, attempt_id, question_id),
  constraint review_request_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id) ON UPDATE CASCADE,
  constraint review_request_customer_id_attempt_id_fkey FOREIGN KEY (customer_id, attempt_id) REFERENCES attempt(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint review_request_customer_id_question_id_fkey FOREIGN KEY (customer_id, question_id) REFERENCES question(customer_id, id),
  constraint review_request_check CHECK (((answer IS NULL) = (answered_at IS NULL)))
);
CREATE INDEX review_request_answered_by ON public.review_request USING btree (answered_by) WHERE (answered_by IS NOT NULL);
CREATE INDEX review_request_open ON public.review_request USING btree (customer_id, requested_at) WHERE (answered_at IS NULL);
alter table review_request force row level security;
create policy purpose on review_request as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('review_request'::text) END);
create policy scope on review_request for all using ((app.across_customers() OR ((customer_id = app.customer_id()) AND (EXISTS ( SELECT FROM attempt a WHERE ((a.customer_id = review_request.customer_id) AND (a.id = review_request.attempt_id)))))));
grant delete, insert, select, update on review_request to kursiv_runtime;

create table saved_reply (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  client_id uuid not null,
  title text not null,
  body text not null,
  shared boolean not null,
  created_at timestamp with time zone not null,
  constraint saved_reply_customer_id_client_id_key UNIQUE (customer_id, client_id),
  constraint saved_reply_pkey PRIMARY KEY (customer_id, id),
  constraint saved_reply_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint saved_reply_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint saved_reply_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000))),
  constraint saved_reply_title_check CHECK (((length(title) >= 1) AND (length(title) <= 80)))
);
CREATE INDEX saved_reply_account_id ON public.saved_reply USING btree (account_id);
CREATE INDEX saved_reply_title ON public.saved_reply USING btree (customer_id, title, id);
alter table saved_reply force row level security;
create policy purpose on saved_reply as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"customer export",erasure,export,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('saved_reply'::text) END);
create policy scope on saved_reply for all using ((((customer_id = app.staff_of()) AND (shared OR (account_id = app.account_id()))) OR app.across_customers()));
grant delete, insert, select, update on saved_reply to kursiv_runtime;

create table seat_change (
  customer_id uuid not null,
  made_by xid8 not null,
  due_at timestamp with time zone not null,
  constraint seat_change_pkey PRIMARY KEY (customer_id, made_by)
);
CREATE INDEX seat_change_due_at ON public.seat_change USING btree (due_at);
alter table seat_change force row level security;
create policy scope on seat_change for all using ((app.across_customers() OR app.runs_customers()));
grant delete, insert, select, update on seat_change to kursiv_runtime;

create table seat_count (
  customer_id uuid not null,
  agreement_id uuid not null,
  used integer not null,
  reserved integer not null,
  counted_at timestamp with time zone not null,
  holds_until timestamp with time zone not null,
  seen pg_snapshot not null,
  constraint seat_count_pkey PRIMARY KEY (customer_id),
  constraint seat_count_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id) ON DELETE CASCADE,
  constraint seat_count_reserved_check CHECK ((reserved >= 0)),
  constraint seat_count_used_check CHECK ((used >= 0))
);
alter table seat_count force row level security;
create policy scope on seat_count for all using ((app.across_customers() OR app.runs_customers()));
grant delete, insert, select, update on seat_count to kursiv_runtime;

create table second_factor (
  account_id uuid not null,
  secret bytea not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  constraint second_factor_pkey PRIMARY KEY (account_id),
  constraint second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE
);
alter table second_factor force row level security;
create policy purpose on second_factor as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{api,backup,"customer export",erasure,export,identify-user,mail,proof,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('second_factor'::text) END);
create policy scope on second_factor for all using (((account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_restricted on second_factor as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on second_factor to kursiv_runtime;

create table seller (
  only_one boolean not null default true,
  customer_id uuid not null,
  name text not null,
  org_number text not null,
  vat_number text not null,
  address text not null,
  bankgiro text not null,
  payment_days integer not null,
  saved_at timestamp with time zone not null,
  constraint seller_pkey PRIMARY KEY (only_one),
  constraint seller_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint seller_address_check CHECK (((length(address) >= 1) AND (length(address) <= 300))),
  constraint seller_bankgiro_check CHECK ((bankgiro ~ '^\d{7,8}$'::text)),
  constraint seller_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint seller_only_one_check CHECK (only_one),
  constraint seller_org_number_check CHECK ((org_number ~ '^\d{10}$'::text)),
  constraint seller_payment_days_check CHECK (((payment_days >= 10) AND (payment_days <= 60))),
  constraint seller_vat_number_check CHECK ((vat_number ~ '^SE\d{12}$'::text))
);
alter table seller force row level security;
create policy changed_by_management on seller as restrictive for update using ((app.across_customers() OR ( SELECT app.keeps_books() AS keeps_books)));
create policy kept_by_management on seller as restrictive for insert with check ((app.across_customers() OR ( SELECT app.keeps_books() AS keeps_books)));
create policy scope on seller for all using ((app.across_customers() OR true));
grant insert, select, update on seller to kursiv_runtime;

create table service_alarm (
  kind text not null,
  told_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  count integer not null default 0,
  constraint service_alarm_pkey PRIMARY KEY (kind),
  constraint service_alarm_count_check CHECK ((count >= 0)),
  constraint service_alarm_kind_check CHECK ((kind ~ '^[a-z]+(-[a-z]+)*$'::text))
);
alter table service_alarm force row level security;
create policy scope on service_alarm for all using ((app.across_customers() OR false));
grant delete, insert, select, update on service_alarm to kursiv_runtime;

create table session (
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  token_hash bytea not null,
  previous_token_hash bytea,
  rotated_at timestamp with time zone not null default app.now(),
  created_at timestamp with time zone not null default app.now(),
  last_seen_at timestamp with time zone not null default app.now(),
  confirmed_at timestamp with time zone not null default app.now(),
  expires_at timestamp with time zone not null,
  browser text not null default ''::text,
  constraint session_token_hash_key UNIQUE (token_hash),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint session_browser_check CHECK ((length(browser) <= 100))
);
CREATE INDEX session_account_id ON public.session USING btree (account_id);
CREATE INDEX session_expires_at ON public.session USING btree (expires_at);
CREATE INDEX session_previous_token_hash ON public.session USING btree (previous_token_hash) WHERE (previous_token_hash IS NOT NULL);
alter table session force row level security;
create policy purpose on session as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{api,backup,"customer export",erasure,export,identify-user,mail,proof,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('session'::text) END);
create policy scope on session for all using (((account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_due on session as restrictive for select using (((expires_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_restricted on session as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on session to kursiv_runtime;

create table signing_key (
  use text not null,
  public_key text not null,
  since timestamp with time zone not null default app.now(),
  constraint signing_key_pkey PRIMARY KEY (use, public_key),
  constraint signing_key_use_check CHECK ((use = ANY (ARRAY['receipt'::text, 'badge'::text])))
);
alter table signing_key force row level security;
create policy scope on signing_key for all using ((true OR app.across_customers()));
grant delete, insert, select, update on signing_key to kursiv_runtime;

create table student_group (
  customer_id uuid not null,
  id uuid not null,
  name text not null,
  keeps_courses boolean not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint student_group_pkey PRIMARY KEY (customer_id, id),
  constraint student_group_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint student_group_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
CREATE INDEX student_group_name ON public.student_group USING btree (customer_id, name COLLATE "sv-x-icu", id);
alter table student_group force row level security;
create policy scope on student_group for all using ((app.across_customers() OR ((customer_id = app.staff_of()) OR (EXISTS ( SELECT FROM group_teacher t WHERE ((t.customer_id = student_group.customer_id) AND (t.group_id = student_group.id) AND (t.account_id = app.account_id())))))));
grant delete, insert, select, update on student_group to kursiv_runtime;

create table student_group_course (
  customer_id uuid not null,
  group_id uuid not null,
  course_id uuid not null,
  constraint student_group_course_pkey PRIMARY KEY (customer_id, group_id, course_id),
  constraint student_group_course_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint student_group_course_customer_id_group_id_fkey FOREIGN KEY (customer_id, group_id) REFERENCES student_group(customer_id, id)
);
alter table student_group_course force row level security;
create policy scope on student_group_course for all using ((app.across_customers() OR ((customer_id = app.staff_of()) OR (EXISTS ( SELECT FROM group_teacher t WHERE ((t.customer_id = student_group_course.customer_id) AND (t.group_id = student_group_course.group_id) AND (t.account_id = app.account_id())))))));
grant delete, insert, select, update on student_group_course to kursiv_runtime;

create table student_group_member (
  customer_id uuid not null,
  group_id uuid not null,
  account_id uuid not null,
  joined_at timestamp with time zone not null,
  invitation_id uuid,
  constraint student_group_member_pkey PRIMARY KEY (customer_id, group_id, account_id),
  constraint student_group_member_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint student_group_member_customer_id_group_id_fkey FOREIGN KEY (customer_id, group_id) REFERENCES student_group(customer_id, id),
  constraint student_group_member_customer_id_invitation_id_fkey FOREIGN KEY (customer_id, invitation_id) REFERENCES invitation(customer_id, id)
);
CREATE INDEX student_group_member_account_id ON public.student_group_member USING btree (account_id);
CREATE INDEX student_group_member_invitation ON public.student_group_member USING btree (customer_id, invitation_id) WHERE (invitation_id IS NOT NULL);
alter table student_group_member force row level security;
create policy purpose on student_group_member as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('student_group_member'::text) END);
create policy scope on student_group_member for all using (((customer_id = app.staff_of()) OR (account_id = app.account_id()) OR app.across_customers()));
create policy unreadable_when_restricted on student_group_member as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on student_group_member to kursiv_runtime;

create table supplier_notice (
  id uuid not null default gen_random_uuid(),
  erasure_id uuid not null,
  supplier text not null,
  services text[] not null,
  state text not null,
  created_at timestamp with time zone not null,
  tried_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  attempts integer not null default 0,
  problem text,
  answer text not null default ''::text,
  constraint supplier_notice_erasure_id_supplier_key UNIQUE (erasure_id, supplier),
  constraint supplier_notice_pkey PRIMARY KEY (id),
  constraint supplier_notice_erasure_id_fkey FOREIGN KEY (erasure_id) REFERENCES erasure(id) ON DELETE CASCADE,
  constraint supplier_notice_answer_check CHECK ((length(answer) <= 20000)),
  constraint supplier_notice_check CHECK (((state = 'confirmed'::text) = (confirmed_at IS NOT NULL))),
  constraint supplier_notice_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'by-hand'::text, 'confirmed'::text, 'failed'::text]))),
  constraint supplier_notice_supplier_check CHECK (((length(supplier) >= 1) AND (length(supplier) <= 200)))
);
CREATE INDEX supplier_notice_open ON public.supplier_notice USING btree (created_at) WHERE (state <> 'confirmed'::text);
alter table supplier_notice force row level security;
create policy scope on supplier_notice for all using ((app.decides_holds() OR app.across_customers()));
grant delete, insert, select, update on supplier_notice to kursiv_runtime;

create table supplier_notice_address (
  notice_id uuid not null,
  sealed bytea not null,
  due_at timestamp with time zone not null,
  constraint supplier_notice_address_pkey PRIMARY KEY (notice_id),
  constraint supplier_notice_address_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES supplier_notice(id) ON DELETE CASCADE
);
CREATE INDEX supplier_notice_address_due_at ON public.supplier_notice_address USING btree (due_at);
alter table supplier_notice_address force row level security;
create policy scope on supplier_notice_address for all using ((false OR app.across_customers()));
grant delete, insert, select, update on supplier_notice_address to kursiv_runtime;

create table terms_decision (
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  kind text not null,
  rule text not null,
  reason text not null,
  client_id uuid not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  appeal_until timestamp with time zone not null,
  appeal text not null default ''::text,
  appealed_at timestamp with time zone,
  answered_by uuid,
  answered_at timestamp with time zone,
  outcome text,
  answer text not null default ''::text,
  constraint terms_decision_client_id_key UNIQUE (client_id),
  constraint terms_decision_pkey PRIMARY KEY (id),
  constraint terms_decision_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint terms_decision_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id) ON UPDATE CASCADE,
  constraint terms_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id) ON UPDATE CASCADE,
  constraint answers_an_appeal CHECK (((outcome IS NULL) OR (appealed_at IS NOT NULL))),
  constraint in_time CHECK ((appealed_at <= appeal_until)),
  constraint not_about_oneself CHECK (((account_id <> decided_by) AND (account_id IS DISTINCT FROM answered_by))),
  constraint terms_decision_answer_check CHECK ((length(answer) <= 2000)),
  constraint terms_decision_appeal_check CHECK ((length(appeal) <= 5000)),
  constraint terms_decision_check CHECK (((appealed_at IS NULL) = (appeal = ''::text))),
  constraint terms_decision_check1 CHECK ((((outcome IS NULL) = (answered_at IS NULL)) AND ((outcome IS NULL) = (answered_by IS NULL)))),
  constraint terms_decision_kind_check CHECK ((kind = ANY (ARRAY['warning'::text, 'repeated'::text, 'grave'::text]))),
  constraint terms_decision_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'lifted'::text]))),
  constraint terms_decision_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 2000))),
  constraint terms_decision_rule_check CHECK (((length(rule) >= 3) AND (length(rule) <= 200))),
  constraint two_people CHECK (((answered_by IS NULL) OR (answered_by <> decided_by)))
);
CREATE INDEX terms_decision_account_id ON public.terms_decision USING btree (account_id);
CREATE INDEX terms_decision_answered_by ON public.terms_decision USING btree (answered_by) WHERE (answered_by IS NOT NULL);
CREATE INDEX terms_decision_decided_by ON public.terms_decision USING btree (decided_by);
CREATE UNIQUE INDEX terms_decision_ended ON public.terms_decision USING btree (account_id) WHERE ((kind <> 'warning'::text) AND (outcome IS DISTINCT FROM 'lifted'::text));
CREATE INDEX terms_decision_list ON public.terms_decision USING btree ((((appealed_at IS NOT NULL) AND (outcome IS NULL))), decided_at DESC);
alter table terms_decision force row level security;
create policy by_the_operator on terms_decision as restrictive for insert with check ((app.across_customers() OR (app.decides_on_terms() AND (decided_by = app.account_id()))));
create policy only_erasure on terms_decision as restrictive for delete using ((current_setting('app.across_customers'::text, true) = ANY (ARRAY['erasure'::text, 'retention'::text])));
create policy purpose on terms_decision as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('terms_decision'::text) END);
create policy scope on terms_decision for all using (((account_id = app.account_id()) OR app.decides_on_terms() OR app.across_customers()));
grant delete, insert, select, update on terms_decision to kursiv_runtime;

create table test_opening (
  customer_id uuid not null,
  course_id uuid not null,
  opens_at timestamp with time zone,
  closes_at timestamp with time zone,
  constraint test_opening_pkey PRIMARY KEY (customer_id, course_id),
  constraint test_opening_customer_id_course_id_fkey FOREIGN KEY (customer_id, course_id) REFERENCES course(customer_id, id),
  constraint test_opening_check CHECK ((opens_at < closes_at))
);
alter table test_opening force row level security;
create policy scope on test_opening for all using (((customer_id = app.customer_id()) OR app.across_customers()));
grant delete, insert, select, update on test_opening to kursiv_runtime;

create table thread_assignment (
  customer_id uuid not null,
  correspondence_id uuid not null,
  account_id uuid not null,
  assigned_at timestamp with time zone not null,
  constraint thread_assignment_pkey PRIMARY KEY (customer_id, correspondence_id),
  constraint thread_assignment_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE,
  constraint thread_assignment_customer_id_correspondence_id_fkey FOREIGN KEY (customer_id, correspondence_id) REFERENCES correspondence(customer_id, id) ON UPDATE CASCADE DEFERRABLE
);
CREATE INDEX thread_assignment_account_id ON public.thread_assignment USING btree (account_id);
alter table thread_assignment force row level security;
create policy purpose on thread_assignment as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"customer export",erasure,export,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('thread_assignment'::text) END);
create policy scope on thread_assignment for all using ((app.across_customers() OR ((customer_id = app.staff_of()) AND (EXISTS ( SELECT FROM correspondence c WHERE ((c.customer_id = thread_assignment.customer_id) AND (c.id = thread_assignment.correspondence_id)))))));
create policy unreadable_when_restricted on thread_assignment as restrictive for select using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
grant delete, insert, select, update on thread_assignment to kursiv_runtime;

create table throttle (
  bucket bytea not null,
  tries integer not null,
  expires_at timestamp with time zone not null,
  constraint throttle_pkey PRIMARY KEY (bucket)
);
CREATE INDEX throttle_expires_at ON public.throttle USING btree (expires_at);
alter table throttle force row level security;
create policy scope on throttle for all using (((app.purpose() = 'security'::text) OR app.across_customers()));
grant delete, insert, select, update on throttle to kursiv_runtime;

create table visibility (
  customer_id uuid not null,
  role text not null,
  relation text not null,
  field text not null,
  shown boolean not null,
  constraint visibility_pkey PRIMARY KEY (customer_id, role, relation, field),
  constraint visibility_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint visibility_field_check CHECK ((field = ANY (ARRAY['given_name'::text, 'family_name'::text, 'email'::text, 'progress'::text, 'result'::text, 'correspondence'::text]))),
  constraint visibility_relation_check CHECK ((relation = ANY (ARRAY['customer'::text, 'own-course'::text, 'other-course'::text]))),
  constraint visibility_role_check CHECK ((role = ANY (ARRAY['customer_admin'::text, 'course_admin'::text, 'teacher'::text, 'student'::text])))
);
alter table visibility force row level security;
create policy scope on visibility for all using (((customer_id = app.customer_id()) OR app.across_customers()));
grant delete, insert, select, update on visibility to kursiv_runtime;

create table visibility_change (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  changed_by uuid not null,
  changed_at timestamp with time zone not null default app.now(),
  role text not null,
  relation text not null,
  field text not null,
  shown boolean not null,
  constraint visibility_change_pkey PRIMARY KEY (customer_id, id),
  constraint visibility_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES account(id) ON UPDATE CASCADE,
  constraint visibility_change_customer_id_role_relation_field_fkey FOREIGN KEY (customer_id, role, relation, field) REFERENCES visibility(customer_id, role, relation, field)
);
CREATE INDEX visibility_change_changed_by ON public.visibility_change USING btree (changed_by);
alter table visibility_change force row level security;
create policy only_when_due on visibility_change as restrictive for delete using (app.is_due(customer_id));
create policy purpose on visibility_change as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,"look log",mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('visibility_change'::text) END);
create policy scope on visibility_change for all using (((customer_id = app.staff_of()) OR app.across_customers()));
grant delete, insert, select, update on visibility_change to kursiv_runtime;

create table visibility_notice (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  began_at timestamp with time zone not null default app.now(),
  ended_at timestamp with time zone,
  constraint visibility_notice_pkey PRIMARY KEY (customer_id, id),
  constraint visibility_notice_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
);
CREATE INDEX visibility_notice_began_at ON public.visibility_notice USING btree (customer_id, began_at);
CREATE UNIQUE INDEX visibility_notice_open ON public.visibility_notice USING btree (customer_id) WHERE (ended_at IS NULL);
alter table visibility_notice force row level security;
create policy scope on visibility_notice for all using (((customer_id = app.customer_id()) OR app.across_customers()));
grant delete, insert, select, update on visibility_notice to kursiv_runtime;

create table visibility_notice_cell (
  customer_id uuid not null,
  notice_id uuid not null,
  role text not null,
  relation text not null,
  field text not null,
  constraint visibility_notice_cell_pkey PRIMARY KEY (customer_id, notice_id, role, relation, field),
  constraint visibility_notice_cell_customer_id_notice_id_fkey FOREIGN KEY (customer_id, notice_id) REFERENCES visibility_notice(customer_id, id),
  constraint visibility_notice_cell_customer_id_role_relation_field_fkey FOREIGN KEY (customer_id, role, relation, field) REFERENCES visibility(customer_id, role, relation, field)
);
CREATE INDEX visibility_notice_cell_visibility ON public.visibility_notice_cell USING btree (customer_id, role, relation, field);
alter table visibility_notice_cell force row level security;
create policy scope on visibility_notice_cell for all using (((customer_id = app.customer_id()) OR app.across_customers()));
grant delete, insert, select, update on visibility_notice_cell to kursiv_runtime;

create table voucher (
  number integer not null,
  kind text not null,
  credits integer,
  purchase_id uuid,
  reference text not null,
  counterparty text not null,
  ore integer not null,
  vat_ore integer not null,
  vat_percent integer not null,
  happened_on date not null,
  made_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  seller jsonb not null default '{}'::jsonb,
  constraint voucher_credits_key UNIQUE (credits),
  constraint voucher_pkey PRIMARY KEY (number),
  constraint voucher_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES purchase(id) ON DELETE SET NULL,
  constraint voucher_check CHECK (((vat_ore >= 0) AND (vat_ore <= ore))),
  constraint voucher_check1 CHECK (((kind = 'credit'::text) = (credits IS NOT NULL))),
  constraint voucher_counterparty_check CHECK (((length(counterparty) >= 1) AND (length(counterparty) <= 201))),
  constraint voucher_kind_check CHECK ((kind = ANY (ARRAY['sale'::text, 'credit'::text]))),
  constraint voucher_number_check CHECK ((number > 0)),
  constraint voucher_ore_check CHECK ((ore > 0)),
  constraint voucher_seller_check CHECK ((jsonb_typeof(seller) = 'object'::text)),
  constraint voucher_vat_percent_check CHECK ((vat_percent = ANY (ARRAY[0, 6, 12, 25])))
);
CREATE INDEX voucher_due_at ON public.voucher USING btree (due_at);
CREATE INDEX voucher_happened ON public.voucher USING btree (happened_on, number);
CREATE INDEX voucher_purchase ON public.voucher USING btree (purchase_id) WHERE (purchase_id IS NOT NULL);
alter table voucher force row level security;
create policy entered_by_ordering on voucher as restrictive for insert with check (app.across_customers());
create policy kept_until_due on voucher as restrictive for delete using (((due_at <= app.now()) AND (current_setting('app.across_customers'::text, true) = 'retention'::text)));
create policy purpose on voucher as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,keep-books,mail,proof,purchase,rectification,restore,retention,scan,seed,sell,set-up}'::text[])) THEN true ELSE app.refuse_purpose('voucher'::text) END);
create policy scope on voucher for all using ((app.across_customers() OR (( SELECT app.keeps_books() AS keeps_books) OR (EXISTS ( SELECT FROM purchase p WHERE (p.id = voucher.purchase_id))))));
create policy unreadable_when_due on voucher as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
grant delete, insert, select on voucher to kursiv_runtime;

create table webhook (
  customer_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  made_by uuid not null,
  address text not null,
  events text[] not null,
  secret bytea not null,
  old_secret bytea,
  old_secret_until timestamp with time zone,
  created_at timestamp with time zone not null default app.now(),
  ended_at timestamp with time zone,
  constraint webhook_customer_id_client_id_key UNIQUE (customer_id, client_id),
  constraint webhook_pkey PRIMARY KEY (customer_id, id),
  constraint webhook_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  constraint webhook_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id) ON UPDATE CASCADE,
  constraint webhook_address_check CHECK ((length(address) <= 500)),
  constraint webhook_events_check CHECK ((cardinality(events) > 0))
);
CREATE INDEX webhook_made_by ON public.webhook USING btree (made_by);
alter table webhook force row level security;
create policy purpose on webhook as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('webhook'::text) END);
create policy scope on webhook for all using (((customer_id = app.staff_of()) OR app.across_customers()));
grant delete, insert, select, update on webhook to kursiv_runtime;

create table webhook_delivery (
  customer_id uuid not null,
  id uuid not null default app.uuid_v7(),
  webhook_id uuid not null,
  event text not null,
  enrolment_id uuid,
  certificate_id uuid,
  made_at timestamp with time zone not null default app.now(),
  attempts integer not null default 0,
  tried_at timestamp with time zone,
  next_at timestamp with time zone,
  status integer,
  problem text,
  delivered_at timestamp with time zone,
  gave_up_at timestamp with time zone,
  due_at timestamp with time zone not null,
  constraint webhook_delivery_pkey PRIMARY KEY (customer_id, id),
  constraint webhook_delivery_customer_id_certificate_id_fkey FOREIGN KEY (customer_id, certificate_id) REFERENCES certificate(customer_id, id) ON UPDATE CASCADE,
  constraint webhook_delivery_customer_id_enrolment_id_fkey FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id) ON UPDATE CASCADE DEFERRABLE,
  constraint webhook_delivery_customer_id_webhook_id_fkey FOREIGN KEY (customer_id, webhook_id) REFERENCES webhook(customer_id, id),
  constraint webhook_delivery_check CHECK (((delivered_at IS NULL) OR (gave_up_at IS NULL)))
);
CREATE INDEX webhook_delivery_certificate ON public.webhook_delivery USING btree (customer_id, certificate_id);
CREATE INDEX webhook_delivery_due_at ON public.webhook_delivery USING btree (due_at);
CREATE INDEX webhook_delivery_enrolment ON public.webhook_delivery USING btree (customer_id, enrolment_id);
CREATE INDEX webhook_delivery_log ON public.webhook_delivery USING btree (customer_id, webhook_id, id DESC);
alter table webhook_delivery force row level security;
create policy purpose on webhook_delivery as restrictive for select using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('webhook_delivery'::text) END);
create policy scope on webhook_delivery for all using (((customer_id = app.staff_of()) OR app.across_customers()));
create policy unreadable_when_due on webhook_delivery as restrictive for select using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
grant delete, insert, select, update on webhook_delivery to kursiv_runtime;

CREATE OR REPLACE FUNCTION app.account_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.account_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION app.accounts_of_keys(keys uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
AS $function$
declare
  addresses text[];
  reason    text := coalesce(current_setting('app.across_customers', true), '');
begin
  select array_agg(k.bound_email) into addresses from course_key k where k.id = any(keys) and k.bound_email is not null;
  perform set_config('app.across_customers', 'key redemption', true);
  return query select a.id from account a where a.email = any(addresses);
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.across_customers()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((current_setting('app.across_customers'::text, true) = ANY ('{backup,restore,sign-in,"key redemption",catalogue,"certificate verification",erasure,export,retention,mail,seed,scan,set-up,api,proof,"look log","customer export",agreement,seats,newsletter,invitation,"course mates",rectification,restriction,"own newsletters",purchase}'::text[])), false);

CREATE OR REPLACE FUNCTION app.agreement_now(of_customer uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (SELECT a.id FROM agreement a WHERE ((a.customer_id = agreement_now.of_customer) AND (a.starts_at <= app.now()) AND ((a.ends_at IS NULL) OR (a.ends_at > app.now()))) ORDER BY a.starts_at DESC, a.id LIMIT 1);

CREATE OR REPLACE PROCEDURE app.allow_across(IN reason text)
 LANGUAGE plpgsql
AS $procedure$
declare was text := pg_get_functiondef('app.across_customers()'::regprocedure);
begin
  execute replace(was, '}''::text[]', format(',"%s"}''::text[]', reason));
end $procedure$;

CREATE OR REPLACE FUNCTION app.announce(topic text)
 RETURNS void
 LANGUAGE sql
AS $function$ select pg_notify('kursiv_live', topic) $function$;

CREATE OR REPLACE FUNCTION app.at_desk()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM operator_staff s WHERE ((s.account_id = app.account_id()) AND (s.role = ANY (ARRAY['support'::text, 'dpo'::text])))));

CREATE OR REPLACE FUNCTION app.begin_erasing(erasures uuid[], at timestamp with time zone)
 RETURNS TABLE(id uuid, email text, erasure_id uuid, former text[])
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  people    uuid[];
  addresses text[];
  shut      uuid[];
  leaving   record;
begin
  select array_agg(a.id), array_agg(a.email) filter (where a.email is not null) into people, addresses
    from erasure e join account a on a.id = e.account_id where e.id = any(erasures);
  if people is null then return; end if;
  perform engine.erasure_holds(people, coalesce(addresses, '{}'));
  for leaving in
    select a.id, a.email, e.id as erasure_id from erasure e join account a on a.id = e.account_id where e.id = any(erasures) order by a.id for update
  loop
    if shut is null then
      with held as (
        update erasure e set state = 'held', receipt = jsonb_build_object('held', jsonb_build_object('law', h.law, 'until', h.ends_at))
        from (select distinct on (l.account_id) l.account_id, l.law, l.ends_at from legal_hold l
              where l.decision = 'placed' and l.lifted_at is null and l.ends_at > app.now() order by l.account_id, l.ends_at desc) h
        where e.id = any(erasures) and e.account_id = h.account_id returning e.account_id)
      select coalesce(array_agg(held.account_id), '{}') into shut from held;
      if cardinality(shut) > 0 then
        update account a set closed_at = at, erase_due_at = at where a.id = any(shut);
      end if;
    end if;
    continue when leaving.id = any(shut);
    id := leaving.id;
    email := leaving.email;
    erasure_id := leaving.erasure_id;
    former := array(select distinct f.email from former_name f where f.account_id = leaving.id and f.email is not null);
    return next;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION app.begin_visibility()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into visibility (customer_id, role, relation, field, shown)
    select new.id, d.role, d.relation, d.field, d.shown from app.default_visibility() d;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.buyers_of(purchases uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
AS $function$
declare
  addresses text[];
  reason    text := coalesce(current_setting('app.across_customers', true), '');
begin
  select array_agg(distinct email) into addresses from purchase where id = any(purchases);
  perform set_config('app.across_customers', 'sign-in', true);
  return query select id from account where email = any(addresses);
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.case_target(target_at timestamp with time zone, waiting_since timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (target_at IS NOT NULL) THEN target_at ELSE waiting_since END;

CREATE OR REPLACE FUNCTION app.consents(person uuid, purpose text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((SELECT (ledger.state = 'given'::text) FROM ledger WHERE ((ledger.account_id = consents.person) AND (ledger.event = 'consent'::text) AND (ledger.about = consents.purpose)) ORDER BY ledger.at DESC, ledger.id DESC LIMIT 1), false);

CREATE OR REPLACE FUNCTION app.count_seats(of_customer uuid)
 RETURNS seat_count
 LANGUAGE plpgsql
AS $function$
declare
  made     seat_count;
  at       timestamptz := app.now();
  may_keep boolean := current_setting('transaction_read_only') = 'off' and current_setting('transaction_isolation') = 'read committed';
begin
  may_keep := may_keep and pg_try_advisory_xact_lock(hashtext('seat_count'), hashtext(of_customer::text));
  -- Before the count: what is committed meanwhile is counted, and counts as a change all the same.
  select pg_current_snapshot() into made.seen;
  made.customer_id := of_customer;
  made.agreement_id := app.agreement_now(of_customer);
  made.counted_at := at;
  if made.agreement_id is null then return null; end if;
  made.used := app.seats_used(of_customer, made.agreement_id);
  made.reserved := app.seats_reserved(of_customer, made.agreement_id);
  if not may_keep then return made; end if;
  made.holds_until := least(at + interval '1 day',
    (select min(e.ends_at) from enrolment e where e.customer_id = of_customer and e.ends_at > at),
    (select min(k.expires_at) from course_key k
      where k.customer_id = of_customer and k.redeemed_at is null and k.blocked_at is null and k.expires_at > at),
    (select min(a.starts_at) from agreement a where a.customer_id = of_customer and a.starts_at > at),
    (select min(a.ends_at) from agreement a where a.customer_id = of_customer and a.ends_at > at));
  delete from seat_count where customer_id = of_customer;
  insert into seat_count select made.*;
  delete from seat_change c where c.customer_id = of_customer and pg_visible_in_snapshot(c.made_by, made.seen);
  return made;
end $function$;

CREATE OR REPLACE FUNCTION app.course_mates(of_course uuid, sought text, after_enrolment uuid, at_most integer)
 RETURNS TABLE(enrolment_id uuid, account_id uuid, given_name text, family_name text)
 LANGUAGE plpgsql
AS $function$
#variable_conflict use_column
declare
  shown       text[] := app.fields_shown(app.account_id(), app.customer_id(), of_course, 'student');
  of_customer uuid := app.customer_id();
begin
  if shown = '{}' then return; end if;
  perform set_config('app.across_customers', 'course mates', true);
  return query
    with mate as materialized (
      select e.id, a.id as person, e.id is distinct from after_enrolment as is_listed,
        (case when 'given_name' = any(shown) then a.given_name else '' end) collate "sv-x-icu" as given,
        (case when 'family_name' = any(shown) then a.family_name else '' end) collate "sv-x-icu" as family
      from enrolment e join app.seen_people(of_customer) a on a.id = e.account_id
      where e.customer_id = of_customer and e.course_id = of_course
        and (e.id = after_enrolment or (e.account_id <> app.account_id()
          and (e.ends_at is null or e.ends_at > app.now()) and a.kind <> 'pseudonym' and a.closed_at is null)))
    select m.id, m.person, m.given, m.family from mate m
    where m.is_listed and (sought = '' or strpos(lower(m.given || ' ' || m.family), lower(sought collate "sv-x-icu")) > 0)
      and (after_enrolment is null or (m.family, m.given, m.id) > (select l.family, l.given, l.id from mate l where l.id = after_enrolment))
    order by m.family, m.given, m.id limit at_most;
  perform set_config('app.across_customers', '', true);
end $function$;

CREATE OR REPLACE FUNCTION app.course_page(course_slug text, page_position integer, known uuid[])
 RETURNS json
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (
    select json_build_object(
      'enrolmentId', e.id,
      'versionId', e.version_id,
      'onThisPage', e.resume_page_id = p.id,
      'completed', e.completed_at is not null,
      'course', json_build_object('title', c.title, 'language', c.language),
      'done', seen.done,
      'latest', (
        select json_object_agg(q.id, (
                 select json_build_object('reply', a.response, 'at', a.answered_at)
                 from answer a
                 where a.customer_id = e.customer_id and a.enrolment_id = e.id and a.question_id = q.id
                 order by a.answered_at desc, a.id desc limit 1))
        from question q where q.customer_id = e.customer_id and q.page_id = p.id),
      'reflections', (
        select json_object_agg(r.box, r.body) from reflection r
        where r.customer_id = e.customer_id and r.enrolment_id = e.id and r.page_id = p.id),
      'note', (
        select n.body from note n where n.customer_id = e.customer_id and n.enrolment_id = e.id and n.page_id = p.id),
      'place', seen.place,
      'bookmarks', (
        select json_agg(b.position order by b.position)
        from bookmark m join course_page b on b.customer_id = m.customer_id and b.id = m.page_id
        where m.customer_id = e.customer_id and m.enrolment_id = e.id),
      'testOpen', exists (
        select from attempt t
        where t.customer_id = e.customer_id and t.enrolment_id = e.id and t.submitted_at is null),
      'pageOrder', c.page_order,
      'openUntil', app.open_until(e, c.page_order),
      'unanswered', app.unanswered_on(e, c.page_order, p.id),
      'unread', coalesce((
        select case when k.last_sequence > k.read_by_student then app.unread_by_student(k) else 0 end
        from correspondence k where k.customer_id = e.customer_id and k.enrolment_id = e.id), 0),
      'published', case when e.version_id = any(known) then null else app.published_page(e.customer_id, e.version_id, p.id) end)
    from enrolment e
    join course c on c.customer_id = e.customer_id and c.id = e.course_id
    join course_page p on p.customer_id = e.customer_id and p.version_id = e.version_id
    cross join lateral (
      select coalesce(json_agg(o.position) filter (where v.completed_at is not null), '[]') as done,
        json_agg(json_build_object('permille', v.place_permille, 'player', v.player, 'second', v.player_second))
          filter (where v.page_id = p.id and (v.place_permille is not null or v.player is not null)) -> 0 as place
      from page_visit v
      join course_page o on o.customer_id = v.customer_id and o.id = v.page_id
      where v.customer_id = e.customer_id and v.enrolment_id = e.id) seen
    where e.customer_id = app.customer_id() and e.account_id = app.account_id()
      and (e.ends_at is null or e.ends_at > app.now())
      and c.slug = course_slug and p.position = page_position);
end $function$;

CREATE OR REPLACE FUNCTION app.covers(of_customer uuid, of_agreement uuid, of_course uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM agreement a WHERE ((a.customer_id = covers.of_customer) AND (a.id = covers.of_agreement) AND (a.all_courses OR (EXISTS (SELECT FROM agreement_course c WHERE ((c.customer_id = a.customer_id) AND (c.agreement_id = a.id) AND (c.course_id = covers.of_course))))))));

CREATE OR REPLACE FUNCTION app.customer_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.customer_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION app.decides_holds()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM operator_staff s WHERE ((s.account_id = app.account_id()) AND (s.role = ANY (ARRAY['dpo'::text, 'executive'::text])))));

CREATE OR REPLACE FUNCTION app.decides_on_terms()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM operator_staff s WHERE ((s.account_id = app.account_id()) AND (s.role = ANY (ARRAY['support'::text, 'executive'::text])))));

CREATE OR REPLACE FUNCTION app.default_visibility()
 RETURNS TABLE(role text, relation text, field text, shown boolean)
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select g.role, g.relation, f.field, f.field = any(g.shown) from (values
    ('customer_admin', 'customer', '{given_name,family_name,email,progress,result,correspondence}'::text[],
       '{given_name,family_name,email,progress,result,correspondence}'::text[]),
    ('course_admin', 'own-course', '{given_name,family_name,email,progress,result,correspondence}',
       '{given_name,family_name,email,progress,result,correspondence}'),
    ('course_admin', 'other-course', '{given_name,family_name,email,progress,result}', '{}'),
    ('teacher', 'own-course', '{given_name,family_name,email,progress,result}', '{given_name,family_name,progress,result}'),
    ('teacher', 'other-course', '{given_name,family_name,email,progress,result}', '{}'),
    ('student', 'own-course', '{given_name,family_name}', '{}')
  ) g (role, relation, offered, shown), unnest(g.offered) f (field) $function$;

CREATE OR REPLACE FUNCTION app.designation_of(of_customer uuid, address text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select p.designation from protected_identity p join account a on a.id = p.account_id
  where p.customer_id = of_customer and a.email = address
$function$;

CREATE OR REPLACE FUNCTION app.desk_colleagues(desk text)
 RETURNS TABLE(id uuid, given_name text, family_name text)
 LANGUAGE plpgsql
AS $function$
declare
  reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  if not app.serves(case desk when 'dpo' then 'dpo' else 'question' end) then
    return;
  end if;
  perform set_config('app.across_customers', 'set-up', true);
  return query select a.id, a.given_name, a.family_name from operator_staff s join account a on a.id = s.account_id
    where s.role = desk and a.closed_at is null order by a.given_name, a.family_name, a.id;
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.desk_of(kind text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (kind = 'dpo'::text) THEN 'dpo'::text ELSE 'support'::text END;

CREATE OR REPLACE FUNCTION app.drop_actor_salt()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.actor_salt := null;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.due_at(e enrolment)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (select app.due_of(e.completed_at, e.created_at, d.enrolment_id is not null, d.due_at, p.due_at, p.days_to_finish)
    from (select 1) as one
    left join course_plan p on p.customer_id = e.customer_id and p.course_id = e.course_id
    left join own_deadline d on d.customer_id = e.customer_id and d.enrolment_id = e.id);
end $function$;

CREATE OR REPLACE FUNCTION app.due_of(completed_at timestamp with time zone, created_at timestamp with time zone, is_own boolean, own_due_at timestamp with time zone, plan_due_at timestamp with time zone, days_to_finish integer)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (completed_at IS NULL) THEN CASE WHEN is_own THEN own_due_at ELSE COALESCE(plan_due_at, (created_at + make_interval(days => days_to_finish))) END ELSE NULL::timestamp with time zone END;

CREATE OR REPLACE FUNCTION app.enquiry_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.enquiry_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION app.enter(token bytea, customer_slug text, for_purpose text)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION app.erase_people(erasures uuid[], at timestamp with time zone)
 RETURNS TABLE(people jsonb, mails uuid[], exports text[], attachments text[], rows bigint[])
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  accounts  uuid[];
  addresses text[];
begin
  select jsonb_agg(to_jsonb(leaving)), array_agg(id), coalesce(array_agg(email) filter (where email is not null), '{}')
    into people, accounts, addresses from app.begin_erasing(erasures, at) leaving;
  if people is null then return; end if;
  select queue.mails, queue.exports into mails, exports from app.take_from_queue(accounts, addresses) queue;
  select coalesce(array_agg(key) filter (where store = 'attachments'), '{}'),
      exports || coalesce(array_agg(key) filter (where store = 'exports'), '{}')
    into attachments, exports from engine.files_of(accounts, addresses);
  -- A function's address has no person of its own, so the plan does not find whom it names: a whole name, at a customer where they are.
  update customer_contact c set name = '' from account a join membership m on m.account_id = a.id
    where a.id = any(accounts) and c.customer_id = m.customer_id and app.names_whole(c.name, a.given_name, a.family_name);
  rows := app.run_erasure(accounts, addresses, '{}');
  return next;
end $function$;

CREATE OR REPLACE FUNCTION app.erased_here(erasures uuid[], remaining_of jsonb, receipt_of jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  update erasure e set account_id = null, state = 'started', -- a hold that stood against it has ended
      confirmed = array['database', 'jobs'], receipt = receipt_of,
      remaining = (remaining_of - 'keyring') || jsonb_build_object('keyring', remaining_of -> 'keyring' -> e.id::text)
    where e.id = any(erasures);
end $function$;

CREATE OR REPLACE FUNCTION app.erasures_to_finish(erasures uuid[])
 RETURNS TABLE(id uuid, remaining jsonb)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query select e.id, e.remaining from erasure e
    where e.id = any(erasures) and e.state = 'started' and e.account_id is null;
end $function$;

CREATE OR REPLACE FUNCTION app.fields_shown(viewer uuid, of_customer uuid, of_course uuid, capacity text)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  roles       text[];
  administers boolean;
  teaches     boolean := false;
begin
  if capacity = 'student' then
    if not exists (select from enrolment e where e.customer_id = of_customer and e.course_id = of_course and e.account_id = viewer
      and (e.ends_at is null or e.ends_at > app.now())) then return '{}'; end if;
    return (select coalesce(array_agg(distinct v.field order by v.field), '{}') from visibility v
      where v.customer_id = of_customer and v.shown and v.role = 'student');
  end if;
  select array(select m.role from membership m where m.customer_id = of_customer and m.account_id = viewer),
      exists (select from course_administrator a where a.customer_id = of_customer and a.course_id = of_course and a.account_id = viewer)
    into roles, administers;
  if 'teacher' = any(roles) then
    teaches := exists (select from course_teacher t where t.customer_id = of_customer and t.course_id = of_course and t.account_id = viewer)
      or app.teaches_in_group(viewer, of_customer, of_course);
  end if;
  return (select coalesce(array_agg(distinct v.field order by v.field), '{}') from visibility v
    where v.customer_id = of_customer and v.shown and case v.role
      when 'customer_admin' then v.role = any(roles)
      when 'course_admin' then (v.relation = 'own-course') = administers and (administers or v.role = any(roles))
      when 'teacher' then v.role = any(roles) and (v.relation = 'own-course') = teaches
      else false end);
end $function$;

CREATE OR REPLACE FUNCTION app.find_reach()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  was     text := coalesce(current_setting('app.purpose', true), '');
  mine    uuid[];
  people  uuid[];
  courses uuid[];
begin
  select array_agg(t.group_id) into mine from group_teacher t
    where t.customer_id = app.staff_of() and t.account_id = app.account_id() and (t.ends_at is null or t.ends_at > app.now());
  if mine is null or app.has_role(app.account_id(), app.staff_of(), 'customer_admin')
    or app.has_role(app.account_id(), app.staff_of(), 'course_admin') then
    perform set_config('app.reach', 'all', true);
  else
    perform set_config('app.purpose', 'administer-customer', true);
    select coalesce(array_agg(distinct m.account_id), '{}') into people from student_group_member m
      join student_group g on g.customer_id = m.customer_id and g.id = m.group_id and g.ended_at is null
      where m.customer_id = app.staff_of() and m.group_id = any(mine);
    select coalesce(array_agg(t.course_id), '{}') into courses from course_teacher t
      where t.customer_id = app.staff_of() and t.account_id = app.account_id() and (t.ends_at is null or t.ends_at > app.now());
    perform set_config('app.purpose', was, true);
    perform set_config('app.reach_people', people::text, true);
    perform set_config('app.reach_courses', courses::text, true);
    perform set_config('app.reach', 'groups', true);
  end if;
  perform set_config('app.reach_of', concat(app.account_id(), ' ', app.staff_of()), true);
end $function$;

CREATE OR REPLACE FUNCTION app.finish_erasures(erasures uuid[], stores text[], at timestamp with time zone, more jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  update erasure e set state = 'done', remaining = '{}', finished_at = at,
      confirmed = case when e.receipt ? 'olderBackupsUntil' then array_remove(stores, 'keyring') else stores end,
      receipt = case when e.receipt ? 'olderBackupsUntil' then e.receipt else e.receipt || more end
    where e.id = any(erasures);
end $function$;

CREATE OR REPLACE FUNCTION app.forget_looks_at_key()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from address_look where customer_id = new.customer_id and key_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.forget_restriction_of_key()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.restriction_id = null;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.handed_askers(requests uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
AS $function$
declare
  addresses text[];
  reason    text := coalesce(current_setting('app.across_customers', true), '');
begin
  select array_agg(distinct email) into addresses from customer_request where id = any(requests);
  perform set_config('app.across_customers', 'sign-in', true);
  return query select id from account where email = any(addresses);
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.has_accepted_terms(person uuid, came timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
declare of_version integer := app.terms_since(came);
begin
  return coalesce((select l.state = 'accepted' from ledger l
    where l.account_id = person and l.event = 'acceptance' and l.about = 'terms' and l.version = of_version
    order by l.at desc, l.id desc limit 1), false);
end $function$;

CREATE OR REPLACE FUNCTION app.has_role(person uuid, of_customer uuid, of_role text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM membership m WHERE ((m.customer_id = has_role.of_customer) AND (m.account_id = has_role.person) AND (m.role = has_role.of_role))));

CREATE OR REPLACE FUNCTION app.heard_since(of_customer uuid, of_enrolment uuid, since timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
declare
  reason text := coalesce(current_setting('app.across_customers', true), '');
  heard  boolean;
begin
  if of_customer is distinct from app.staff_of() then return true; end if;
  perform set_config('app.across_customers', 'mail', true);
  select exists (select from enrolment e join notification n on n.account_id = e.account_id
      where e.customer_id = of_customer and e.id = of_enrolment and n.event = 'nudged' and n.customer_id = e.customer_id
        and n.course_id = e.course_id and n.created_at > since)
    or exists (select from correspondence c join message m on m.customer_id = c.customer_id and m.correspondence_id = c.id
      where c.customer_id = of_customer and c.enrolment_id = of_enrolment and not m.from_student and m.deleted_at is null and m.sent_at > since)
    into heard;
  perform set_config('app.across_customers', reason, true);
  return heard;
end $function$;

CREATE OR REPLACE FUNCTION app.held_people()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
RETURN ARRAY(SELECT legal_hold.account_id FROM legal_hold WHERE ((legal_hold.decision = 'placed'::text) AND (legal_hold.lifted_at IS NULL) AND (legal_hold.ends_at > app.now())));

CREATE OR REPLACE FUNCTION app.hold_agreement(of_customer uuid)
 RETURNS agreement
 LANGUAGE plpgsql
AS $function$
declare held agreement;
begin
  select * into held from agreement a where a.customer_id = of_customer
    and a.starts_at <= app.now() and (a.ends_at is null or a.ends_at > app.now()) order by a.starts_at desc, a.id limit 1 for update;
  return held;
end $function$;

CREATE OR REPLACE FUNCTION app.in_one_line(rule text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN TRIM(BOTH FROM regexp_replace(rule, '\s+'::text, ' '::text, 'g'::text));

CREATE OR REPLACE FUNCTION app.in_own_group(of_customer uuid, person uuid, of_course uuid)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
declare
  was   text := coalesce(current_setting('app.purpose', true), '');
  found boolean;
begin
  if of_customer is distinct from app.staff_of() then return false; end if;
  perform set_config('app.purpose', 'administer-customer', true);
  select exists (select from group_teacher t
    join student_group g on g.customer_id = t.customer_id and g.id = t.group_id and g.ended_at is null
    join student_group_course c on c.customer_id = t.customer_id and c.group_id = t.group_id and c.course_id = of_course
    join student_group_member m on m.customer_id = t.customer_id and m.group_id = t.group_id and m.account_id = person
    where t.customer_id = of_customer and t.account_id = app.account_id() and (t.ends_at is null or t.ends_at > app.now())) into found;
  perform set_config('app.purpose', was, true);
  return found;
end $function$;

CREATE OR REPLACE FUNCTION app.in_reach(person uuid, of_course uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if person = app.account_id() or app.reaches_all() then return true; end if;
  return coalesce(person = any(current_setting('app.reach_people')::uuid[]), false)
    or coalesce(of_course = any(current_setting('app.reach_courses')::uuid[]), false);
end $function$;

CREATE OR REPLACE FUNCTION app.inbox(reader uuid, of_customer uuid, in_course text, in_state text, held_by text, named text, after_waiting boolean, after_at timestamp with time zone, after_id uuid, at_most integer)
 RETURNS TABLE(id uuid, last_sent_at timestamp with time zone, waiting boolean, course_title text, student_id uuid, given_name text, family_name text, has_student boolean, done_at timestamp with time zone, assigned_id uuid, assigned_given_name text, assigned_family_name text, unread boolean)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    with readable as materialized (
      select course.id, course.title, shown from course, lateral app.fields_shown(reader, course.customer_id, course.id, 'staff') shown
      where course.customer_id = of_customer and (in_course is null or course.slug = in_course) and 'correspondence' = any(shown)),
    -- Who no longer administers the course has its threads no more.
    held as (
      select t.correspondence_id as id, t.account_id from thread_assignment t
      join correspondence c on c.customer_id = t.customer_id and c.id = t.correspondence_id
      join course_administrator ca on ca.customer_id = t.customer_id and ca.course_id = c.course_id and ca.account_id = t.account_id
      where t.customer_id = of_customer and held_by is not null),
    thread as (
      select c.id, c.enrolment_id, c.course_id, c.last_sent_at, c.done_at, c.read_by_administrator, r.shown,
        c.last_from_student and c.done_at is null as unanswered
      from correspondence c join readable r on r.id = c.course_id
      where c.customer_id = of_customer and c.last_sequence > 0
        and (held_by is null or (held_by = 'me' and c.id in (select id from held where account_id = reader))
          or (held_by = 'nobody' and c.id not in (select id from held)))
      order by c.last_sent_at desc, c.id desc),
    -- Whoever is gone waits for nothing, and what is done has been answered some other way. Asked one by one, until the page is full.
    asking as materialized (
      select c.*, e.account_id, true as has_student
      from thread c join lateral (select e.account_id from enrolment e where e.customer_id = of_customer and e.id = c.enrolment_id
        and exists (select from app.seen_people(of_customer) s where s.id = e.account_id and s.kind <> 'pseudonym'
          and (named is null or app.is_named(named, c.shown, s.given_name, s.family_name))) offset 0) e on true
      where c.unanswered and coalesce(in_state, 'waiting') = 'waiting' and after_waiting is distinct from false
        and (after_id is null or (c.last_sent_at, c.id) < (after_at, after_id))
      order by c.last_sent_at desc, c.id desc limit at_most),
    rest as (
      select c.*, e.account_id, e.has_student
      from thread c join lateral (select e.account_id, exists (select from app.seen_people(of_customer) s
          where s.id = e.account_id and s.kind <> 'pseudonym') as has_student
        from enrolment e where e.customer_id = of_customer and e.id = c.enrolment_id
          and (named is null or exists (select from app.seen_people(of_customer) s where s.id = e.account_id and s.kind <> 'pseudonym'
            and app.is_named(named, c.shown, s.given_name, s.family_name))) offset 0) e on true
      where in_state is distinct from 'waiting' and (select count(*) from asking) < at_most
        and not (c.unanswered and e.has_student) and (in_state is null or (in_state = 'done') = (c.done_at is not null))
        and (after_waiting is distinct from false or (c.last_sent_at, c.id) < (after_at, after_id))
      order by c.last_sent_at desc, c.id desc limit at_most),
    page as materialized (
      select *, true as waiting from asking union all select *, false from rest
      order by waiting desc, last_sent_at desc, id desc limit at_most)
    select p.id, p.last_sent_at, p.waiting, r.title, p.account_id,
      case when 'given_name' = any(r.shown) then s.given_name end, case when 'family_name' = any(r.shown) then s.family_name end,
      p.has_student, p.done_at, t.account_id, a.given_name, a.family_name,
      exists (select from message m where m.customer_id = of_customer and m.correspondence_id = p.id
        and m.from_student and m.sequence > p.read_by_administrator and m.deleted_at is null)
    from page p
    join readable r on r.id = p.course_id
    left join lateral (select s.given_name, s.family_name from app.seen_people(of_customer) s where s.id = p.account_id offset 0) s on true
    left join lateral (select t.account_id from thread_assignment t
      where t.customer_id = of_customer and t.correspondence_id = p.id and exists (select from course_administrator ca
        where ca.customer_id = t.customer_id and ca.course_id = p.course_id and ca.account_id = t.account_id) offset 0) t on true
    left join lateral (select a.given_name, a.family_name from app.seen_people(of_customer) a where a.id = t.account_id offset 0) a on true
    order by p.waiting desc, p.last_sent_at desc, p.id desc;
end $function$;

CREATE OR REPLACE FUNCTION app.inbox_in_order(reader uuid, of_customer uuid, in_course text, in_state text, held_by text, named text, in_order text, after_waiting boolean, after_at timestamp with time zone, after_id uuid, at_most integer)
 RETURNS TABLE(id uuid, last_sent_at timestamp with time zone, waiting boolean, course_title text, student_id uuid, given_name text, family_name text, has_student boolean, done_at timestamp with time zone, assigned_id uuid, assigned_given_name text, assigned_family_name text, unread boolean, placed_at timestamp with time zone)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    with readable as materialized (
      select course.id, course.title, shown from course, lateral app.fields_shown(reader, course.customer_id, course.id, 'staff') shown
      where course.customer_id = of_customer and (in_course is null or course.slug = in_course) and 'correspondence' = any(shown)),
    held as (
      select t.correspondence_id as id, t.account_id from thread_assignment t
      join correspondence c on c.customer_id = t.customer_id and c.id = t.correspondence_id
      join course_administrator ca on ca.customer_id = t.customer_id and ca.course_id = c.course_id and ca.account_id = t.account_id
      where t.customer_id = of_customer and held_by is not null),
    thread as (
      select c.id, c.course_id, c.last_sent_at, c.done_at, c.read_by_administrator, r.title, e.account_id, s.id is not null as has_student,
        c.last_from_student and c.done_at is null and s.id is not null as waiting, coalesce(c.waiting_since, c.last_sent_at) as waiting_since,
        case when 'given_name' = any(r.shown) then s.given_name end as given_name,
        case when 'family_name' = any(r.shown) then s.family_name end as family_name
      from correspondence c
      join readable r on r.id = c.course_id
      join enrolment e on e.customer_id = of_customer and e.id = c.enrolment_id
      left join app.seen_people(of_customer) s on s.id = e.account_id and s.kind <> 'pseudonym'
      where c.customer_id = of_customer and c.last_sequence > 0
        and (held_by is null or (held_by = 'me' and c.id in (select id from held where account_id = reader))
          or (held_by = 'nobody' and c.id not in (select id from held)))
        and (named is null or (s.id is not null and app.is_named(named, r.shown, s.given_name, s.family_name)))),
    place as (
      select *, case when in_order = 'waited' and waiting then waiting_since else last_sent_at end as placed_at,
        case when in_order = 'name' then (coalesce(given_name, family_name) is null)::integer
          when in_order = 'waited' then (not waiting)::integer else 0 end as first,
        case when in_order = 'name' then 0 when in_order = 'waited' and waiting then extract(epoch from waiting_since)
          else -extract(epoch from last_sent_at) end as second,
        case when in_order = 'name' then coalesce(family_name, '') else '' end collate "sv-x-icu" as family,
        case when in_order = 'name' then coalesce(given_name, '') else '' end collate "sv-x-icu" as given
      from thread
      where in_state is null or (in_state = 'waiting') = waiting and (waiting or (in_state = 'done') = (done_at is not null))),
    page as materialized (
      select * from place
      where after_id is null or case when in_order = 'name'
        -- After a thread that is there no more the list begins anew, rather than end.
        then ((first, family, given, id) > (select l.first, l.family, l.given, l.id from place l where l.id = after_id)) is not false
        else (first, second, id) > (case when in_order = 'waited' and not after_waiting then 1 else 0 end,
          case when in_order = 'waited' and after_waiting then 1 else -1 end * extract(epoch from after_at), after_id) end
      order by first, second, family, given, id limit at_most)
    select p.id, p.last_sent_at, p.waiting, p.title, p.account_id, p.given_name, p.family_name,
      p.has_student, p.done_at, t.account_id, a.given_name, a.family_name,
      exists (select from message m where m.customer_id = of_customer and m.correspondence_id = p.id
        and m.from_student and m.sequence > p.read_by_administrator and m.deleted_at is null),
      p.placed_at
    from page p
    left join lateral (select t.account_id from thread_assignment t
      where t.customer_id = of_customer and t.correspondence_id = p.id and exists (select from course_administrator ca
        where ca.customer_id = t.customer_id and ca.course_id = p.course_id and ca.account_id = t.account_id) offset 0) t on true
    left join lateral (select a.given_name, a.family_name from app.seen_people(of_customer) a where a.id = t.account_id offset 0) a on true
    order by p.first, p.second, p.family, p.given, p.id;
end $function$;

CREATE OR REPLACE FUNCTION app.is_due(of_customer uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (COALESCE((app.purpose() = 'retention'::text), false) AND app.across_customers() AND (EXISTS (SELECT FROM customer c WHERE ((c.id = is_due.of_customer) AND (c.due_at <= app.now())))));

CREATE OR REPLACE FUNCTION app.is_named(sought text, shown text[], given_name text, family_name text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (strpos(lower((concat_ws(' '::text, CASE WHEN ('given_name'::text = ANY (shown)) THEN given_name ELSE NULL::text END, CASE WHEN ('family_name'::text = ANY (shown)) THEN family_name ELSE NULL::text END) COLLATE "sv-x-icu")), lower((sought COLLATE "sv-x-icu"))) > 0);

CREATE OR REPLACE FUNCTION app.keep_data_request_state()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'a request changes its state by a step' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.keep_former_name()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into former_name (account_id, given_name, family_name, email)
    values (old.id, old.given_name, old.family_name, old.email);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.keep_terms_decision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('app.across_customers', true) in ('erasure', 'retention', 'restore') then return new; end if;
  if (new.kind, new.rule, new.reason, new.decided_by, new.decided_at, new.appeal_until)
     is distinct from (old.kind, old.rule, old.reason, old.decided_by, old.decided_at, old.appeal_until) then
    raise exception 'a decision is not changed afterwards' using errcode = 'check_violation';
  end if;
  if old.appealed_at is not null and (new.appeal, new.appealed_at) is distinct from (old.appeal, old.appealed_at)
     or old.outcome is not null and (new.outcome, new.answer) is distinct from (old.outcome, old.answer) then
    raise exception 'what has been written stands' using errcode = 'check_violation';
  end if;
  if new.outcome is distinct from old.outcome and not app.decides_on_terms() then
    raise exception 'an appeal is decided by the operator' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.keeps_books()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM operator_staff s WHERE ((s.account_id = app.account_id()) AND (s.role = 'executive'::text))));

CREATE OR REPLACE FUNCTION app.keeps_order(e enrolment, page_order text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return page_order <> 'free' and e.completed_at is null
    and not app.has_role(e.account_id, e.customer_id, 'customer_admin')
    and not exists (select from course_administrator a
      where a.customer_id = e.customer_id and a.course_id = e.course_id and a.account_id = e.account_id)
    and not exists (select from course_teacher t
      where t.customer_id = e.customer_id and t.course_id = e.course_id and t.account_id = e.account_id);
end $function$;

CREATE OR REPLACE FUNCTION app.link_look(look access_log)
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  chain_of  uuid := coalesce(look.customer_id, '00000000-0000-0000-0000-000000000000');
  reason    text := coalesce(current_setting('app.across_customers', true), '');
  last      look_link;
  link      look_link;
begin
  perform pg_advisory_xact_lock(hashtextextended('look ' || chain_of, 0));
  select * into last from look_link where chain = chain_of order by number desc limit 1;
  link.chain := chain_of;
  link.number := coalesce(last.number, 0) + 1;
  link.log_id := look.id;
  link.due_at := look.due_at;
  link.others := 0;
  link.content := sha256(convert_to(concat_ws(E'\n', look.id, extract(epoch from look.at), look.customer_id, look.purpose, look.room,
    array_to_string(look.fields, E'\t'), extract(epoch from look.due_at)), 'utf8'));
  link.actor := sha256(look.actor_salt || uuid_send(look.actor_id));
  perform set_config('app.across_customers', 'look log', true);
  select coalesce(array_agg(d order by d), '{}') into link.subjects from (
    select sha256(salt || uuid_send(account_id)) as d from access_log_subject where log_id = look.id) s;
  -- Only these purposes lead to someone known by address: other looks are not made to ask.
  if look.purpose in ('answer-enquiry', 'answer-data-subject') then
    link.others := (select count(*) from enquiry_look o where o.log_id = look.id)
      + (select count(*) from data_request_look o where o.log_id = look.id)
      + (select count(*) from customer_request_look o where o.log_id = look.id)
      + (select count(*) from contact_look o where o.log_id = look.id);
  elsif look.purpose in ('open-course', 'administer-customer') then
    link.others := (select count(*) from address_look o where o.log_id = look.id)
      + (select count(*) from contact_look o where o.log_id = look.id);
  elsif look.purpose in ('sell', 'keep-books') then
    link.others := (select count(*) from purchase_look o where o.log_id = look.id);
  end if;
  perform set_config('app.across_customers', reason, true);
  link.digest := sha256(coalesce(last.digest, '') || uuid_send(link.chain) || int8send(link.number) || uuid_send(link.log_id)
    || link.content || link.actor || coalesce((select string_agg(s, ''::bytea order by s) from unnest(link.subjects) s), '')
    || convert_to(extract(epoch from link.due_at)::text, 'utf8') || int8send(link.others));
  insert into look_link select link.*;
end $function$;

CREATE OR REPLACE FUNCTION app.link_new_look()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform app.link_look(new);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.listed_seats(of_customer uuid)
 RETURNS TABLE(agreement_id uuid, seats integer, used integer, reserved integer)
 LANGUAGE plpgsql
AS $function$
declare
  reason text := coalesce(current_setting('app.across_customers', true), '');
  known  seat_count;
begin
  if not (app.runs_customers() or app.across_customers()) then return; end if;
  perform set_config('app.across_customers', 'seats', true);
  select * into known from seat_count c where c.customer_id = of_customer and app.seats_hold(c);
  if not found then known := app.count_seats(of_customer); end if;
  return query select a.id, a.seats, known.used, known.reserved
    from agreement a where a.customer_id = of_customer and a.id = known.agreement_id;
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.looks_by_link(up_to integer)
 RETURNS TABLE(at timestamp with time zone, room text, unit text, purpose text, fields text[])
 LANGUAGE plpgsql
AS $function$
#variable_conflict use_column
declare
  leads_to uuid[] := array[app.enquiry_id()];
  reason   text := coalesce(current_setting('app.across_customers', true), '');
begin
  -- A case that others have been put together with is read with them.
  if app.purpose_in_force() = 'answer-enquiry' then
    leads_to := leads_to || array(select m.enquiry_id from enquiry_merge m where m.into_id = app.enquiry_id());
  end if;
  perform set_config('app.across_customers', 'look log', true);
  return query select l.at, l.room, coalesce(c.name, (select o.name from operator o)), l.purpose, l.fields
    from access_log l left join customer c on c.id = l.customer_id
    where l.id in (select log_id from data_request_look where request_id = any(leads_to)
      union all select log_id from customer_request_look where request_id = any(leads_to)
      union all select log_id from enquiry_look where enquiry_id = any(leads_to)
      union all select log_id from address_look where key_id = any(leads_to)
      union all select log_id from address_look where invited_id = any(leads_to)
      union all select log_id from contact_look where contact_id = any(leads_to)
      union all select log_id from purchase_look where purchase_id = any(leads_to))
    order by l.at desc, l.id limit up_to;
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.manages_access()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((app.purpose() = ANY (ARRAY['administer-customer'::text, 'invitation'::text, 'erasure'::text, 'export'::text, 'retention'::text, 'seed'::text, 'scan'::text])), false);

CREATE OR REPLACE FUNCTION app.mark_notified(person uuid, of_event text, of_customer uuid, of_course uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare was text := coalesce(current_setting('app.purpose', true), '');
begin
  perform set_config('app.purpose', 'inform', true);
  update notification set read_at = app.now(), mail_due_at = null, reminder_due_at = null
    where account_id = person and read_at is null and event = of_event and customer_id = of_customer and course_id = of_course;
  perform set_config('app.purpose', was, true);
end $function$;

CREATE OR REPLACE FUNCTION app.mark_seen(of_customer uuid, of_thread uuid, by_student boolean, up_to integer, is_read boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  if by_student and is_read then
    update correspondence c set read_by_student = up_to, delivered_to_student = greatest(c.delivered_to_student, up_to)
      where c.customer_id = of_customer and c.id = of_thread and c.read_by_student < up_to;
  elsif by_student then
    update correspondence c set delivered_to_student = up_to
      where c.customer_id = of_customer and c.id = of_thread and c.delivered_to_student < up_to;
  elsif is_read then
    update correspondence c set read_by_administrator = up_to, delivered_to_administrator = greatest(c.delivered_to_administrator, up_to)
      where c.customer_id = of_customer and c.id = of_thread and c.read_by_administrator < up_to;
  else
    update correspondence c set delivered_to_administrator = up_to
      where c.customer_id = of_customer and c.id = of_thread and c.delivered_to_administrator < up_to;
  end if;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION app.mentions_of(person uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return (
    select '(^|[^[:alnum:]])(?:' || string_agg(regexp_replace(trim(mention), '([.*+?^${}()|\[\]\\])', '\\\1', 'g'), '|') || ')(?![[:alnum:]])'
    from (select given_name, family_name, email from account where id = person
      union select given_name, family_name, email from former_name where account_id = person) called,
      unnest(array[email, given_name || ' ' || family_name, given_name, family_name]) mention
    where length(trim(mention)) > 1);
end $function$;

CREATE OR REPLACE FUNCTION app.message_rows(of_customer uuid, of_thread uuid, first integer, last integer)
 RETURNS TABLE(id uuid, sequence integer, author_id uuid, from_student boolean, client_id uuid, body text, sent_at timestamp with time zone, edited_at timestamp with time zone, deleted_at timestamp with time zone, change integer, given_name text, family_name text, page_title text, page_position integer, files json)
 LANGUAGE sql
 STABLE
AS $function$
  select m.id, m.sequence, m.author_id, m.from_student, m.client_id, m.body, m.sent_at, m.edited_at, m.deleted_at, m.change,
    a.given_name, a.family_name, p.title, p.position,
    coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes) order by f.place)
      from attachment f
      where f.customer_id = m.customer_id and f.correspondence_id = m.correspondence_id and f.message_sequence = m.sequence), '[]')
  from message m
  left join app.seen_people(of_customer) a on a.id = m.author_id
  left join course_page p on p.customer_id = m.customer_id and p.id = m.page_id
  where m.customer_id = of_customer and m.correspondence_id = of_thread and m.sequence between first and last
  order by m.sequence
$function$;

CREATE OR REPLACE FUNCTION app.messages_between(of_customer uuid, of_thread uuid, first integer, last integer)
 RETURNS TABLE(id uuid, sequence integer, author_id uuid, from_student boolean, client_id uuid, body text, sent_at timestamp with time zone, edited_at timestamp with time zone, deleted_at timestamp with time zone, change integer, given_name text, family_name text, page_title text, page_position integer, files json)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query select * from app.message_rows(of_customer, of_thread, first, last);
end $function$;

CREATE OR REPLACE FUNCTION app.messages_changed(of_customer uuid, of_thread uuid, after integer, at_most integer)
 RETURNS TABLE(id uuid, sequence integer, author_id uuid, from_student boolean, client_id uuid, body text, sent_at timestamp with time zone, edited_at timestamp with time zone, deleted_at timestamp with time zone, change integer, given_name text, family_name text, page_title text, page_position integer, files json)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    select changed.*
    from (select m.sequence from message m
          where m.customer_id = of_customer and m.correspondence_id = of_thread and m.change > after
          order by m.change limit at_most) m
    cross join lateral app.messages_between(of_customer, of_thread, m.sequence, m.sequence) changed
    order by changed.change;
end $function$;

CREATE OR REPLACE FUNCTION app.miscounted_seats()
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
  reason text := coalesce(current_setting('app.across_customers', true), '');
  known  seat_count;
  wrong   integer := 0;
  differs boolean;
begin
  perform set_config('app.across_customers', 'seats', true);
  for known in select * from seat_count c where app.seats_hold(c) loop
    differs := (known.used, known.reserved) is distinct from
      (app.seats_used(known.customer_id, known.agreement_id), app.seats_reserved(known.customer_id, known.agreement_id));
    if differs and exists (select from seat_count c where c.customer_id = known.customer_id and c.seen::text = known.seen::text and app.seats_hold(c)) then wrong := wrong + 1; end if;
  end loop;
  perform set_config('app.across_customers', reason, true);
  return wrong;
end $function$;

CREATE OR REPLACE FUNCTION app.move_looks_at_key()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update address_look set address = new.bound_email where customer_id = new.customer_id and key_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.my_courses()
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare
  place uuid;
  found_here jsonb;
  found jsonb := '[]';
  before text := current_setting('app.customer_id', true);
begin
  for place in select distinct e.customer_id from enrolment e where e.account_id = app.account_id() loop
    perform set_config('app.customer_id', place::text, true);
    select coalesce(jsonb_agg(to_jsonb(mine)), '[]') into found_here from (
      select k.slug as "customer", k.name as "customerName", c.slug as "course", c.title, c.language,
        e.created_at as "startedAt", e.last_active_at as "lastActiveAt", e.completed_at is not null as "completed",
        case when e.ends_at <= app.now() then e.ends_at end as "endedAt",
        app.due_at(e) as "dueAt",
        (select i.expires_at from certificate i where i.customer_id = e.customer_id and i.enrolment_id = e.id and i.revoked_at is null
           and i.replaced_by is null and i.expires_at <= app.now() + interval '1 month') as "renewBy",
        exists (select from certificate i where i.customer_id = e.customer_id and i.enrolment_id = e.id) as "hasCertificate",
        exists (select from final_test f where f.customer_id = e.customer_id and f.version_id = e.version_id) as "hasTest",
        exists (select from attempt t where t.customer_id = e.customer_id and t.enrolment_id = e.id and t.submitted_at is null) as "testOpen",
        r.position as "resumePosition",
        (select coalesce(jsonb_agg(jsonb_build_object('position', p.position, 'title', p.title, 'minutes', p.minutes,
            'done', v.completed_at is not null) order by p.position), '[]')
         from course_page p
         left join page_visit v on v.customer_id = e.customer_id and v.enrolment_id = e.id and v.page_id = p.id
         where p.customer_id = e.customer_id and p.version_id = e.version_id) as "pages"
      from enrolment e
      join customer k on k.id = e.customer_id
      join course c on c.customer_id = e.customer_id and c.id = e.course_id
      left join course_page r on r.customer_id = e.customer_id and r.id = e.resume_page_id
      where e.customer_id = place and e.account_id = app.account_id() and (k.ended_at is null or k.ended_at > app.now())) mine;
    found := found || found_here;
  end loop;
  perform set_config('app.customer_id', coalesce(before, ''), true);
  return found;
end $function$;

CREATE OR REPLACE FUNCTION app.names_whole(said text, given text, family text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select given <> '' and family <> '' and strpos(
    ' ' || lower(regexp_replace(said, '\s*[,;:()/]+\s*', ' , ', 'g')) || ' ,',
    ' ' || lower(given || ' ' || family) || ' ,') > 0
$function$;

CREATE OR REPLACE FUNCTION app.new_case_number()
 RETURNS text
 LANGUAGE sql
 PARALLEL SAFE
RETURN (SELECT substr(string_agg(substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789'::text, ((get_byte(random.bytes, place.place) % 31) + 1), 1), ''::text), 1, 8) AS substr FROM (SELECT uuid_send(gen_random_uuid()) AS bytes) random, unnest(ARRAY[0, 1, 2, 3, 4, 5, 10, 11]) place(place));

CREATE OR REPLACE FUNCTION app.not_ringing(of_event text, of_customer uuid, of_course uuid, people uuid[], at timestamp with time zone)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  perform set_config('app.across_customers', 'mail', true);
  people := array(select person from unnest(people) as person where not exists (select from notification n
    where n.account_id = person and n.event = of_event and n.customer_id = of_customer and n.course_id = of_course and n.read_at is null
      and n.shown and n.reminder_due_at is not null and n.created_at > at - interval '1 minute'));
  perform set_config('app.across_customers', reason, true);
  return people;
end $function$;

CREATE OR REPLACE FUNCTION app.note_seat_change(of_customers uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  perform set_config('app.across_customers', 'seats', true);
  -- A count holds for a day at most (app.count_seats), so that a change says nothing more after two.
  insert into seat_change (customer_id, made_by, due_at)
    select distinct one, pg_current_xact_id(), app.now() + interval '2 days' from unnest(of_customers) one
  on conflict do nothing;
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.notification_ways(of_event text, people uuid[], of_customer uuid)
 RETURNS TABLE(account_id uuid, language text, customer_bell boolean, customer_mail boolean, own_bell boolean, own_mail boolean, digest text, quiet_from integer, quiet_to integer, time_zone text)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  perform set_config('app.across_customers', 'mail', true);
  return query
    select a.id, a.language,
      (select c.allowed from customer_notification c where c.customer_id = of_customer and c.event = of_event and c.channel = 'bell'),
      (select c.allowed from customer_notification c where c.customer_id = of_customer and c.event = of_event and c.channel = 'mail'),
      (select o.allowed from notification_choice o where o.account_id = a.id and o.event = of_event and o.channel = 'bell'),
      (select o.allowed from notification_choice o where o.account_id = a.id and o.event = of_event and o.channel = 'mail'),
      r.digest, r.quiet_from, r.quiet_to, r.time_zone
    from account a left join notification_rhythm r on r.account_id = a.id
    where a.id = any(people) and a.kind <> 'pseudonym' and a.closed_at is null;
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (current_setting('app.now'::text, true) <> ''::text) THEN (current_setting('app.now'::text, true))::timestamp with time zone ELSE now() END;

CREATE OR REPLACE FUNCTION app.open_until(e enrolment, page_order text)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if page_order = 'free' or not app.keeps_order(e, page_order) then return null; end if;
  return (select min(p.position) from course_page p where p.customer_id = e.customer_id and p.version_id = e.version_id
    and (app.unanswered_on(e, page_order, p.id) > 0 or not exists (select from page_visit v
      where v.customer_id = e.customer_id and v.enrolment_id = e.id and v.page_id = p.id and v.completed_at is not null)));
end $function$;

CREATE OR REPLACE FUNCTION app.operator_roles(person uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE
RETURN (SELECT COALESCE(array_agg(operator_staff.role ORDER BY operator_staff.role), '{}'::text[]) AS "coalesce" FROM operator_staff WHERE (operator_staff.account_id = operator_roles.person));

CREATE OR REPLACE FUNCTION app.own_email()
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  was text := coalesce(current_setting('app.purpose', true), '');
  own text;
begin
  perform set_config('app.purpose', 'identify-user', true);
  select email into own from account where id = app.account_id() and email_confirmed_at is not null;
  perform set_config('app.purpose', was, true);
  return own;
end $function$;

CREATE OR REPLACE FUNCTION app.own_group_people(of_customer uuid, of_course uuid)
 RETURNS TABLE(group_id uuid, name text, account_id uuid)
 LANGUAGE plpgsql
AS $function$
#variable_conflict use_column
declare
  was text := coalesce(current_setting('app.purpose', true), '');
begin
  if of_customer is distinct from app.staff_of() then return; end if;
  perform set_config('app.purpose', 'administer-customer', true);
  return query select g.id, g.name, m.account_id from group_teacher t
    join student_group g on g.customer_id = t.customer_id and g.id = t.group_id and g.ended_at is null
    join student_group_course c on c.customer_id = t.customer_id and c.group_id = t.group_id and c.course_id = of_course
    left join student_group_member m on m.customer_id = t.customer_id and m.group_id = t.group_id
    where t.customer_id = of_customer and t.account_id = app.account_id() and (t.ends_at is null or t.ends_at > app.now());
  perform set_config('app.purpose', was, true);
end $function$;

CREATE OR REPLACE FUNCTION app.own_looks(up_to integer)
 RETURNS TABLE(at timestamp with time zone, unit text, purpose text, fields text[])
 LANGUAGE plpgsql
AS $function$
#variable_conflict use_column
declare
  me     uuid := app.account_id();
  reason text := coalesce(current_setting('app.across_customers', true), '');
  email  text := (select a.email from account a where a.id = me and a.email_confirmed_at is not null);
begin
  perform set_config('app.across_customers', 'look log', true);
  return query select l.at, coalesce(c.name, (select o.name from operator o)), l.purpose, l.fields
    from access_log l left join customer c on c.id = l.customer_id
    where l.id in (select log_id from access_log_subject where account_id = me
      union select log_id from address_look where account_id = me
      union select log_id from address_look where address = email
      union select log_id from contact_look where address = email)
    order by l.at desc, l.id limit up_to;
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.own_thread(of_customer uuid, reader uuid, of_course text)
 RETURNS TABLE(customer_id uuid, id uuid, course_id uuid, last_sequence integer, read_by_student integer, read_by_administrator integer, last_change integer, delivered_to_student integer, delivered_to_administrator integer, last_from_student boolean, done_at timestamp with time zone, course_title text, course_slug text, student_id uuid, student_given_name text, student_family_name text, has_student boolean)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare place uuid;
begin
  select c.id, c.title, c.slug into course_id, course_title, course_slug from course c
    where c.customer_id = of_customer and c.slug = of_course;
  if not found then return; end if;
  select e.id, e.account_id into place, student_id from enrolment e
    where e.customer_id = of_customer and e.course_id = own_thread.course_id and e.account_id = reader;
  if not found then return; end if;
  select c.customer_id, c.id, c.last_sequence, c.read_by_student, c.read_by_administrator, c.last_change, c.delivered_to_student,
      c.delivered_to_administrator, c.last_from_student, c.done_at
    into customer_id, id, last_sequence, read_by_student, read_by_administrator, last_change, delivered_to_student,
      delivered_to_administrator, last_from_student, done_at
    from correspondence c where c.customer_id = of_customer and c.enrolment_id = place;
  if not found then return; end if;
  has_student := true; -- it is they who ask
  return next;
end $function$;

CREATE OR REPLACE FUNCTION app.owns_enrolment(of_customer uuid, of_enrolment uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1000
AS $function$
declare asked text := concat_ws(' ', of_customer, of_enrolment, app.account_id(), app.purpose_in_force());
begin
  if current_setting('app.enrolment_owned', true) = asked then return true; end if;
  if not exists (select from enrolment e
    where e.customer_id = of_customer and e.id = of_enrolment and e.account_id = app.account_id()) then return false; end if;
  perform set_config('app.enrolment_owned', asked, true);
  return true;
end $function$;

CREATE OR REPLACE FUNCTION app.page_is_locked(e enrolment, page_order text, page uuid, place integer)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return coalesce(place > app.open_until(e, page_order), false) and not exists (select from page_visit v
    where v.customer_id = e.customer_id and v.enrolment_id = e.id and v.page_id = page and v.completed_at is not null);
end $function$;

CREATE OR REPLACE FUNCTION app.people_set_aside()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE PARALLEL RESTRICTED ROWS 100
AS $function$
begin
  perform set_config('app.asks_restriction', '1', true);
  return query select r.account_id from restriction r
    where r.ended_at is null and (r.kind = 'restriction' or r.purpose = app.purpose_in_force());
  perform set_config('app.asks_restriction', '', true);
end $function$;

CREATE OR REPLACE FUNCTION app.person_in_reach(person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return app.in_reach(person, null)
    or exists (select from membership m where m.account_id = person and m.customer_id = app.staff_of() and m.role <> 'student')
    or exists (select from enrolment e where e.account_id = person and e.customer_id = app.staff_of());
end $function$;

CREATE OR REPLACE PROCEDURE app.protect(IN protected regclass, IN visible text, IN privileges text DEFAULT 'select, insert, update, delete'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy scope on %s using (app.across_customers() or (%s))', protected, visible);
  execute format('grant %s on %s to kursiv_runtime', privileges, protected);
end $procedure$;

CREATE OR REPLACE FUNCTION app.publish_sections()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update course_section set published = true where customer_id = new.customer_id and version_id = new.id;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.published_page(customer uuid, version uuid, page uuid)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  select json_build_object(
    'page', (
      select json_build_object('id', p.id, 'position', p.position, 'title', p.title, 'minutes', p.minutes, 'html', p.html)
      from course_page p where p.customer_id = customer and p.id = page),
    'outline', (
      select json_agg(json_build_object('position', o.position, 'title', o.title, 'minutes', o.minutes, 'section', s.title)
               order by o.position)
      from course_page o left join course_section s on s.customer_id = o.customer_id and s.id = o.section_id
      where o.customer_id = customer and o.version_id = version),
    'questions', (
      select coalesce(json_agg(json_build_object('id', q.id, 'lineageId', q.lineage_id, 'kind', q.kind, 'prompt', q.prompt, 'points', q.points,
               'body', q.body) order by q.position), '[]')
      from question q where q.customer_id = customer and q.page_id = page),
    'hasTest', exists (select from final_test f where f.customer_id = customer and f.version_id = version))
$function$;

CREATE OR REPLACE FUNCTION app.purpose()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('app.purpose'::text, true), ''::text);

CREATE OR REPLACE FUNCTION app.purpose_in_force()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(NULLIF(current_setting('app.across_customers'::text, true), ''::text), NULLIF(current_setting('app.purpose'::text, true), ''::text), 'none'::text);

CREATE OR REPLACE FUNCTION app.put_message(of_customer uuid, of_thread uuid, writer uuid, by_student boolean, client uuid, words text, about_page uuid, files jsonb, at timestamp with time zone, figure_due timestamp with time zone)
 RETURNS TABLE(place integer, is_reminded boolean, known jsonb)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  thread correspondence;
  about  uuid;
begin
  select * into thread from correspondence c where c.customer_id = of_customer and c.id = of_thread for update;
  if not found then return; end if;
  perform set_config('app.thread_reached', app.thread_asked(of_customer, of_thread), true);
  select m.sequence, jsonb_build_object('body', m.body, 'isChanged', m.deleted_at is not null or m.edited_at is not null) into place, known
    from message m where m.customer_id = of_customer and m.correspondence_id = of_thread and m.client_id = client;
  if found then
    known := known || (select jsonb_build_object('files',
        coalesce(jsonb_agg(jsonb_build_object('name', f.name, 'bytes', f.bytes) order by f.place), '[]'))
      from attachment f where f.customer_id = of_customer and f.correspondence_id = of_thread and f.message_sequence = put_message.place);
    return next;
    return;
  end if;
  place := thread.last_sequence + 1;
  is_reminded := exists (select from message m
    where m.customer_id = of_customer and m.correspondence_id = of_thread and m.from_student = by_student
      and m.sequence > case when by_student then thread.read_by_administrator else thread.read_by_student end);
  -- Only a page that the student of the thread can read.
  if about_page is not null then
    about := (select p.id from enrolment e join course_page p on p.customer_id = e.customer_id and p.version_id = e.version_id
      where e.customer_id = of_customer and e.id = thread.enrolment_id and p.id = about_page);
  end if;
  -- What is done is taken up again when the student writes.
  update correspondence c set last_sequence = place, last_sent_at = at, last_from_student = by_student,
      waiting_since = case when by_student then coalesce(c.waiting_since, at) end,
      done_at = case when by_student then null else c.done_at end
    where c.customer_id = of_customer and c.id = of_thread;
  insert into message (customer_id, correspondence_id, sequence, author_id, from_student, client_id, body, page_id, sent_at)
    values (of_customer, of_thread, place, writer, by_student, client, words, about, at);
  if files <> '[]' then
    insert into attachment (customer_id, id, correspondence_id, message_sequence, author_id, from_student, place, name, type, bytes,
        content_key, created_at)
      select of_customer, (f.file ->> 'id')::uuid, of_thread, put_message.place, writer, by_student, f.place, f.file ->> 'name',
        f.file ->> 'type', (f.file ->> 'bytes')::integer, decode(f.file ->> 'contentKey', 'hex'), at
      from jsonb_array_elements(files) with ordinality f (file, place);
  end if;
  -- How long the student waited, without the student, the administrator or the time of day.
  if not by_student and thread.waiting_since is not null then
    insert into answer_time (customer_id, course_id, minutes, answered_on, due_at)
      values (of_customer, thread.course_id, greatest(0, round(extract(epoch from at - thread.waiting_since) / 60)), at::date, figure_due);
  end if;
  delete from message_draft d where d.customer_id = of_customer and d.correspondence_id = of_thread and d.account_id = writer;
  return next;
end $function$;

CREATE OR REPLACE FUNCTION app.put_notifications(of_event text, of_customer uuid, of_course uuid, people uuid[], are_shown boolean[], mail_times timestamp with time zone[], at timestamp with time zone, until timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  perform set_config('app.across_customers', 'mail', true);
  insert into notification as n (account_id, event, customer_id, course_id, shown, created_at, mail_due_at, due_at)
    select p.id, of_event, of_customer, of_course, p.shown, at, p.mail_at, until
    from unnest(people, are_shown, mail_times) as p (id, shown, mail_at)
  on conflict (account_id, event, customer_id, course_id) where read_at is null do update
    set id = excluded.id, created_at = excluded.created_at, due_at = excluded.due_at, shown = n.shown or excluded.shown,
      mail_due_at = coalesce(n.mail_due_at, excluded.mail_due_at);
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.queue_webhooks(of_customer uuid, of_event text, of_enrolment uuid, of_certificate uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  reason text := coalesce(current_setting('app.across_customers', true), '');
  made   uuid;
begin
  if reason in ('seed', 'set-up', 'erasure', 'retention', 'restore') then return; end if;
  perform set_config('app.across_customers', 'api', true);
  for made in
    insert into webhook_delivery (customer_id, webhook_id, event, enrolment_id, certificate_id, made_at, next_at, due_at)
      select w.customer_id, w.id, of_event, of_enrolment, of_certificate, app.now(), app.now(), app.now() + interval '30 days'
      from webhook w where w.customer_id = of_customer and w.ended_at is null and of_event = any(w.events)
      returning id
  loop
    perform graphile_worker.add_job('send-webhook', json_build_object('customer', of_customer, 'delivery', made), job_key => 'webhook ' || made);
  end loop;
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.reaches_all()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if app.staff_of() is null then return true; end if;
  if coalesce(current_setting('app.reach_of', true), '') <> concat(app.account_id(), ' ', app.staff_of()) then perform app.find_reach(); end if;
  return current_setting('app.reach') = 'all';
end $function$;

CREATE OR REPLACE FUNCTION app.reaches_thread(of_customer uuid, of_thread uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 1000
AS $function$
declare asked text := app.thread_asked(of_customer, of_thread);
begin
  if current_setting('app.thread_reached', true) = asked then return true; end if;
  if not exists (select from correspondence c where c.customer_id = of_customer and c.id = of_thread) then return false; end if;
  perform set_config('app.thread_reached', asked, true);
  return true;
end $function$;

CREATE OR REPLACE FUNCTION app.record_look(look uuid, seen_at timestamp with time zone, actor uuid, customer uuid, why text, where_it_was text, columns text[], kept_until timestamp with time zone, subjects uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  insert into access_log (id, at, actor_id, customer_id, purpose, room, fields, due_at)
    values (look, seen_at, actor, customer, why, where_it_was, columns, kept_until);
  insert into access_log_subject (log_id, account_id) select look, subject from unnest(subjects) subject;
end $function$;

CREATE OR REPLACE FUNCTION app.refuse_draft()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from course_version v
      where v.customer_id = new.customer_id and v.id = new.version_id and v.published_at is not null) then
    raise exception 'An enrolment is on a published course version.' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.refuse_out_of_scope()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  present uuid;
  reason  text := coalesce(current_setting('app.across_customers', true), '');
begin
  perform set_config('app.across_customers', 'seats', true);
  present := app.agreement_now(new.customer_id);
  if present is not null and not app.covers(new.customer_id, present, new.course_id) then
    raise exception 'The course is not part of the agreement.' using errcode = 'KU002';
  end if;
  perform set_config('app.across_customers', reason, true);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.refuse_published_content()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched uuid[] := array[case when tg_op <> 'INSERT' then old.version_id end, case when tg_op <> 'DELETE' then new.version_id end];
  owner   uuid := case tg_op when 'DELETE' then old.customer_id else new.customer_id end;
  found_at timestamptz;
begin
  if tg_op = 'DELETE' and app.is_due(old.customer_id) then return old; end if;
  for found_at in select v.published_at from course_version v where v.customer_id = owner and v.id = any (touched) for share loop
    if found_at is not null then
      raise exception 'A published course version is never changed.' using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
  return case tg_op when 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION app.refuse_published_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and app.is_due(old.customer_id) then return old; end if;
  if old.published_at is not null then
    raise exception 'A published course version is never changed.' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  -- Its content is shown from the same moment.
  if new.published_at is not null then
    update course_page   set published = true where customer_id = new.customer_id and version_id = new.id;
    update question_pool set published = true where customer_id = new.customer_id and version_id = new.id;
    update question      set published = true where customer_id = new.customer_id and version_id = new.id;
    update final_test    set published = true where customer_id = new.customer_id and version_id = new.id;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.refuse_purpose(of_table text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  raise exception 'The data map does not allow % to be read for "%".', of_table, app.purpose_in_force()
    using errcode = 'insufficient_privilege',
      hint = 'Say another purpose in the transaction, or give the table this purpose in data-map and run npm run generate.';
end $function$;

CREATE OR REPLACE FUNCTION app.refuse_redrawing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if cardinality(old.question_ids) > 0 and (new.question_ids <> old.question_ids or new.seed <> old.seed) then
    raise exception 'The questions of an attempt are never drawn again.' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.requesters_of(requests uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
AS $function$
declare
  addresses text[];
  reason    text := coalesce(current_setting('app.across_customers', true), '');
begin
  select array_agg(distinct email) into addresses from data_request where id = any(requests);
  perform set_config('app.across_customers', 'sign-in', true);
  return query select id from account where email = any(addresses);
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.reserve_seats()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  held   agreement;
  wanted record;
  reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  if tg_op = 'UPDATE' then
    if (select count(*) from is_now where redeemed_at is null and blocked_at is null and expires_at > app.now())
        <= (select count(*) from was where redeemed_at is null and blocked_at is null and expires_at > app.now()) then
      return null;
    end if;
  end if;
  perform set_config('app.across_customers', 'seats', true);
  for wanted in select distinct customer_id from is_now loop
    held := app.hold_agreement(wanted.customer_id);
    if held.id is not null and app.seats_used(wanted.customer_id, held.id) + app.seats_reserved(wanted.customer_id, held.id) > held.seats then
      raise exception 'No seat of the agreement is free.' using errcode = 'KU001';
    end if;
  end loop;
  perform set_config('app.across_customers', reason, true);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.ring(of_event text, of_customer uuid, of_course uuid, people uuid[], at timestamp with time zone, until timestamp with time zone, remind_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  perform set_config('app.across_customers', 'mail', true);
  insert into notification as n (account_id, event, customer_id, course_id, shown, created_at, reminder_due_at, due_at)
    select a.id, of_event, of_customer, of_course, true, at, remind_at, until
    from account a where a.id = any(people) and a.kind <> 'pseudonym' and a.closed_at is null order by a.id
  on conflict (account_id, event, customer_id, course_id) where read_at is null do update
    set id = excluded.id, created_at = excluded.created_at, due_at = excluded.due_at, shown = true,
      reminder_due_at = coalesce(n.reminder_due_at, excluded.reminder_due_at);
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.rule_as_written(rule text, functions text[])
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
declare f text[];
begin
  rule := app.in_one_line(rule);
  foreach f slice 1 in array functions loop rule := replace(rule, f[2], f[1]); end loop;
  return rule;
end $function$;

CREATE OR REPLACE FUNCTION app.rule_in_full(rule text, functions text[])
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
declare f text[];
begin
  rule := app.in_one_line(rule);
  foreach f slice 1 in array functions loop rule := replace(rule, f[1], '(' || f[2] || ')'); end loop;
  return rule;
end $function$;

CREATE OR REPLACE FUNCTION app.run_erasure(people uuid[], addresses text[], spared text[])
 RETURNS bigint[]
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  accounts   uuid[];
  customers  uuid[];
  pseudonyms uuid[];
  places     integer[];
begin
  with needed as materialized (select account_id, customer_id, place from engine.pseudonyms_needed(people)),
    each as (select account_id, customer_id, gen_random_uuid() as id from needed group by account_id, customer_id)
    select array_agg(account_id), array_agg(customer_id), array_agg(id), (select array_agg(distinct place) from needed)
    into accounts, customers, pseudonyms, places from each;
  insert into account (id, kind, created_at)
    select pseudonym, 'pseudonym', date_trunc('month', app.now()) from unnest(pseudonyms) as pseudonym;
  return engine.erasure_steps(people, addresses, coalesce(accounts, '{}'), coalesce(customers, '{}'), coalesce(pseudonyms, '{}'), spared,
    coalesce(places, '{}'));
end $function$;

CREATE OR REPLACE FUNCTION app.runs_customers()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((app.purpose() = 'administer-customer'::text) AND (EXISTS (SELECT FROM operator_staff s WHERE ((s.account_id = app.account_id()) AND (s.role = ANY (ARRAY['support'::text, 'executive'::text]))))));

CREATE OR REPLACE FUNCTION app.said_in_full()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  select array_agg(array[format('app.%s()', proname), said] order by length(said) desc, proname)
  from pg_proc, lateral (select app.in_one_line(regexp_replace(pg_get_function_sqlbody(oid), '^RETURN ', '')) as said) s
  where pronamespace = 'app'::regnamespace and pronargs = 0 and prosqlbody is not null and provolatile = 's' and not prosecdef
    and said !~* '\mselect\M' and said !~ '\mapp\.\w+\(' and pg_get_function_sqlbody(oid) like 'RETURN %'
$function$;

CREATE OR REPLACE FUNCTION app.seat_figures(of_customer uuid)
 RETURNS TABLE(agreement_id uuid, seats integer, used integer, reserved integer)
 LANGUAGE plpgsql
AS $function$
declare reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  if not (coalesce(of_customer = app.staff_of(), false) or app.runs_customers() or app.across_customers()) then return; end if;
  perform set_config('app.across_customers', 'seats', true);
  return query select a.id, a.seats, app.seats_used(of_customer, a.id), app.seats_reserved(of_customer, a.id)
    from agreement a where a.customer_id = of_customer and a.id = app.agreement_now(of_customer);
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.seats_have_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform app.note_seat_change(array[case tg_op when 'DELETE' then old.customer_id else new.customer_id end]);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.seats_hold(known seat_count)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select known.counted_at <= app.now() and known.holds_until > app.now() and not exists (
    select from seat_change c where c.customer_id = known.customer_id and not pg_visible_in_snapshot(c.made_by, known.seen))
$function$;

CREATE OR REPLACE FUNCTION app.seats_left()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  reason text := coalesce(current_setting('app.across_customers', true), '');
  places uuid[];
begin
  perform set_config('app.across_customers', 'seats', true);
  places := array(select e.customer_id from enrolment e where e.account_id = new.id);
  perform set_config('app.across_customers', reason, true);
  perform app.note_seat_change(places);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.seats_reserved(of_customer uuid, of_agreement uuid)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return (select count(*) from course_key k join key_batch b on b.customer_id = k.customer_id and b.id = k.batch_id
    where k.customer_id = of_customer and k.redeemed_at is null and k.blocked_at is null and k.expires_at > app.now()
      and ((select a.all_courses from agreement a where a.customer_id = of_customer and a.id = of_agreement)
        or b.course_id in (select c.course_id from agreement_course c where c.customer_id = of_customer and c.agreement_id = of_agreement)));
end $function$;

CREATE OR REPLACE FUNCTION app.seats_used(of_customer uuid, of_agreement uuid)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  reason text := coalesce(current_setting('app.across_customers', true), '');
  used   integer;
begin
  -- Whoever has left and is due for erasure is read for no other reason (N-21), and must not come back to a seat the day before it is done.
  perform set_config('app.across_customers', 'retention', true);
  used := (select count(distinct e.account_id) from enrolment e
    where e.customer_id = of_customer and (e.ends_at is null or e.ends_at > app.now())
      and ((select a.all_courses from agreement a where a.customer_id = of_customer and a.id = of_agreement)
        or e.course_id in (select c.course_id from agreement_course c where c.customer_id = of_customer and c.agreement_id = of_agreement))
      -- One at a time (offset 0): all who have left are mostly other customers' people.
      and not exists (select from account p where p.id = e.account_id and (p.closed_at is not null or p.kind = 'pseudonym') offset 0));
  perform set_config('app.across_customers', reason, true);
  return used;
end $function$;

CREATE OR REPLACE FUNCTION app.see_thread(of_customer uuid, of_thread uuid, of_course uuid, reader uuid, by_student boolean, up_to integer, is_read boolean)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if not app.mark_seen(of_customer, of_thread, by_student, up_to, is_read) then return; end if;
  perform app.announce(concat('correspondence ', of_thread, case when by_student then ' student' else ' administrator' end));
  if not is_read then return; end if;
  if by_student then perform app.mark_notified(reader, 'message-to-student', of_customer, of_course);
  else perform app.announce(concat('inbox ', of_course));
  end if;
end $function$;

CREATE OR REPLACE FUNCTION app.seen_people(of_customer uuid)
 RETURNS TABLE(id uuid, kind text, closed_at timestamp with time zone, language text, given_name text, family_name text, email text)
 LANGUAGE sql
 STABLE
AS $function$
  select a.id, a.kind, a.closed_at, a.language, coalesce(p.designation, a.given_name),
    case when p.designation is null then a.family_name else '' end, case when p.designation is null then a.email end
  from account a
  left join protected_identity p on p.customer_id = of_customer and p.account_id = a.id and p.account_id is distinct from app.account_id()
$function$;

CREATE OR REPLACE FUNCTION app.sells()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM operator_staff s WHERE ((s.account_id = app.account_id()) AND (s.role = ANY (ARRAY['support'::text, 'executive'::text])))));

CREATE OR REPLACE FUNCTION app.send_message(of_customer uuid, of_thread uuid, of_course uuid, student uuid, writer uuid, by_student boolean, client uuid, words text, about_page uuid, files jsonb, at timestamp with time zone, figure_due timestamp with time zone, bell_until timestamp with time zone, remind_at timestamp with time zone)
 RETURNS TABLE(place integer, known jsonb)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  put    record;
  others uuid[] := array[student];
begin
  select * into put from app.put_message(of_customer, of_thread, writer, by_student, client, words, about_page, files, at, figure_due);
  if not found then return; end if;
  place := put.place;
  known := put.known;
  return next;
  if known is not null then return; end if;
  if by_student and not put.is_reminded then
    others := app.not_ringing('message-to-administrator', of_customer, of_course, array(select ca.account_id from course_administrator ca
      where ca.customer_id = of_customer and ca.course_id = of_course and ca.account_id <> writer), at);
    if cardinality(others) > 0 then
      others := array(select other from unnest(others) as other
        where 'correspondence' = any(app.fields_shown(other, of_customer, of_course, 'staff')));
    end if;
  end if;
  if cardinality(others) > 0 and not put.is_reminded then
    perform app.ring(case when by_student then 'message-to-administrator' else 'message-to-student' end, of_customer, of_course, others,
      at, bell_until, remind_at);
  end if;
  perform app.announce(concat('correspondence ', of_thread));
  perform app.announce(concat('inbox ', of_course));
end $function$;

CREATE OR REPLACE FUNCTION app.senders_of(enquiries uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
AS $function$
declare
  addresses text[];
  reason    text := coalesce(current_setting('app.across_customers', true), '');
begin
  select array_agg(distinct email) into addresses from enquiry where id = any(enquiries);
  perform set_config('app.across_customers', 'sign-in', true);
  return query select id from account where email = any(addresses);
  perform set_config('app.across_customers', reason, true);
end $function$;

CREATE OR REPLACE FUNCTION app.serves(enquiry_kind text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM operator_staff s WHERE ((s.account_id = app.account_id()) AND (s.role = CASE serves.enquiry_kind WHEN 'dpo'::text THEN 'dpo'::text ELSE 'support'::text END))));

CREATE OR REPLACE FUNCTION app.setting(name text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting(('app.'::text || name), true), ''::text);

CREATE OR REPLACE FUNCTION app.staff_of()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.staff_of'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION app.start_erasures(people uuid[], by_way text, at timestamp with time zone, due timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  delete from session s where s.account_id = any(people);
  insert into erasure (account_id, way, requested_at, due_at)
    select person, by_way, at, due from unnest(people) as person on conflict do nothing;
  return query select e.id from erasure e where e.account_id = any(people);
end $function$;

CREATE OR REPLACE FUNCTION app.step_data_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  was   text;
  steps integer;
begin
  select state into was from data_request where id = new.request_id for update;
  select count(*) into steps from data_request_event where request_id = new.request_id;
  if not ((steps = 0 and was = 'received' and new.state = 'received') or (was, new.state) in (
    ('received', 'identity'), ('identity', 'in_progress'), ('identity', 'refused'), ('in_progress', 'extended'),
    ('in_progress', 'answered'), ('in_progress', 'refused'), ('extended', 'answered'), ('extended', 'refused'))) then
    raise exception 'a request cannot go from % to %', was, new.state using errcode = 'check_violation';
  end if;
  new.number = steps + 1;
  update data_request set state = new.state where id = new.request_id;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.student_shown(of_customer uuid, of_enrolment uuid, shown text[])
 RETURNS TABLE(student_id uuid, student_given_name text, student_family_name text, has_student boolean)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  select e.account_id into student_id from enrolment e where e.customer_id = of_customer and e.id = of_enrolment;
  if not found then return; end if;
  select case when 'given_name' = any(shown) then s.given_name end, case when 'family_name' = any(shown) then s.family_name end,
      s.kind <> 'pseudonym'
    into student_given_name, student_family_name, has_student
    from app.seen_people(of_customer) s where s.id = student_shown.student_id;
  has_student := coalesce(has_student, false);
  return next;
end $function$;

CREATE OR REPLACE FUNCTION app.take_from_queue(people uuid[], addresses text[])
 RETURNS TABLE(mails uuid[], exports text[])
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  mails := array(select m.id from mail m where m.account_id = any(people)
    union select m.id from mail m where m.address = any(addresses));
  perform graphile_worker.remove_job('mail ' || gone) from unnest(mails) gone;
  exports := array(select x.customer_id || '/' || x.id from customer_export x where x.customer_id in (
    select m.customer_id from membership m where m.account_id = any(people)
    union select e.customer_id from enrolment e where e.account_id = any(people)
    union select s.customer_id from message s where s.author_id = any(people)));
  return next;
end $function$;

CREATE OR REPLACE FUNCTION app.take_seat()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  held   agreement;
  reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  if new.ends_at <= app.now() then return new; end if;
  if tg_op = 'UPDATE' and (old.ends_at is null or old.ends_at > app.now()) then return new; end if;
  perform set_config('app.across_customers', 'seats', true);
  held := app.hold_agreement(new.customer_id);
  if held.id is not null and app.covers(new.customer_id, held.id, new.course_id)
      and app.seats_used(new.customer_id, held.id) >= held.seats
      and not exists (select from enrolment e where e.customer_id = new.customer_id and e.account_id = new.account_id
        and (e.ends_at is null or e.ends_at > app.now()) and app.covers(new.customer_id, held.id, e.course_id)) then
    raise exception 'No seat of the agreement is free.' using errcode = 'KU001';
  end if;
  perform set_config('app.across_customers', reason, true);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.teaches_in_group(viewer uuid, of_customer uuid, of_course uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from group_teacher t
    join student_group g on g.customer_id = t.customer_id and g.id = t.group_id and g.ended_at is null
    join student_group_course c on c.customer_id = t.customer_id and c.group_id = t.group_id
    where t.customer_id = of_customer and t.account_id = viewer and c.course_id = of_course
      and (t.ends_at is null or t.ends_at > app.now()))
$function$;

CREATE OR REPLACE FUNCTION app.tell_of_certificate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    perform app.queue_webhooks(new.customer_id, 'certificate.issued', new.enrolment_id, new.id);
  elsif old.revoked_at is null and new.revoked_at is not null then
    perform app.queue_webhooks(new.customer_id, 'certificate.revoked', new.enrolment_id, new.id);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.tell_of_enrolment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' or old.ends_at <= app.now() and (new.ends_at is null or new.ends_at > app.now()) then
    perform app.queue_webhooks(new.customer_id, 'enrolment.created', new.id, null);
  elsif new.ends_at <= app.now() and (old.ends_at is null or old.ends_at > app.now()) then
    perform app.queue_webhooks(new.customer_id, 'enrolment.ended', new.id, null);
  end if;
  if tg_op = 'UPDATE' and old.completed_at is null and new.completed_at is not null then
    perform app.queue_webhooks(new.customer_id, 'enrolment.completed', new.id, null);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.tell_of_waiting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform app.queue_webhooks(new.customer_id, 'message.waiting', new.enrolment_id, null);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.terms_for(person uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN app.terms_since((SELECT a.created_at FROM account a WHERE (a.id = terms_for.person)));

CREATE OR REPLACE FUNCTION app.terms_in_force(person uuid)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
  was     text := coalesce(current_setting('app.purpose', true), '');
  version integer;
begin
  perform set_config('app.purpose', 'identify-user', true);
  version := app.terms_for(person);
  perform set_config('app.purpose', was, true);
  return version;
end $function$;

CREATE OR REPLACE FUNCTION app.terms_since(came timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return (select max(d.version) from document_version d where d.kind = 'terms' and d.in_force_at <= app.now()
    and (d.applies_to = 'everyone' or d.in_force_at <= came));
end $function$;

CREATE OR REPLACE FUNCTION app.thread_asked(of_customer uuid, of_thread uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select concat_ws(' ', of_customer, of_thread, app.account_id(), app.customer_id(), app.staff_of(), app.purpose_in_force())
$function$;

CREATE OR REPLACE FUNCTION app.thread_news(by_student boolean, of_customer uuid, reader uuid, of_thread uuid, first integer, after integer, changed_after integer, at_most integer)
 RETURNS json
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  thread  correspondence;
  shown   text[];
  student json;
  said    json;
  changed json;
  names_student boolean := false;
begin
  select * into thread from correspondence c where c.customer_id = of_customer and c.id = of_thread;
  if not found then return null; end if;
  if by_student then
    if not exists (select from enrolment e where e.customer_id = of_customer and e.id = thread.enrolment_id and e.account_id = reader)
    then return null; end if;
  else
    shown := app.fields_shown(reader, of_customer, thread.course_id, 'staff');
    if not 'correspondence' = any(shown) then return null; end if;
  end if;
  perform set_config('app.thread_reached', app.thread_asked(of_customer, of_thread), true);
  if thread.last_sequence > after then
    select json_agg(m), bool_or(m.from_student) into said, names_student
      from app.message_rows(of_customer, of_thread, first, after + at_most) m;
  end if;
  if thread.last_change > changed_after then
    changed := (select json_agg(m) from app.messages_changed(of_customer, of_thread, changed_after, at_most) m);
  end if;
  if not by_student and (names_student or changed is not null) then
    student := (select json_build_object('student_id', t.student_id, 'student_given_name', t.student_given_name,
        'student_family_name', t.student_family_name, 'has_student', t.has_student)
      from app.student_shown(of_customer, thread.enrolment_id, shown) t);
  end if;
  return json_build_object('thread', json_build_object('last_sequence', thread.last_sequence, 'last_change', thread.last_change,
      'read_by_student', thread.read_by_student, 'read_by_administrator', thread.read_by_administrator,
      'delivered_to_student', thread.delivered_to_student, 'delivered_to_administrator', thread.delivered_to_administrator),
    'student', student, 'messages', coalesce(said, '[]'), 'changes', coalesce(changed, '[]'));
end $function$;

CREATE OR REPLACE FUNCTION app.thread_to_answer(of_customer uuid, reader uuid, of_thread uuid)
 RETURNS TABLE(customer_id uuid, id uuid, course_id uuid, last_sequence integer, read_by_student integer, read_by_administrator integer, last_change integer, delivered_to_student integer, delivered_to_administrator integer, last_from_student boolean, done_at timestamp with time zone, course_title text, course_slug text, student_id uuid, student_given_name text, student_family_name text, has_student boolean)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  place uuid;
  shown text[];
begin
  select c.customer_id, c.id, c.course_id, c.last_sequence, c.read_by_student, c.read_by_administrator, c.last_change,
      c.delivered_to_student, c.delivered_to_administrator, c.last_from_student, c.done_at, c.enrolment_id
    into customer_id, id, course_id, last_sequence, read_by_student, read_by_administrator, last_change, delivered_to_student,
      delivered_to_administrator, last_from_student, done_at, place
    from correspondence c where c.customer_id = of_customer and c.id = of_thread;
  if not found then return; end if;
  shown := app.fields_shown(reader, of_customer, thread_to_answer.course_id, 'staff');
  if not 'correspondence' = any(shown) then return; end if;
  select c.title, c.slug into course_title, course_slug from course c
    where c.customer_id = of_customer and c.id = thread_to_answer.course_id;
  if not found then return; end if;
  select t.student_id, t.student_given_name, t.student_family_name, t.has_student
    into student_id, student_given_name, student_family_name, has_student
    from app.student_shown(of_customer, place, shown) t;
  if found then return next; end if;
end $function$;

CREATE OR REPLACE FUNCTION app.unanswered_on(e enrolment, page_order text, page uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if page_order <> 'answered' or not app.keeps_order(e, page_order) then return 0; end if;
  return (select count(*) from question q where q.customer_id = e.customer_id and q.page_id = page
    and not exists (select from answer a
      where a.customer_id = e.customer_id and a.enrolment_id = e.id and a.question_id = q.id and a.correct));
end $function$;

CREATE OR REPLACE FUNCTION app.unread_by_student(thread correspondence)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (select count(*) from message m
    where m.customer_id = thread.customer_id and m.correspondence_id = thread.id
      and m.sequence > thread.read_by_student and not m.from_student and m.deleted_at is null);
end $function$;

CREATE OR REPLACE FUNCTION app.unread_notifications(person uuid)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
  was    text := coalesce(current_setting('app.purpose', true), '');
  unread integer;
begin
  perform set_config('app.purpose', 'inform', true);
  select count(*) into unread from (select 1 from notification n
    where n.account_id = person and n.read_at is null and n.shown limit 100) as waiting;
  perform set_config('app.purpose', was, true);
  return unread;
end $function$;

CREATE OR REPLACE FUNCTION app.uuid_v7()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
RETURN (encode(set_bit(set_bit(OVERLAY(uuid_send(gen_random_uuid()) PLACING SUBSTRING(int8send(((EXTRACT(epoch FROM clock_timestamp()) * (1000)::numeric))::bigint) FROM 3) FROM 1 FOR 6), (52)::bigint, 1), (53)::bigint, 1), 'hex'::text))::uuid;

CREATE OR REPLACE FUNCTION app.warned_before()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.kind = 'repeated' and not exists (select from terms_decision w where w.account_id = new.account_id and w.kind = 'warning'
      and w.outcome is distinct from 'lifted' and w.decided_at < new.decided_at) then
    raise exception 'nobody has been warned' using errcode = 'check_violation', constraint = 'warned_before';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.whole_customer()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL RESTRICTED
AS $function$
declare
  place    uuid := app.staff_of();
  reason   text := coalesce(current_setting('app.across_customers', true), '');
  is_whole boolean;
begin
  if place is null or place is distinct from app.customer_id() or not app.reaches_all() then return null; end if;
  perform set_config('app.across_customers', 'seats', true);
  is_whole := not exists (select from app.people_set_aside() as aside join enrolment e on e.customer_id = place and e.account_id = aside);
  perform set_config('app.across_customers', reason, true);
  return case when is_whole then place end;
end $function$;

CREATE OR REPLACE FUNCTION app.without(body text, mentions text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (mentions IS NULL) THEN body ELSE regexp_replace(body, mentions, '\1[…]'::text, 'gi'::text) END;

CREATE OR REPLACE FUNCTION app.without_mentions_of(body text, person uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return app.without(body, app.mentions_of(person));
end $function$;

CREATE OR REPLACE PROCEDURE app.write_rules(IN in_full boolean)
 LANGUAGE plpgsql
AS $procedure$
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
end $procedure$;

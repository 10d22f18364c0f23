-- Generated from data-map by db/generate.ts; the start is refused when the database differs. Do not edit.
do $$
declare old record;
begin
  for old in select polrelid::regclass as name, polname from pg_policy
      where polname = any('{purpose,unreadable_when_due,unreadable_when_restricted}') and not polpermissive loop
    execute format('drop policy %I on %s', old.polname, old.name);
  end loop;
end $$;

create policy purpose on account as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,assess-learning,backup,"certificate verification",correspond,"course mates",deliver-course,erasure,export,identify-user,invitation,"key redemption",mail,open-course,publish-certificate-name,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('account'::text) END);
create policy purpose on former_name as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,erase-completely,erasure,export,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('former_name'::text) END);
create policy purpose on account_password as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,erasure,export,identify-user,mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('account_password'::text) END);
create policy purpose on passkey as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,erasure,export,identify-user,mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('passkey'::text) END);
create policy purpose on second_factor as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,erasure,export,identify-user,mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('second_factor'::text) END);
create policy purpose on recovery_code as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,erasure,export,identify-user,mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('recovery_code'::text) END);
create policy purpose on session as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,erasure,export,identify-user,mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('session'::text) END);
create policy purpose on challenge as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,erasure,export,identify-user,"key redemption",mail,open-course,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('challenge'::text) END);
create policy purpose on membership as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,answer-data-subject,answer-enquiry,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,open-course,publish-certificate-name,restore,retention,run-service,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('membership'::text) END);
create policy purpose on course_administrator as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,answer-data-subject,answer-enquiry,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,open-course,publish-certificate-name,restore,retention,run-service,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('course_administrator'::text) END);
create policy purpose on course_teacher as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,answer-data-subject,answer-enquiry,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,open-course,publish-certificate-name,restore,retention,run-service,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('course_teacher'::text) END);
create policy purpose on visibility_change as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,backup,erasure,export,invitation,"look log",mail,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('visibility_change'::text) END);
create policy purpose on invitation_sender as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,backup,erasure,export,invitation,mail,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('invitation_sender'::text) END);
create policy purpose on invitation_address as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,backup,erasure,export,invitation,mail,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('invitation_address'::text) END);
create policy purpose on invitation_use as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,backup,erasure,export,invitation,mail,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('invitation_use'::text) END);
create policy purpose on enrolment as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,assess-learning,backup,"certificate verification",correspond,"course mates",deliver-course,erasure,export,invitation,"key redemption",mail,open-course,publish-certificate-name,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enrolment'::text) END);
create policy purpose on course_key as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,erasure,export,"key redemption",mail,open-course,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('course_key'::text) END);
create policy purpose on page_visit as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"course mates",deliver-course,erasure,export,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('page_visit'::text) END);
create policy purpose on answer as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"course mates",deliver-course,erasure,export,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('answer'::text) END);
create policy purpose on attempt as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"course mates",deliver-course,erasure,export,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('attempt'::text) END);
create policy purpose on attempt_answer as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,erasure,export,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('attempt_answer'::text) END);
create policy purpose on certificate as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"certificate verification","course mates",deliver-course,erasure,export,publish-certificate-name,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('certificate'::text) END);
create policy purpose on correspondence as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"course mates",deliver-course,erasure,export,mail,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('correspondence'::text) END);
create policy purpose on message as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"course mates",deliver-course,erasure,export,mail,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('message'::text) END);
create policy purpose on operator_staff as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,answer-data-subject,answer-enquiry,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,open-course,publish-certificate-name,restore,retention,run-service,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('operator_staff'::text) END);
create policy purpose on enquiry as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{answer-data-subject,answer-enquiry,backup,erasure,export,mail,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry'::text) END);
create policy purpose on enquiry_message as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{answer-data-subject,answer-enquiry,backup,erasure,export,mail,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry_message'::text) END);
create policy purpose on enquiry_look as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,answer-enquiry,backup,erasure,export,"look log",mail,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry_look'::text) END);
create policy purpose on ledger as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,answer-data-subject,answer-enquiry,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,open-course,publish-certificate-name,restore,retention,run-service,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('ledger'::text) END);
create policy purpose on access_log as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,backup,erasure,export,"look log",restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('access_log'::text) END);
create policy purpose on access_log_subject as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,backup,erasure,export,"look log",restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('access_log_subject'::text) END);
create policy purpose on restriction as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,answer-data-subject,answer-enquiry,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,open-course,publish-certificate-name,restore,retention,run-service,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('restriction'::text) END);
create policy purpose on legal_hold as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,backup,erasure,export,"look log",restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('legal_hold'::text) END);
create policy purpose on mail as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,erasure,export,inform,mail,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('mail'::text) END);
create policy unreadable_when_due on account as restrictive for select
  using (((erase_due_at IS NULL) OR (erase_due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,erasure,export,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on session as restrictive for select
  using (((expires_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,erasure,export,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on challenge as restrictive for select
  using (((expires_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,erasure,export,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on invitation_address as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,erasure,export,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on enquiry as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,erasure,export,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on access_log as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,erasure,export,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on mail as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,erasure,export,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_restricted on account as restrictive for select
  using (((id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(id)));
create policy unreadable_when_restricted on former_name as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(account_id)));
create policy unreadable_when_restricted on account_password as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(account_id)));
create policy unreadable_when_restricted on passkey as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(account_id)));
create policy unreadable_when_restricted on second_factor as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(account_id)));
create policy unreadable_when_restricted on recovery_code as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(account_id)));
create policy unreadable_when_restricted on session as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(account_id)));
create policy unreadable_when_restricted on challenge as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(account_id)));
create policy unreadable_when_restricted on invitation_sender as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(account_id)));
create policy unreadable_when_restricted on invitation_use as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(account_id)));
create policy unreadable_when_restricted on enrolment as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(account_id)));
create policy unreadable_when_restricted on access_log_subject as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(account_id)));
create policy unreadable_when_restricted on legal_hold as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(account_id)));
create policy unreadable_when_restricted on mail as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,erase-completely,erasure,export,identify-user,inform,invitation,"key redemption","look log",mail,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) OR app.may_be_read(account_id)));

-- Generated from data-map by db/generate.ts; the start is refused when the database differs. Do not edit.
do $$
declare old record;
begin
  for old in select polrelid::regclass as name, polname from pg_policy
      where polname = any('{purpose,unreadable_when_due,unreadable_when_restricted,unreadable_when_set_aside}') and not polpermissive loop
    execute format('drop policy %I on %s', old.polname, old.name);
  end loop;
end $$;

create policy purpose on account as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,assess-learning,backup,"certificate verification",correspond,"course mates","customer export",deliver-course,erasure,export,identify-user,invitation,"key redemption",mail,open-course,proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('account'::text) END);
create policy purpose on former_name as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erase-completely,erasure,export,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('former_name'::text) END);
create policy purpose on account_password as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{api,backup,"customer export",erasure,export,identify-user,mail,proof,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('account_password'::text) END);
create policy purpose on passkey as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{api,backup,"customer export",erasure,export,identify-user,mail,proof,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('passkey'::text) END);
create policy purpose on second_factor as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{api,backup,"customer export",erasure,export,identify-user,mail,proof,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('second_factor'::text) END);
create policy purpose on recovery_code as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{api,backup,"customer export",erasure,export,identify-user,mail,proof,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('recovery_code'::text) END);
create policy purpose on session as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{api,backup,"customer export",erasure,export,identify-user,mail,proof,restore,retention,scan,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('session'::text) END);
create policy purpose on challenge as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{api,backup,"customer export",erasure,export,identify-user,"key redemption",mail,open-course,proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('challenge'::text) END);
create policy purpose on membership as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('membership'::text) END);
create policy purpose on course_administrator as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('course_administrator'::text) END);
create policy purpose on course_teacher as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('course_teacher'::text) END);
create policy purpose on visibility_change as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,"look log",mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('visibility_change'::text) END);
create policy purpose on student_group_member as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('student_group_member'::text) END);
create policy purpose on invitation_sender as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('invitation_sender'::text) END);
create policy purpose on invitation_address as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('invitation_address'::text) END);
create policy purpose on invitation_use as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('invitation_use'::text) END);
create policy purpose on protected_identity as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('protected_identity'::text) END);
create policy purpose on group_teacher as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('group_teacher'::text) END);
create policy purpose on enrolment as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,assess-learning,backup,"certificate verification",correspond,"course mates","customer export",deliver-course,erasure,export,inform,invitation,"key redemption",mail,open-course,proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enrolment'::text) END);
create policy purpose on page_visit as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('page_visit'::text) END);
create policy purpose on answer as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('answer'::text) END);
create policy purpose on reflection as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('reflection'::text) END);
create policy purpose on attempt as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('attempt'::text) END);
create policy purpose on attempt_answer as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('attempt_answer'::text) END);
create policy purpose on note as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('note'::text) END);
create policy purpose on bookmark as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('bookmark'::text) END);
create policy purpose on own_deadline as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('own_deadline'::text) END);
create policy purpose on deadline_reminder as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"course mates","customer export",deliver-course,erasure,export,inform,mail,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('deadline_reminder'::text) END);
create policy purpose on course_key as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,"key redemption",mail,open-course,proof,purchase,rectification,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('course_key'::text) END);
create policy purpose on certificate as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"certificate verification","course mates","customer export",deliver-course,erasure,export,inform,mail,proof,publish-certificate-name,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('certificate'::text) END);
create policy purpose on correspondence as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"course mates","customer export",deliver-course,erasure,export,mail,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('correspondence'::text) END);
create policy purpose on message as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"course mates","customer export",deliver-course,erasure,export,mail,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('message'::text) END);
create policy purpose on attachment as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"customer export",erasure,export,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('attachment'::text) END);
create policy purpose on message_draft as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"customer export",erasure,export,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('message_draft'::text) END);
create policy purpose on thread_assignment as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"customer export",erasure,export,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('thread_assignment'::text) END);
create policy purpose on saved_reply as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"customer export",erasure,export,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('saved_reply'::text) END);
create policy purpose on reply_address as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,correspond,"customer export",erasure,export,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('reply_address'::text) END);
create policy purpose on operator_staff as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('operator_staff'::text) END);
create policy purpose on enquiry as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-data-subject,answer-enquiry,backup,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry'::text) END);
create policy purpose on enquiry_message as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-data-subject,answer-enquiry,backup,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry_message'::text) END);
create policy purpose on enquiry_look as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,agreement,answer-enquiry,backup,"customer export",erasure,export,"look log",mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry_look'::text) END);
create policy purpose on enquiry_assignment as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-enquiry,backup,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,run-service,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry_assignment'::text) END);
create policy purpose on enquiry_merge as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-enquiry,backup,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry_merge'::text) END);
create policy purpose on offer as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-enquiry,backup,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('offer'::text) END);
create policy purpose on inbound_mail as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-enquiry,backup,correspond,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('inbound_mail'::text) END);
create policy purpose on enquiry_file as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-data-subject,answer-enquiry,backup,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('enquiry_file'::text) END);
create policy purpose on inbound_file as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-enquiry,backup,correspond,"customer export",erasure,export,mail,proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('inbound_file'::text) END);
create policy purpose on bounced_address as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{agreement,answer-enquiry,backup,"customer export",erasure,export,inform,mail,newsletter,newsletter,"own newsletters",proof,rectification,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('bounced_address'::text) END);
create policy purpose on api_token as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('api_token'::text) END);
create policy purpose on webhook as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,security,seed,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('webhook'::text) END);
create policy purpose on webhook_delivery as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('webhook_delivery'::text) END);
create policy purpose on extra_time as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"course mates","customer export",deliver-course,erasure,export,proof,restore,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('extra_time'::text) END);
create policy purpose on handed_file as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('handed_file'::text) END);
create policy purpose on marking as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('marking'::text) END);
create policy purpose on review_request as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{assess-learning,backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('review_request'::text) END);
create policy purpose on newsletter_subscriber as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,mail,newsletter,newsletter,"own newsletters",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('newsletter_subscriber'::text) END);
create policy purpose on newsletter_subscription as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,mail,newsletter,newsletter,"own newsletters",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('newsletter_subscription'::text) END);
create policy purpose on newsletter_choice as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,mail,newsletter,newsletter,"own newsletters",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('newsletter_choice'::text) END);
create policy purpose on newsletter_delivery as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,mail,newsletter,newsletter,"own newsletters",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('newsletter_delivery'::text) END);
create policy purpose on notification as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,inform,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('notification'::text) END);
create policy purpose on notification_choice as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,inform,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('notification_choice'::text) END);
create policy purpose on notification_rhythm as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,inform,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('notification_rhythm'::text) END);
create policy purpose on data_terms_acceptance as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-enquiry,api,backup,"customer export",erasure,export,invitation,"look log",mail,proof,rectification,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('data_terms_acceptance'::text) END);
create policy purpose on customer_export as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('customer_export'::text) END);
create policy purpose on ledger as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('ledger'::text) END);
create policy purpose on access_log as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,backup,"customer export",erasure,export,"look log",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('access_log'::text) END);
create policy purpose on access_log_subject as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,backup,"customer export",erasure,export,"look log",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('access_log_subject'::text) END);
create policy purpose on address_look as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,"key redemption","look log",mail,open-course,proof,purchase,rectification,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('address_look'::text) END);
create policy purpose on mail as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,inform,mail,proof,restore,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('mail'::text) END);
create policy purpose on restriction as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('restriction'::text) END);
create policy purpose on legal_hold as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,backup,"customer export",erasure,export,"look log",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('legal_hold'::text) END);
create policy purpose on data_request as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{answer-data-subject,backup,"customer export",erasure,export,mail,proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('data_request'::text) END);
create policy purpose on data_request_event as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{answer-data-subject,backup,"customer export",erasure,export,mail,proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('data_request_event'::text) END);
create policy purpose on data_request_look as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erasure,export,"look log",mail,proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('data_request_look'::text) END);
create policy purpose on customer_request as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{answer-data-subject,backup,"customer export",erasure,export,mail,proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('customer_request'::text) END);
create policy purpose on customer_request_look as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erasure,export,"look log",mail,proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('customer_request_look'::text) END);
create policy purpose on customer_contact as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,"look log",mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('customer_contact'::text) END);
create policy purpose on contact_look as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,api,backup,"customer export",erasure,export,invitation,"look log",mail,proof,restore,restriction,retention,scan,seats,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('contact_look'::text) END);
create policy purpose on own_export as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,backup,"customer export",erasure,export,"look log",proof,restore,restriction,retention,scan,seed,set-up}'::text[])) THEN true ELSE app.refuse_purpose('own_export'::text) END);
create policy purpose on terms_decision as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,administer-customer,agreement,answer-data-subject,answer-enquiry,api,assess-learning,backup,catalogue,"certificate verification",correspond,"course mates","customer export",deliver-course,erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,newsletter,newsletter,open-course,"own newsletters",proof,publish-certificate-name,purchase,rectification,restore,restriction,retention,run-service,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) THEN true ELSE app.refuse_purpose('terms_decision'::text) END);
create policy purpose on checkout as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,mail,proof,purchase,rectification,restore,retention,scan,seed,sell,set-up}'::text[])) THEN true ELSE app.refuse_purpose('checkout'::text) END);
create policy purpose on purchase as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,keep-books,mail,proof,purchase,rectification,restore,retention,scan,seed,sell,set-up}'::text[])) THEN true ELSE app.refuse_purpose('purchase'::text) END);
create policy purpose on purchase_look as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{accountability,backup,"customer export",erasure,export,"look log",mail,proof,purchase,rectification,restore,restriction,retention,scan,seed,sell,set-up}'::text[])) THEN true ELSE app.refuse_purpose('purchase_look'::text) END);
create policy purpose on voucher as restrictive for select
  using (CASE WHEN (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,keep-books,mail,proof,purchase,rectification,restore,retention,scan,seed,sell,set-up}'::text[])) THEN true ELSE app.refuse_purpose('voucher'::text) END);
create policy unreadable_when_due on account as restrictive for select
  using (((erase_due_at IS NULL) OR (erase_due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on session as restrictive for select
  using (((expires_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on challenge as restrictive for select
  using (((expires_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on invitation_address as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on message_draft as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on reply_address as restrictive for select
  using (((expires_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on enquiry as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on inbound_mail as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on bounced_address as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on webhook_delivery as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on newsletter_subscriber as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on notification as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on customer_export as restrictive for select
  using (((expires_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on access_log as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on mail as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on data_request as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on customer_request as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on customer_contact as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on own_export as restrictive for select
  using (((expires_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on checkout as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on purchase as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_due on voucher as restrictive for select
  using (((due_at > app.now()) OR (app.purpose_in_force() = ANY ('{backup,"customer export",erasure,export,proof,restore,retention,scan,seed,set-up}'::text[]))));
create policy unreadable_when_restricted on account as restrictive for select
  using (((id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on former_name as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on account_password as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on passkey as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on second_factor as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on recovery_code as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on session as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on challenge as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on student_group_member as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on invitation_sender as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on invitation_use as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on enrolment as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on message_draft as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on thread_assignment as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on reply_address as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on notification as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on notification_choice as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on notification_rhythm as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on data_terms_acceptance as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on access_log_subject as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on address_look as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on mail as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on legal_hold as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_restricted on own_export as restrictive for select
  using (((account_id = app.account_id()) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[])) OR ((account_id IN ( SELECT app.people_set_aside() AS people_set_aside)) IS NOT TRUE)));
create policy unreadable_when_set_aside on invitation_address as restrictive for select
  using (((restriction_id IS NULL) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[]))));
create policy unreadable_when_set_aside on course_key as restrictive for select
  using (((restriction_id IS NULL) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[]))));
create policy unreadable_when_set_aside on enquiry as restrictive for select
  using (((restriction_id IS NULL) OR (id = app.enquiry_id()) OR (id IN ( SELECT m.enquiry_id FROM enquiry_merge m WHERE (m.into_id = app.enquiry_id()))) OR (email = ( SELECT app.own_email() AS own_email)) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[]))));
create policy unreadable_when_set_aside on inbound_mail as restrictive for select
  using (((restriction_id IS NULL) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[]))));
create policy unreadable_when_set_aside on bounced_address as restrictive for select
  using (((restriction_id IS NULL) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[]))));
create policy unreadable_when_set_aside on newsletter_subscriber as restrictive for select
  using (((restriction_id IS NULL) OR (app.purpose_in_force() = ANY ('{accountability,answer-data-subject,backup,"customer export",erase-completely,erasure,export,identify-user,inform,invitation,keep-books,"key redemption","look log",mail,"own newsletters",proof,purchase,rectification,restore,restriction,retention,scan,seats,security,seed,sell,set-up,sign-in}'::text[]))));

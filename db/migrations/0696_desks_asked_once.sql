-- Who sits at a desk was looked up for each row of it. It is asked once a query, as whose processing stands still is (0641).
alter policy scope on data_request
  using (app.across_customers() or id = app.enquiry_id() or link_id = app.enquiry_id() or (select app.serves('dpo')));
alter policy scope on customer_request
  using (app.across_customers() or id = app.enquiry_id() or link_id = app.enquiry_id() or (select app.serves('dpo'))
    or (customer_id = app.staff_of() and (select app.has_role(app.account_id(), app.staff_of(), 'customer_admin'))));
alter policy scope on newsletter_issue using (app.across_customers() or (select app.serves('question')));
alter policy scope on enquiry
  using (app.across_customers() or id = app.enquiry_id()
    or (kind = 'dpo' and (select app.serves('dpo'))) or (kind <> 'dpo' and (select app.serves('question')))
    or id in (select m.enquiry_id from enquiry_merge m where m.into_id = app.enquiry_id())
    or email = (select app.own_email()));

-- The list of requests read and sorted all of them: PostgreSQL turns "is over = false" into another condition than the index had.
drop index data_request_list;
create index data_request_to_answer on data_request (answer_by, id) where state not in ('answered', 'refused');
create index data_request_over on data_request (answer_by, id) where state in ('answered', 'refused');

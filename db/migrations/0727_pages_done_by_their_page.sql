-- Statistics count who has done each page: from here, and no longer from every visit to any course of the customer, once a page. A visit
-- comes here when its page is done, and not at each opening. The rule of the row asks for its enrolment.
create index page_visit_done on page_visit (customer_id, page_id) include (enrolment_id) where completed_at is not null;

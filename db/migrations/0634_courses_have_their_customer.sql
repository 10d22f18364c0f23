-- A course is of one customer. To the planner the two columns were independent, so that it expected one enrolment in a course of
-- thousands and read them all again for each row of what it joined them with.
create statistics enrolment_of_course (dependencies, ndistinct) on customer_id, course_id, version_id from enrolment;
create statistics correspondence_of_course (dependencies, ndistinct) on customer_id, course_id from correspondence;
analyze enrolment, correspondence;

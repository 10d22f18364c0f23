-- The hourly proof that no message is lost counts anew the threads that have changed since all were counted, and some of the others.
create index correspondence_changed on correspondence (last_sent_at);

-- The functions of a live conversation read names where all names are read (0540). What else they are, and the plans they keep, stays.
do $$
begin
  execute replace(pg_get_functiondef('app.thread_to_answer(uuid, uuid, uuid)'::regprocedure),
    'left join account s on', 'left join app.seen_people(of_customer) s on');
  execute replace(pg_get_functiondef('app.messages_between(uuid, uuid, integer, integer)'::regprocedure),
    'left join account a on', 'left join app.seen_people(of_customer) a on');
end $$;

-- A text without someone's name and address: whole words, whatever the case. Names of one letter
-- stay, as they would tear holes in every sentence.
create function app.without_mentions(body text, given_name text, family_name text, email text) returns text
  language plpgsql immutable parallel safe as $$
declare mention text;
begin
  foreach mention in array array[email, given_name || ' ' || family_name, given_name, family_name] loop
    if length(trim(mention)) > 1 then
      body := regexp_replace(body,
        '(^|[^[:alnum:]])' || regexp_replace(trim(mention), '([.*+?^${}()|\[\]\\])', '\\\1', 'g') || '(?![[:alnum:]])',
        '\1[…]', 'gi');
    end if;
  end loop;
  return body;
end $$;

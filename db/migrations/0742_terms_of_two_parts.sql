-- The terms are the operator's own words and, after them, the frame that is made from the map and the settings. Both together are the text
-- that is accepted; the words of its own are what the operator goes on writing in. Empty: all of the text is its own.
alter table document_version add column own_sv text, add column own_en text;

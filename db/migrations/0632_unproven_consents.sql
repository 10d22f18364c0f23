-- Anyone who opens the page of proofs asks for consents without their words. There are none: the index is empty, and so is the asking.
create index ledger_unproven on ledger (account_id) where event = 'consent' and (text_hash = '' or form_fingerprint = '');

-- What was done to one record is looked up on its page and after two have saved it.

CREATE INDEX audit_entry_record ON audit_entry (municipality_id, record, id);

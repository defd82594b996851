-- A save checks what was changed, not the whole record: which fields were checked after the record was, as residents read it.
CREATE TABLE directory_checked (
    municipality_id TEXT NOT NULL,
    record_kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    field TEXT NOT NULL,                -- "phone"; "hours" and "position" for all of theirs
    checked_on TEXT NOT NULL,
    PRIMARY KEY (municipality_id, record_kind, record_id, field)
) STRICT;

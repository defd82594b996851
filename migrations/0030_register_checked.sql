-- What was looked at after a whole record was belongs to every register that says when it was verified.
CREATE TABLE register_checked (
    municipality_id TEXT NOT NULL,
    register_key TEXT NOT NULL,
    record_id TEXT NOT NULL,
    field TEXT NOT NULL,                -- the field's name
    checked_on TEXT NOT NULL,
    PRIMARY KEY (municipality_id, register_key, record_id, field)
) STRICT;

INSERT INTO register_checked (municipality_id, register_key, record_id, field, checked_on)
SELECT municipality_id, record_kind, record_id,
    CASE field WHEN 'organization_id' THEN 'operator' WHEN 'hours' THEN 'hours_rule' WHEN 'position' THEN 'map_position'
        ELSE field END,
    checked_on
FROM directory_checked;

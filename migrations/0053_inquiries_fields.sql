-- Questions of the log form that a municipality does not ask; all others are asked.
CREATE TABLE inquiries_field_off (
    municipality_id TEXT NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (municipality_id, field)
) STRICT, WITHOUT ROWID;

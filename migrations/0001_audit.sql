-- Who did what and when. Names of fields, never their values; the actor is an account's id, never a name or an address.

CREATE TABLE audit_entry (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    record TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX audit_entry_at ON audit_entry (at);

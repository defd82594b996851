-- A municipality's own terms. Each maps to a shared code so that municipalities can be compared; none is ever removed.
CREATE TABLE taxonomy_term (
    municipality_id TEXT NOT NULL,
    list            TEXT NOT NULL,                 -- topic, channel, barrier …
    key             TEXT NOT NULL,
    label           TEXT NOT NULL,
    maps_to         TEXT NOT NULL,                 -- key of the shared term
    words           TEXT NOT NULL DEFAULT '',      -- what people say for it, one a line
    retired         INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    PRIMARY KEY (municipality_id, list, key)
) STRICT;

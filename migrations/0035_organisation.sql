-- A municipality's units, each below another or at the top, and its functions with whoever holds them. A place, a contact,
-- an e-service, a service and an account may belong to a unit; an account may be limited to what belongs to its own.

CREATE TABLE organisation_unit (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    name TEXT NOT NULL,
    name_order TEXT NOT NULL,
    parent TEXT NOT NULL,                          -- '' at the top
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE TABLE organisation_function (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    unit TEXT NOT NULL,
    holder TEXT NOT NULL,                          -- an account, '' nobody yet
    stand_in TEXT NOT NULL,
    contact TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX organisation_function_list ON organisation_function (municipality_id, ended_at, title_order, id);

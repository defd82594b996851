-- Tables of others that ask for what is logged here, and what stands in their columns.
CREATE TABLE collections_collection (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    collected_by TEXT NOT NULL,
    address TEXT NOT NULL,
    unit TEXT NOT NULL,
    about TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX collections_collection_list ON collections_collection (municipality_id, ended_at, title_order, id);

CREATE TABLE collections_column (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    heading TEXT NOT NULL,
    heading_order TEXT NOT NULL,
    collection TEXT NOT NULL,
    place INTEGER,
    what TEXT NOT NULL,                            -- '' the log does not hold it; fixed, number, month …, a field of the log
    words TEXT NOT NULL,                           -- "ours = theirs", one a line
    otherwise TEXT NOT NULL,
    several TEXT NOT NULL,                         -- all, first
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX collections_column_list ON collections_column (municipality_id, ended_at, collection, heading_order, id);

-- Figures that are asked for again: the question as it stands in the address.
CREATE TABLE statistics_saved (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    unit TEXT NOT NULL,                            -- '' for all
    about TEXT NOT NULL,
    query TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX statistics_saved_list ON statistics_saved (municipality_id, ended_at, title_order, id);

-- What a municipality says of documents in place of the usual: which phase asks for one, or that none does.
CREATE TABLE plan_required (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,                        -- why
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,                         -- of document
    phase TEXT NOT NULL,                        -- 1 to 4, none
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX plan_required_list ON plan_required (municipality_id, title_order, id);

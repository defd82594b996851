-- A municipality's own topics as a register has them: a version for each, places in the order without gaps, words each
-- between two line breaks. There was no other list than the one of topics.

CREATE TABLE taxonomy_own_topic (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,                              -- own_…: stands for ever
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    maps_to TEXT NOT NULL,                         -- key of the shared topic
    words TEXT NOT NULL,                           -- what people say for it, one a line
    hidden INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

INSERT INTO taxonomy_own_topic (municipality_id, id, version, created_at, changed_at, position, label, maps_to, words, hidden)
SELECT municipality_id, key, 1, created_at, created_at,
       ROW_NUMBER() OVER (PARTITION BY municipality_id ORDER BY position, key) - 1,
       label, maps_to, CASE WHEN words = '' THEN '' ELSE '
' || words || '
' END, retired
FROM taxonomy_term WHERE list = 'topic';

DROP TABLE taxonomy_term;

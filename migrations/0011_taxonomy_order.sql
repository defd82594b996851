-- The order in which a municipality wants its own terms, and a number that every change raises, so that every server
-- sees what another wrote.
ALTER TABLE taxonomy_term ADD COLUMN position INTEGER NOT NULL DEFAULT 0;

CREATE TABLE taxonomy_version (
    id INTEGER NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;

INSERT INTO taxonomy_version (id, version) VALUES (1, 1);

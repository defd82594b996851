-- How often what belongs to a name and an owner has changed (platform/kept). Raised in the transaction that changes it.
CREATE TABLE kept_version (
    name TEXT NOT NULL,
    owner TEXT NOT NULL,             -- a municipality's id, '' for what belongs to all
    version INTEGER NOT NULL,
    PRIMARY KEY (name, owner)
) STRICT;

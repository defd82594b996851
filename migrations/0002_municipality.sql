-- What is set here. Facts about the municipalities themselves are in the program (data/municipalities.csv).

CREATE TABLE municipality_active (
    municipality_id TEXT NOT NULL PRIMARY KEY,
    languages TEXT NOT NULL,
    zone TEXT NOT NULL,
    phone TEXT NOT NULL,
    phone_is_example INTEGER NOT NULL,
    phone_hours TEXT NOT NULL,
    primary_colour TEXT NOT NULL,
    response_limit INTEGER,
    response_unit TEXT NOT NULL,
    fallback_place TEXT NOT NULL,
    activated_at TEXT NOT NULL
) STRICT;

-- Networks are sets of municipalities; they may overlap and cross borders.
CREATE TABLE municipality_network (
    key TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE municipality_network_member (
    network_key TEXT NOT NULL REFERENCES municipality_network (key),
    municipality_id TEXT NOT NULL,
    PRIMARY KEY (network_key, municipality_id)
) STRICT;

-- One row, bumped by each change, so that every server sees what another wrote.
CREATE TABLE municipality_version (
    id INTEGER NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;

INSERT INTO municipality_version (id, version) VALUES (1, 1);

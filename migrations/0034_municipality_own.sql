-- Whom the operator serves like a municipality: a region, a programme. Its key stands in addresses and, as municipality_id,
-- with all that is its own.

CREATE TABLE municipality_own (
    id TEXT NOT NULL PRIMARY KEY,
    country TEXT NOT NULL,
    name TEXT NOT NULL,
    county_name TEXT NOT NULL,                     -- "" where it is in none, or in several
    population INTEGER,
    population_year INTEGER,
    latitude REAL,
    longitude REAL,
    added_at TEXT NOT NULL
) STRICT;

-- Fixed tables of closed months, released once, with what is hidden in them. scope '' is all real municipalities together, else
-- the id of a made-up one. A revision is the whole year anew; the highest one holds, the earlier ones stay.
CREATE TABLE releases_release (
    scope TEXT NOT NULL,
    year INTEGER NOT NULL,
    revision INTEGER NOT NULL,                  -- 1 the first
    month INTEGER NOT NULL,                     -- up to which the year is released by it
    made_at TEXT NOT NULL,
    reason TEXT NOT NULL,                       -- of a revision
    code_lists TEXT NOT NULL,                   -- version of the code lists
    published INTEGER NOT NULL,                 -- cells of this release, without zeros
    hidden INTEGER NOT NULL,
    withheld INTEGER NOT NULL,
    PRIMARY KEY (scope, year, revision, month)
) STRICT, WITHOUT ROWID;

-- Who is in a month of it. is_reported 0: not active then, which is not zero.
CREATE TABLE releases_part (
    scope TEXT NOT NULL,
    year INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    month INTEGER NOT NULL,
    municipality_id TEXT NOT NULL,
    least_shown INTEGER NOT NULL,               -- the same for a whole year
    is_reported INTEGER NOT NULL,
    PRIMARY KEY (scope, year, revision, month, municipality_id)
) STRICT, WITHOUT ROWID;

-- Sums of several municipalities: "county/SE-22.01", "network/teo.09", "all.01"; the number is the month from which on it is
-- made of these, until the next one.
CREATE TABLE releases_sum (
    scope TEXT NOT NULL,
    year INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    node TEXT NOT NULL,
    members TEXT NOT NULL,                      -- ids with spaces between them, '' ended
    least_shown INTEGER NOT NULL,
    PRIMARY KEY (scope, year, revision, node)
) STRICT, WITHOUT ROWID;

-- What is not a published zero, of a table, a node of places ("2281", "2281/kulturmagasinet") and a time ("2026-10", "2026-Q4",
-- "2026"): "bank:12 tax:h", h hidden, w withheld. The count of a hidden cell is not here.
CREATE TABLE releases_row (
    scope TEXT NOT NULL,
    year INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    node TEXT NOT NULL,
    time TEXT NOT NULL,
    table_key TEXT NOT NULL,
    cells TEXT NOT NULL,
    PRIMARY KEY (scope, year, revision, node, time, table_key)
) STRICT, WITHOUT ROWID;

-- What the months of a year that is not over were counted as when they were released, so that its quarters and the year are
-- their sums. Nobody reads it but the next release; gone with the last one of the year.
CREATE TABLE releases_counted (
    scope TEXT NOT NULL,
    year INTEGER NOT NULL,
    month INTEGER NOT NULL,
    municipality_id TEXT NOT NULL,
    place TEXT NOT NULL,
    table_key TEXT NOT NULL,
    counts TEXT NOT NULL,                       -- "bank:12 tax:3"
    PRIMARY KEY (scope, year, month, municipality_id, place, table_key)
) STRICT, WITHOUT ROWID;

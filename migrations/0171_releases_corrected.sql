-- What a revision found to be otherwise than it was counted before, more or less, of months that were released by then. What was
-- counted first stays in releases_counted, also when the year is over. Nobody reads it but the next release or revision.
CREATE TABLE releases_corrected (
    scope TEXT NOT NULL,
    year INTEGER NOT NULL,
    revision INTEGER NOT NULL,                  -- by which it was found
    month INTEGER NOT NULL,
    municipality_id TEXT NOT NULL,
    place TEXT NOT NULL,
    table_key TEXT NOT NULL,
    counts TEXT NOT NULL,                       -- "bank:-12 tax:3"
    PRIMARY KEY (scope, year, revision, month, municipality_id, place, table_key)
) STRICT, WITHOUT ROWID;

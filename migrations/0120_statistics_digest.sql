-- Who asked for a letter with the figures of the month before.
CREATE TABLE statistics_digest (
    municipality_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    day INTEGER NOT NULL,                          -- of the month, 1 to 28
    sent TEXT NOT NULL,                            -- the month that the last letter was of, '' none
    PRIMARY KEY (municipality_id, account_id)
) STRICT;

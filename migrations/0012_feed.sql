-- The last place given out in each feed (platform/feed): a transaction that takes the next one keeps the row until it
-- has ended, so places are given in the order in which transactions commit.
CREATE TABLE feed_position (
    feed TEXT NOT NULL,
    municipality_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (feed, municipality_id)
) STRICT, WITHOUT ROWID;

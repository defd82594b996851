-- What a municipality aims at in a year: a share, of everything or of one way in or topic.
CREATE TABLE statistics_target (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    position INTEGER NOT NULL,
    share TEXT NOT NULL,                           -- key of the measure that is the part
    year TEXT NOT NULL,
    direction TEXT NOT NULL,                       -- least, most
    percent INTEGER,                               -- in tenths
    channel TEXT NOT NULL,                         -- '' all
    topic TEXT NOT NULL,                           -- '' all
    PRIMARY KEY (municipality_id, id)
) STRICT;

-- What everybody was told of a goal's figures, counted once for each released month: it stays, whatever is corrected afterwards.
CREATE TABLE goals_told (
    municipality_id TEXT NOT NULL,
    question TEXT NOT NULL,                        -- what it is counted from, split up by what, from when until when
    edition INTEGER NOT NULL,                      -- of the released tables of its last month
    rows TEXT NOT NULL,                            -- JSON
    told_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, question, edition)
) STRICT;

CREATE INDEX goals_told_by_age ON goals_told (municipality_id, told_at);

-- Who asked for a letter with the plan's week.
CREATE TABLE plan_digest (
    municipality_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    day INTEGER NOT NULL,                       -- of the week, 1 is Monday
    sent TEXT NOT NULL,                         -- the Monday of the week in which the last letter was put in, '' none
    PRIMARY KEY (municipality_id, account_id)
) STRICT;

-- How often somebody gets a letter about their open tasks; who has no row gets one a week.
CREATE TABLE tasks_reminder (
    municipality_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    rhythm TEXT NOT NULL,                          -- never, daily, weekly
    sent_on TEXT NOT NULL,                         -- the day of the last letter, '' none
    PRIMARY KEY (municipality_id, account_id)
) STRICT;

-- A secret address under which somebody's calendar reads their tasks. The secret itself is nowhere kept.
CREATE TABLE tasks_calendar (
    token_hash TEXT NOT NULL PRIMARY KEY,
    municipality_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (municipality_id, account_id)
) STRICT;

-- What a municipality has chosen to follow, and its yearly evaluations. The 17 goals, the 169 targets and the proposed
-- indicators are in the program (data/indicators).

-- A municipality with no row here has the proposal.
CREATE TABLE progress_target (
    municipality_id TEXT NOT NULL,
    target TEXT NOT NULL,                       -- "4.4"
    why TEXT NOT NULL,
    PRIMARY KEY (municipality_id, target)
) STRICT, WITHOUT ROWID;

-- The indicators of a chosen target; none: the proposed ones. Position 0 leads: it gives the target its mark.
CREATE TABLE progress_indicator (
    municipality_id TEXT NOT NULL,
    target TEXT NOT NULL,
    position INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    PRIMARY KEY (municipality_id, target, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE progress_own_goal (
    municipality_id TEXT NOT NULL,
    key TEXT NOT NULL,                          -- stays when the title changes
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    colour TEXT NOT NULL,                       -- "#1f5fa8"
    PRIMARY KEY (municipality_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE progress_own_goal_target (
    municipality_id TEXT NOT NULL,
    goal_key TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (municipality_id, goal_key, target)
) STRICT, WITHOUT ROWID;

-- One a year. Closing keeps the wheel as it was that day.
CREATE TABLE progress_evaluation (
    municipality_id TEXT NOT NULL,
    year INTEGER NOT NULL,
    task TEXT NOT NULL,
    due_on TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    decision TEXT NOT NULL,
    created_at TEXT NOT NULL,
    closed_at TEXT,
    wheel TEXT NOT NULL,                        -- JSON; "" until it is closed
    PRIMARY KEY (municipality_id, year)
) STRICT, WITHOUT ROWID;

-- One row, bumped by each change, so that every server sees what another wrote.
CREATE TABLE progress_version (
    id INTEGER NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;

INSERT INTO progress_version (id, version) VALUES (1, 1);

-- What a municipality has promised to reach and follows up: goals, their interim goals, numbers written down by hand, weeks that
-- were explained, the documents they come from, what is told beside the numbers, what changed, what remains, figures of others,
-- and reports as they were sent.
CREATE TABLE goals_goal (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,                            -- reach, weekly, share, count, deliverable, response_time, effect, narrative
    about TEXT NOT NULL,
    function TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    cadence TEXT NOT NULL,                         -- month, quarter, half_year, year; '' not said
    comparison TEXT NOT NULL,                      -- at_least, at_most, every_week
    target INTEGER,                                -- in hundredths
    target_unit TEXT NOT NULL,
    target_percent INTEGER,                        -- in tenths
    population INTEGER,
    population_year INTEGER,
    baseline INTEGER,                              -- in hundredths
    baseline_on TEXT NOT NULL,
    counted_from TEXT NOT NULL,                    -- a question to the statistics: measure=…; '' by hand
    source TEXT NOT NULL,
    delivered_on TEXT NOT NULL,
    evidence TEXT NOT NULL,
    document TEXT NOT NULL,
    section TEXT NOT NULL,
    pair TEXT NOT NULL,                            -- the goal that belongs with it
    fulfils TEXT NOT NULL,                         -- the milestone or result that it fulfils
    is_published INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX goals_goal_list ON goals_goal (municipality_id, ended_at, title_order, id);
CREATE INDEX goals_goal_kind ON goals_goal (municipality_id, ended_at, kind, title_order, id);

CREATE TABLE goals_value (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    note TEXT NOT NULL,
    goal TEXT NOT NULL,
    day TEXT NOT NULL,
    number INTEGER,                                -- in hundredths
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX goals_value_of ON goals_value (municipality_id, goal, day);

CREATE TABLE goals_interim (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    goal TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    target INTEGER,                                -- in hundredths
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX goals_interim_of ON goals_interim (municipality_id, goal, starts);

CREATE TABLE goals_document (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    address TEXT NOT NULL,
    function TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX goals_document_list ON goals_document (municipality_id, ended_at, title_order, id);

-- Of a week, why nothing was reached or that it does not count.
CREATE TABLE goals_week (
    municipality_id TEXT NOT NULL,
    goal TEXT NOT NULL,
    week TEXT NOT NULL,                            -- 2026-W47
    is_closed INTEGER NOT NULL,                    -- 1: closed, it does not count
    reason TEXT NOT NULL,
    account TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, goal, week)
) STRICT;

CREATE TABLE goals_story (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,                            -- story, observation, quote
    told_by TEXT NOT NULL,                         -- resident, relative, staff, partner, leader
    day TEXT NOT NULL,
    text TEXT NOT NULL,
    goal TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX goals_story_list ON goals_story (municipality_id, day, id);

CREATE TABLE goals_deviation (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,                            -- deviation, change
    day TEXT NOT NULL,
    cause TEXT NOT NULL,
    decision TEXT NOT NULL,
    told_to TEXT NOT NULL,
    told_on TEXT NOT NULL,
    goal TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX goals_deviation_list ON goals_deviation (municipality_id, day, id);

-- What has to stand on its own feet before a project's money ends.
CREATE TABLE goals_check (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    area TEXT NOT NULL,                            -- budget, staff, structure, owner, monitoring
    state TEXT NOT NULL,                           -- remains, in_work, done
    due TEXT NOT NULL,
    function TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX goals_check_list ON goals_check (municipality_id, state, due, id);

-- Figures of others to stand beside one's own: never without their year, base and definition.
CREATE TABLE goals_reference (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    figure TEXT NOT NULL,
    year INTEGER,
    base TEXT NOT NULL,
    definition TEXT NOT NULL,
    publisher TEXT NOT NULL,
    address TEXT NOT NULL,
    goal TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX goals_reference_list ON goals_reference (municipality_id, ended_at, title_order, id);

-- A report: comments while it is written; as it was sent, unchanged, afterwards.
CREATE TABLE goals_report (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,                            -- monthly, quarterly, final, funder
    period TEXT NOT NULL,                          -- 2026-11, 2026-Q4, 2026
    comments TEXT NOT NULL,                        -- JSON: section → text
    edition INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    sent_at TEXT NOT NULL,                         -- '' not yet
    sent_by TEXT NOT NULL,
    content TEXT NOT NULL,                         -- JSON of what was sent
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX goals_report_list ON goals_report (municipality_id, made_at, id);

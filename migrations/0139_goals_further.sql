-- The goal of the yearly wheel whose long-term effect a goal contributes to.
ALTER TABLE goals_goal ADD COLUMN wheel_goal TEXT NOT NULL DEFAULT '';

-- How far help is meant to go for people whom one meets for years: care homes, ordinary housing, support in everyday life.
CREATE TABLE goals_ambition (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    people TEXT NOT NULL,                          -- care_home, home_care, disability_support, other
    level TEXT NOT NULL,                           -- basic, usual, far: what is aimed at
    reached TEXT NOT NULL,                         -- no, partly, yes; '' not followed up
    routines TEXT NOT NULL,
    skills TEXT NOT NULL,
    function TEXT NOT NULL,
    follow_up_on TEXT NOT NULL,
    followed_up TEXT NOT NULL,                     -- what was found
    goal TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX goals_ambition_list ON goals_ambition (municipality_id, ended_at, title_order, id);

-- What was invested in and pays only where residents can use it.
CREATE TABLE goals_benefit (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,                            -- e_service, infrastructure, care, other
    depends_on TEXT NOT NULL,                      -- what residents must be able to do
    expected TEXT NOT NULL,
    used TEXT NOT NULL,                            -- no, partly, yes; '' not known
    checked_on TEXT NOT NULL,
    found TEXT NOT NULL,
    function TEXT NOT NULL,
    goal TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX goals_benefit_list ON goals_benefit (municipality_id, ended_at, title_order, id);

-- Quality goals that several municipalities share, so that what is offered is equal wherever somebody lives.
CREATE TABLE goals_quality (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    about TEXT NOT NULL,
    origin TEXT NOT NULL,                          -- of another municipality: 2281/ID; '' its own
    adopted_on TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    is_shared INTEGER NOT NULL,                    -- others see its name, whose it is and when it was adopted
    goal TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX goals_quality_list ON goals_quality (municipality_id, ended_at, title_order, id);
CREATE INDEX goals_quality_shared ON goals_quality (is_shared, ended_at, municipality_id, title_order);

-- Help outside the desk and what is tried and launched with residents, as registers keep it (platform/register).

-- A helper is on site and the professional online. Who was helped is nowhere kept.
CREATE TABLE outreach_assisted_visit (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    day TEXT NOT NULL,
    place TEXT NOT NULL,                           -- '' at somebody's home, or elsewhere
    purpose TEXT NOT NULL,                         -- health, social, authority, bank, legal, work, other
    helper TEXT NOT NULL,                          -- nurse, home_care, guide, librarian, near, other
    success TEXT NOT NULL,                         -- yes, partly, no; '' not known
    minutes INTEGER,
    note TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX outreach_assisted_visit_day ON outreach_assisted_visit (municipality_id, ended_at, day, id);

-- A time at which a department shows something new to those whom it is for, and what they say of it.
CREATE TABLE outreach_trial (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    unit TEXT NOT NULL,                            -- the department
    day TEXT NOT NULL,
    hours TEXT NOT NULL,
    place TEXT NOT NULL,
    target_groups TEXT NOT NULL,
    state TEXT NOT NULL,                           -- free, planned, held, cancelled
    took_part INTEGER,
    views TEXT NOT NULL,                           -- one a line
    outcome TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX outreach_trial_list ON outreach_trial (municipality_id, ended_at, title_order, id);

-- People at the entrance for some months, when something new begins. The help they give is in the log.
CREATE TABLE outreach_launch (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    place TEXT NOT NULL,
    function TEXT NOT NULL,                        -- who stands there
    people INTEGER,
    hours TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    topic TEXT NOT NULL,                           -- taxonomy key: help with it is counted; '' all help there
    about TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX outreach_launch_list ON outreach_launch (municipality_id, ended_at, title_order, id);

-- How people are brought into a system that they must use: who helps them, and the activity whose sessions it is.
CREATE TABLE outreach_onboarding (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    system TEXT NOT NULL,                          -- a record of digital systems that residents must use
    activity TEXT NOT NULL,                        -- an activity with its sessions
    helpers TEXT NOT NULL,                         -- unit, mother_tongue, language_training, library, parents
    languages TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    invited INTEGER,
    reached INTEGER,
    about TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX outreach_onboarding_list ON outreach_onboarding (municipality_id, ended_at, title_order, id);

-- Whom staff went out to, and what they were asked there.
CREATE TABLE outreach_tour (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,                           -- the group
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    place TEXT NOT NULL,
    locality TEXT NOT NULL,
    languages TEXT NOT NULL,
    persons INTEGER,
    topics TEXT NOT NULL,
    questions TEXT NOT NULL,                       -- one a line
    outcome TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX outreach_tour_list ON outreach_tour (municipality_id, ended_at, title_order, id);
CREATE INDEX outreach_tour_day ON outreach_tour (municipality_id, day);

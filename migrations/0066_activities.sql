-- What is arranged: activities with those who take part in arranging them, their sessions, who is signed up, who came.

CREATE TABLE activities_activity (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    slug TEXT NOT NULL,                            -- its name in addresses
    kind TEXT NOT NULL,                            -- taxonomy activity_kind
    purpose TEXT NOT NULL,                         -- support, competence
    about TEXT NOT NULL,
    topics TEXT NOT NULL,
    target_groups TEXT NOT NULL,
    languages TEXT NOT NULL,
    price INTEGER,                                 -- in hundredths; NULL: free
    leader TEXT NOT NULL,
    host TEXT NOT NULL,
    campaign TEXT NOT NULL,
    equipment TEXT NOT NULL,
    place TEXT NOT NULL,                           -- public id of the usual place
    per_term INTEGER,                              -- how many a term are wished for where no dates are set
    needs_sign_up INTEGER NOT NULL,
    cancels_itself INTEGER NOT NULL,               -- where too few are signed up on the day it is decided
    discreet INTEGER NOT NULL,                     -- listed nowhere, no names
    unit TEXT NOT NULL,
    is_published INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX activities_activity_list ON activities_activity (municipality_id, ended_at, title_order, id);
CREATE UNIQUE INDEX activities_activity_slug ON activities_activity (municipality_id, slug);

CREATE TABLE activities_partner (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    activity TEXT NOT NULL,
    kind TEXT NOT NULL,                            -- association, company, authority, church, school, other
    role TEXT NOT NULL,                            -- speaker, funder, room, recruiter
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX activities_partner_list ON activities_partner (municipality_id, ended_at, title_order, id);
CREATE INDEX activities_partner_of ON activities_partner (municipality_id, activity);

CREATE TABLE activities_session (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    activity_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    day TEXT NOT NULL,                             -- where the municipality is
    starts TEXT NOT NULL,                          -- on the wall clock: 14:00
    ends TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    place TEXT NOT NULL,                           -- public id
    address TEXT NOT NULL,                         -- where it is at no place of the directory
    remote TEXT NOT NULL,                          -- web address
    led_by TEXT NOT NULL,                          -- functions
    capacity INTEGER,                              -- NULL: no limit
    minimum INTEGER,
    decide_on TEXT NOT NULL,
    status TEXT NOT NULL,                          -- planned, held, cancelled
    reason TEXT NOT NULL,                          -- of cancelling
    turn INTEGER NOT NULL,                         -- how many have signed up or left: who changes that waits for this row
    taken INTEGER NOT NULL,                        -- persons with a seat
    waiting INTEGER NOT NULL,                      -- persons who wait for one
    women INTEGER,
    men INTEGER,
    girls INTEGER,
    boys INTEGER,
    not_stated INTEGER,
    did_not_come INTEGER,
    counted_at TEXT NOT NULL,                      -- '' while nobody has counted who came
    note TEXT NOT NULL,
    asked TEXT NOT NULL,                           -- questions that came up
    needs TEXT NOT NULL,                           -- needs that were found
    fee INTEGER,                                   -- costs in hundredths
    premises INTEGER,
    material INTEGER,
    travel INTEGER,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX activities_session_day ON activities_session (municipality_id, day, id);
CREATE INDEX activities_session_of ON activities_session (municipality_id, activity_id, starts_at);

-- How many of those who came belong to a group, or had heard of it in a way.
CREATE TABLE activities_came (
    municipality_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    list TEXT NOT NULL,                            -- target_group, found_us
    term TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, session_id, list, term)
) STRICT;

CREATE TABLE activities_sign_up (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    turn INTEGER NOT NULL,                         -- the order in which they were acknowledged
    persons INTEGER NOT NULL,
    state TEXT NOT NULL,                           -- confirmed, waiting
    to_tell TEXT NOT NULL,                         -- seat, cancelled: what nobody has told them yet; '' nothing
    code_hash TEXT NOT NULL,                       -- the code is nowhere kept
    language TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX activities_sign_up_of ON activities_sign_up (municipality_id, session_id, state, turn);
CREATE UNIQUE INDEX activities_sign_up_code ON activities_sign_up (municipality_id, code_hash);
CREATE INDEX activities_sign_up_to_tell ON activities_sign_up (municipality_id, to_tell) WHERE to_tell <> '';

-- A first name and one way to reach whoever is signed up. Apart, so that nothing else holds it.
CREATE TABLE activities_contact (
    municipality_id TEXT NOT NULL,
    sign_up_id TEXT NOT NULL,
    name TEXT NOT NULL,
    by_way TEXT NOT NULL,                          -- none, email, phone
    value TEXT NOT NULL,
    PRIMARY KEY (municipality_id, sign_up_id)
) STRICT;

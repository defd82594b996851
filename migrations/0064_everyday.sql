-- What residents do themselves, as registers keep it (platform/register): guides in steps, systems that they must use, when
-- something is applied for again, and what waits to be fetched.

CREATE TABLE everyday_step_guide (
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
    topic TEXT NOT NULL,                           -- taxonomy key, '' none
    device TEXT NOT NULL,
    language TEXT NOT NULL,
    steps TEXT NOT NULL,
    if_different TEXT NOT NULL,
    unit TEXT NOT NULL,
    is_published INTEGER NOT NULL,
    verified_on TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX everyday_step_guide_list ON everyday_step_guide (municipality_id, ended_at, title_order, id);
CREATE UNIQUE INDEX everyday_step_guide_slug ON everyday_step_guide (municipality_id, slug);

CREATE TABLE everyday_system (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    used_in TEXT NOT NULL,                         -- preschool, school, care, other
    purpose TEXT NOT NULL,
    website TEXT NOT NULL,
    languages TEXT NOT NULL,
    function TEXT NOT NULL,
    place TEXT NOT NULL,                           -- where there is help with it
    start_help TEXT NOT NULL,
    unit TEXT NOT NULL,
    is_published INTEGER NOT NULL,
    verified_on TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX everyday_system_list ON everyday_system (municipality_id, ended_at, title_order, id);

CREATE TABLE everyday_renewal (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    e_service TEXT NOT NULL,                       -- public id, '' none
    rule TEXT NOT NULL,                            -- term, school_year, calendar_year, none
    apply_by TEXT NOT NULL,                        -- the last day; the same day comes again each year
    apply_by_again TEXT NOT NULL,                  -- of the other term
    reminder TEXT NOT NULL,
    unit TEXT NOT NULL,
    is_published INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX everyday_renewal_list ON everyday_renewal (municipality_id, ended_at, title_order, id);

CREATE TABLE everyday_pickup (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    reference TEXT NOT NULL,                       -- a number that tells nobody who it is for
    what TEXT NOT NULL,
    place TEXT NOT NULL,
    unit TEXT NOT NULL,
    since TEXT NOT NULL,
    state TEXT NOT NULL,                           -- waiting, fetched, sent_back
    reminders INTEGER,
    reminded_on TEXT NOT NULL,
    done_on TEXT NOT NULL,                         -- '' while it waits
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX everyday_pickup_list ON everyday_pickup (municipality_id, id);
CREATE INDEX everyday_pickup_done ON everyday_pickup (municipality_id, done_on) WHERE done_on <> '';

-- "We get back to you": what was promised to somebody who asked, whose it is, and how it ended. Nothing here tells who asked.
CREATE TABLE callbacks_call_back (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    about TEXT NOT NULL,                           -- checked as notes in the log are
    contact TEXT NOT NULL,                         -- a mark of how the person is reached, '' where nothing of it is kept
    state TEXT NOT NULL,                           -- waiting, closed
    place_in_line TEXT NOT NULL,                   -- promised_at while it waits; then what puts the latest closed first
    promised_at TEXT NOT NULL,
    topic TEXT NOT NULL,                           -- taxonomy key, '' none
    function TEXT NOT NULL,                        -- whose it is
    person TEXT NOT NULL,                          -- the account that has taken it, '' nobody yet
    unit TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    tries INTEGER,                                 -- that nobody answered
    tried_at TEXT NOT NULL,                        -- the last of them
    outcome TEXT NOT NULL,                         -- reached, answered, came_back, not_reached, withdrawn
    outcome_note TEXT NOT NULL,                    -- checked too
    closed_at TEXT NOT NULL,
    closed_by TEXT NOT NULL,                       -- an account
    entry TEXT NOT NULL,                           -- of the log, that it comes from; '' none
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX callbacks_call_back_list ON callbacks_call_back (municipality_id, place_in_line, id);
CREATE INDEX callbacks_call_back_waiting ON callbacks_call_back (municipality_id, promised_at) WHERE state = 'waiting';
CREATE INDEX callbacks_call_back_closed ON callbacks_call_back (municipality_id, closed_at) WHERE state = 'closed';
CREATE INDEX callbacks_call_back_entry ON callbacks_call_back (municipality_id, entry) WHERE entry <> '';

-- How the person is reached: the only place where it stands. Apart, so that it can go before the call-back does.
CREATE TABLE callbacks_contact (
    municipality_id TEXT NOT NULL,
    call_back_id TEXT NOT NULL,
    way TEXT NOT NULL,                             -- phone, email, letter, here
    value TEXT NOT NULL,
    counts_from TEXT NOT NULL,                     -- from when the time counts after which it is deleted
    PRIMARY KEY (municipality_id, call_back_id)
) STRICT;

CREATE INDEX callbacks_contact_old ON callbacks_contact (municipality_id, counts_from);

-- Whose it was from when on, and what was tried.
CREATE TABLE callbacks_event (
    municipality_id TEXT NOT NULL,
    call_back_id TEXT NOT NULL,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,                            -- opened, taken, tried, handed_over, closed, reopened
    function TEXT NOT NULL,                        -- whose it is from then on
    person TEXT NOT NULL,
    note TEXT NOT NULL,                            -- checked
    PRIMARY KEY (municipality_id, call_back_id, id)
) STRICT;

-- How many were opened and closed on a day; stays when call-backs are deleted.
CREATE TABLE callbacks_count (
    municipality_id TEXT NOT NULL,
    day TEXT NOT NULL,                             -- where the municipality is
    unit TEXT NOT NULL,
    opened INTEGER NOT NULL,
    ended INTEGER NOT NULL,                        -- without those that were not needed any more
    in_time INTEGER NOT NULL,                      -- of the ended ones, with an answer
    not_reached INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, day, unit)
) STRICT;

-- Requests for activities: what an association, a church, a village or staff wish for, until it was held or declined.

CREATE TABLE activities_request (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    wish TEXT NOT NULL,
    topic TEXT NOT NULL,                           -- taxonomy topic
    kind TEXT NOT NULL,                            -- taxonomy activity_kind
    locality TEXT NOT NULL,                        -- village or place, in words
    languages TEXT NOT NULL,
    suits TEXT NOT NULL,                           -- when it would fit, in words
    rooms TEXT NOT NULL,                           -- rooms and equipment there, in words
    expected INTEGER,                              -- persons
    asker_kind TEXT NOT NULL,                      -- association, church, village, school, employer, residents, own
    asker TEXT NOT NULL,                           -- an organisation, never a person
    source TEXT NOT NULL,                          -- form, talk, partner_meeting, needs_inventory
    state TEXT NOT NULL,                           -- wished, found, planned, held, declined
    activity TEXT NOT NULL,                        -- that it became
    answer TEXT NOT NULL,                          -- told to who asked
    outcome TEXT NOT NULL,
    plan_year INTEGER,
    plan_month TEXT NOT NULL,                      -- 01 to 12, '' not known
    unit TEXT NOT NULL,
    function TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    code_hash TEXT NOT NULL,                       -- the code is nowhere kept; '' where staff wrote it down
    language TEXT NOT NULL,                        -- in which letters are written
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX activities_request_list ON activities_request (municipality_id, ended_at, asked_on, id);
CREATE INDEX activities_request_state ON activities_request (municipality_id, ended_at, state, asked_on, id);
CREATE UNIQUE INDEX activities_request_code ON activities_request (municipality_id, code_hash) WHERE code_hash <> '';

-- The one way to reach who asked. Apart, so that it can go before the request does.
CREATE TABLE activities_request_contact (
    municipality_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    by_way TEXT NOT NULL,                          -- email, phone
    value TEXT NOT NULL,
    to_tell TEXT NOT NULL,                         -- planned, declined, answered: what nobody has told them yet; '' nothing
    counts_from TEXT NOT NULL,                     -- from when the time counts after which it is deleted
    PRIMARY KEY (municipality_id, request_id)
) STRICT;

CREATE INDEX activities_request_contact_old ON activities_request_contact (municipality_id, counts_from);

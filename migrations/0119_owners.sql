-- Links for who answers for an e-service or a body, and what they answer.
CREATE TABLE owners_link (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    about TEXT NOT NULL,                        -- "e_service:ID", "body:bank"
    open_until TEXT NOT NULL,                   -- its last day
    secret TEXT NOT NULL,                       -- in its address
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX owners_link_secret ON owners_link (municipality_id, secret);

CREATE TABLE owners_answer (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,                     -- it was taken back
    search_text TEXT NOT NULL,
    about TEXT NOT NULL,
    state TEXT NOT NULL,                        -- mended, will_be, cannot
    on_day TEXT NOT NULL,
    words TEXT NOT NULL,
    link TEXT NOT NULL,                         -- by which it came; '' written by staff
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX owners_answer_about ON owners_answer (municipality_id, ended_at, about, on_day);

-- Figures that an owner may see: once told they stay. Not under a link: another link shows the same.
CREATE TABLE owners_figure (
    municipality_id TEXT NOT NULL,
    about TEXT NOT NULL,
    period TEXT NOT NULL,                       -- "2026-10", "2026-Q4", "2026"
    table_key TEXT NOT NULL,                    -- total, barrier, instead
    cells TEXT NOT NULL,                        -- "no_e_id:12 language:h"
    counted TEXT NOT NULL,                      -- what a month was, until its year is over
    PRIMARY KEY (municipality_id, about, period, table_key)
) STRICT;

-- Where the monthly letter goes, apart from the link and deleted before it.
CREATE TABLE owners_address (
    municipality_id TEXT NOT NULL,
    link TEXT NOT NULL,
    address TEXT NOT NULL,
    language TEXT NOT NULL,
    given_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, link)
) STRICT;

-- What went: one letter a link and month.
CREATE TABLE owners_letter (
    municipality_id TEXT NOT NULL,
    link TEXT NOT NULL,
    month TEXT NOT NULL,
    letter TEXT NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, link, month)
) STRICT;

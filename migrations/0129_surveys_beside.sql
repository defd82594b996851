-- What is found out otherwise: interviews, tests with users, what others have published.
CREATE TABLE surveys_interview (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    role TEXT NOT NULL,
    held_on TEXT NOT NULL,
    number INTEGER,
    guide TEXT NOT NULL,
    notes TEXT NOT NULL,
    finding TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE TABLE surveys_user_test (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    held_on TEXT NOT NULL,
    persons INTEGER,
    script TEXT NOT NULL,
    observed TEXT NOT NULL,
    faults TEXT NOT NULL,
    owner TEXT NOT NULL,
    status TEXT NOT NULL,
    fixed_on TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE TABLE surveys_study (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    publisher TEXT NOT NULL,
    year INTEGER,
    population TEXT NOT NULL,
    finding TEXT NOT NULL,
    url TEXT NOT NULL,
    rests_on TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

-- Surveys, their rounds, and answers that nothing ties to who gave them.
CREATE TABLE surveys_survey (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    purpose TEXT NOT NULL,
    kind TEXT NOT NULL,                         -- form, vote
    audience TEXT NOT NULL,                     -- residents, staff
    languages TEXT NOT NULL,
    needs_code INTEGER NOT NULL,
    is_paired INTEGER NOT NULL,
    is_listed INTEGER NOT NULL,
    is_compared INTEGER NOT NULL,
    slug TEXT NOT NULL,                         -- in its address
    closed_on TEXT NOT NULL,                    -- for good: keys and codes are destroyed; '' not yet
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE UNIQUE INDEX surveys_survey_slug ON surveys_survey (municipality_id, slug);

CREATE TABLE surveys_round (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    survey TEXT NOT NULL,
    stage TEXT NOT NULL,                        -- once, before, after, later
    opens TEXT NOT NULL,
    closes TEXT NOT NULL,                       -- its last day
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX surveys_round_survey ON surveys_round (municipality_id, survey, opens);

-- The questions. Once answered an edition stays as it is: the next change makes another.
CREATE TABLE surveys_edition (
    municipality_id TEXT NOT NULL,
    survey TEXT NOT NULL,
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    is_answered INTEGER NOT NULL,
    definition TEXT NOT NULL,                   -- JSON
    PRIMARY KEY (municipality_id, survey, number)
) STRICT;

-- Answers that wait, sealed, to be moved with others. The key lies outside of the database and is destroyed after it.
CREATE TABLE surveys_spool (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,                           -- random
    survey TEXT NOT NULL,
    round TEXT NOT NULL,
    key_day TEXT NOT NULL,                      -- whose day's key opens it
    sealed TEXT NOT NULL,
    PRIMARY KEY (municipality_id, survey, round, id)
) STRICT, WITHOUT ROWID;

-- Single-use codes that were handed out, as keyed hashes.
CREATE TABLE surveys_code (
    municipality_id TEXT NOT NULL,
    survey TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (municipality_id, survey, hash)
) STRICT, WITHOUT ROWID;

-- What has been used once: codes, forms, sheets of paper. Apart from the answers, without a time.
CREATE TABLE surveys_used (
    municipality_id TEXT NOT NULL,
    survey TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (municipality_id, survey, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE surveys_answer (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,                           -- random
    survey TEXT NOT NULL,
    round TEXT NOT NULL,
    pair TEXT NOT NULL,                         -- a pseudonym, until the survey is closed; '' none
    content TEXT NOT NULL,                      -- JSON
    PRIMARY KEY (municipality_id, survey, id)
) STRICT, WITHOUT ROWID;

-- How many answered what, kept as answers are moved.
CREATE TABLE surveys_count (
    municipality_id TEXT NOT NULL,
    survey TEXT NOT NULL,
    round TEXT NOT NULL,
    question TEXT NOT NULL,                     -- "q1@1", "q3.l2@1", "q2:c1@1"; '' all of it
    value TEXT NOT NULL,                        -- '' not answered, '~' not asked
    split TEXT NOT NULL,                        -- '', gender, age, group, place
    split_value TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, survey, round, question, value, split, split_value)
) STRICT, WITHOUT ROWID;

-- From one round to a later one, of those whose codes match: told in steps, or when the later round has closed.
CREATE TABLE surveys_change (
    municipality_id TEXT NOT NULL,
    survey TEXT NOT NULL,
    from_round TEXT NOT NULL,
    to_round TEXT NOT NULL,
    question TEXT NOT NULL,                     -- '' the pairs themselves
    number INTEGER NOT NULL,                    -- of pairs
    higher INTEGER NOT NULL,
    same INTEGER NOT NULL,
    lower INTEGER NOT NULL,
    sum_before INTEGER NOT NULL,
    sum_after INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, survey, from_round, to_round, question)
) STRICT, WITHOUT ROWID;

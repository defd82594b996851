-- By when what comes in by one way is answered, where a municipality promises another time for it.
CREATE TABLE questions_promise (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    position INTEGER NOT NULL,
    channel TEXT NOT NULL,                         -- a question's way in, or call_back
    response_limit INTEGER,
    response_unit TEXT NOT NULL,                   -- working_days, days, hours
    PRIMARY KEY (municipality_id, id)
) STRICT;

-- How often an answer of the bank was put into an answer or told a resident, by the unit of who did so.
CREATE TABLE questions_used (
    municipality_id TEXT NOT NULL,
    day TEXT NOT NULL,                             -- where the municipality is
    unit TEXT NOT NULL,                            -- '' none
    answer_id TEXT NOT NULL,
    used INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, day, unit, answer_id)
) STRICT;

CREATE INDEX questions_used_answer ON questions_used (municipality_id, answer_id);

-- The bank of answers that desks share.
CREATE TABLE questions_answer (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    question TEXT NOT NULL,
    question_order TEXT NOT NULL,
    slug TEXT NOT NULL,                            -- its name in addresses
    words TEXT NOT NULL,
    answer TEXT NOT NULL,
    steps TEXT NOT NULL,
    links TEXT NOT NULL,
    topics TEXT NOT NULL,
    languages TEXT NOT NULL,
    function TEXT NOT NULL,
    unit TEXT NOT NULL,
    is_published INTEGER NOT NULL,
    verified_on TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX questions_answer_list ON questions_answer (municipality_id, ended_at, question_order, id);
CREATE UNIQUE INDEX questions_answer_slug ON questions_answer (municipality_id, slug);

-- "Did this help?": counts alone.
CREATE TABLE questions_helped (
    municipality_id TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    yes INTEGER NOT NULL,
    no INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, answer_id)
) STRICT;

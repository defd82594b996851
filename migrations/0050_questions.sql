-- What residents ask in writing, and by when they are promised an answer.
CREATE TABLE questions_question (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    summary TEXT NOT NULL,                         -- the beginning of the question, for lists
    question TEXT NOT NULL,
    state TEXT NOT NULL,                           -- waiting, answered, closed
    topic TEXT NOT NULL,                           -- taxonomy key, '' none
    channel TEXT NOT NULL,                         -- form, api, phone, e-mail, letter, chat, visit
    reply_by TEXT NOT NULL,                        -- none, email, phone: never the value itself
    unit TEXT NOT NULL,
    function TEXT NOT NULL,
    person TEXT NOT NULL,                          -- the account that sees to it, '' nobody yet
    asked_at TEXT NOT NULL,
    promised_at TEXT NOT NULL,
    place_in_line TEXT NOT NULL,                   -- promised_at while it waits; then what puts the latest answer first
    answer TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    answered_by TEXT NOT NULL,                     -- an account
    reply_way TEXT NOT NULL,                       -- page, email, phone, letter
    closed_at TEXT NOT NULL,
    code_hash TEXT NOT NULL,                       -- of the code that follows it, '' none; the code is nowhere kept
    language TEXT NOT NULL,                        -- in which it was asked on the page
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX questions_question_list ON questions_question (municipality_id, place_in_line, id);
CREATE INDEX questions_question_waiting ON questions_question (municipality_id, promised_at) WHERE state = 'waiting';
CREATE UNIQUE INDEX questions_question_code ON questions_question (municipality_id, code_hash) WHERE code_hash <> '';
CREATE INDEX questions_question_old ON questions_question (municipality_id, closed_at) WHERE state <> 'waiting';

-- Where an answer is sent. Apart from the question, so that it can go before it does.
CREATE TABLE questions_contact (
    municipality_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    reply_by TEXT NOT NULL,                        -- email, phone
    value TEXT NOT NULL,
    given_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, question_id)
) STRICT;

CREATE INDEX questions_contact_old ON questions_contact (municipality_id, given_at);

-- How many were asked and answered on a day; stays when questions are deleted.
CREATE TABLE questions_count (
    municipality_id TEXT NOT NULL,
    day TEXT NOT NULL,                             -- where the municipality is
    unit TEXT NOT NULL,
    asked INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    in_time INTEGER NOT NULL,                      -- of the answered ones
    PRIMARY KEY (municipality_id, day, unit)
) STRICT;

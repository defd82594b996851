-- What is said in a chat after its first line, which is the question itself.
CREATE TABLE questions_line (
    municipality_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    id TEXT NOT NULL,                              -- the same content of the same form is the same line
    number INTEGER NOT NULL,
    said_at TEXT NOT NULL,
    is_staff INTEGER NOT NULL,
    account TEXT NOT NULL,                         -- of staff, '' a resident
    words TEXT NOT NULL,
    PRIMARY KEY (municipality_id, question_id, id)
) STRICT;

CREATE UNIQUE INDEX questions_line_number ON questions_line (municipality_id, question_id, number);

-- Staff who are here for chat.
CREATE TABLE questions_present (
    municipality_id TEXT NOT NULL,
    account TEXT NOT NULL,
    until TEXT NOT NULL,
    PRIMARY KEY (municipality_id, account)
) STRICT;

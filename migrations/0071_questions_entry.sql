-- The entry of the log that a question grew from; '' none. One question for each.
ALTER TABLE questions_question ADD COLUMN entry TEXT NOT NULL DEFAULT '';

CREATE UNIQUE INDEX questions_question_entry ON questions_question (municipality_id, entry) WHERE entry <> '';

-- How often somebody rang whoever asked and nobody answered, and when last; as call-backs have it.
ALTER TABLE questions_question ADD COLUMN tries INTEGER;
ALTER TABLE questions_question ADD COLUMN tried_at TEXT NOT NULL DEFAULT '';

-- After what residents are asked one question; whether others may start from a survey's questions.
ALTER TABLE surveys_survey ADD COLUMN asked_after TEXT NOT NULL DEFAULT '';   -- e_service, help; '' after nothing
ALTER TABLE surveys_survey ADD COLUMN e_service TEXT NOT NULL DEFAULT '';     -- '' after each
ALTER TABLE surveys_survey ADD COLUMN is_template INTEGER NOT NULL DEFAULT 0;

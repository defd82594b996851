-- How fast it was answered is looked up by the day of the answer.
CREATE INDEX questions_question_answered ON questions_question (municipality_id, answered_at) WHERE answered_at <> '';

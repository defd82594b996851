-- What a network's mapping answers is counted from an index alone.
DROP INDEX needs_answer_round;
CREATE INDEX needs_answer_round ON needs_answer (municipality_id, round, area, question, ended_at, state, resident_asked, certainty);

-- How often an answer of the bank was put into an answer or told a resident, by the unit of who did so and the place of the desk.
CREATE TABLE questions_used_at (
    municipality_id TEXT NOT NULL,
    day TEXT NOT NULL,                             -- where the municipality is
    unit TEXT NOT NULL,                            -- '' none
    place TEXT NOT NULL,                           -- '' at no desk, or not known
    answer_id TEXT NOT NULL,
    used INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, day, unit, place, answer_id)
) STRICT;

CREATE INDEX questions_used_at_answer ON questions_used_at (municipality_id, answer_id);

INSERT INTO questions_used_at (municipality_id, day, unit, place, answer_id, used)
SELECT municipality_id, day, unit, '', answer_id, used FROM questions_used;

DROP TABLE questions_used;

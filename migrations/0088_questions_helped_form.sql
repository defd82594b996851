-- One form of "Did this help?" counts once: its random key, for a day or two. Nothing says whose it was.
CREATE TABLE questions_helped_form (
    municipality_id TEXT NOT NULL,
    form_key TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    PRIMARY KEY (municipality_id, form_key, answer_id)
) STRICT;

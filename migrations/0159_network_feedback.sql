-- What is said on the page of a network, kept by the municipality that leads it. Nothing says who said it.
CREATE TABLE network_feedback (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    network TEXT NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    answer TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX network_feedback_list ON network_feedback (municipality_id, ended_at, title_order, id);
CREATE INDEX network_feedback_age ON network_feedback (municipality_id, created_at, id);

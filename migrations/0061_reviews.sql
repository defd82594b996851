-- Review meetings: what a unit saw in its log, and what it improves because of that.
CREATE TABLE reviews_review (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    held_on TEXT NOT NULL,
    unit TEXT NOT NULL,
    findings TEXT NOT NULL,
    decided TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX reviews_review_list ON reviews_review (municipality_id, held_on, id);

CREATE TABLE reviews_improvement (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    why TEXT NOT NULL,
    status TEXT NOT NULL,                       -- idea, decided, in_work, done, dropped
    due TEXT NOT NULL,                          -- a day, '' none
    function TEXT NOT NULL,
    unit TEXT NOT NULL,
    effect TEXT NOT NULL,
    review TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX reviews_improvement_list ON reviews_improvement (municipality_id, due, id);
CREATE INDEX reviews_improvement_review ON reviews_improvement (municipality_id, review);

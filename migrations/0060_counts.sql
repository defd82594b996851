-- Numbers of other sources: calls, visitors, cases. One for each source, place and period ("same" says all three).
CREATE TABLE counts_count (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    newest TEXT NOT NULL,                       -- later periods sort first
    period TEXT NOT NULL,                       -- 2026-11-22, 2026-W47, 2026-11, 2026
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    number INTEGER,
    note TEXT NOT NULL,
    made TEXT NOT NULL,                         -- '' by people, program
    same TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX counts_count_same ON counts_count (municipality_id, same);
CREATE INDEX counts_count_list ON counts_count (municipality_id, newest, id);
CREATE INDEX counts_count_kind ON counts_count (municipality_id, kind, first_day);

-- Sheets of paper, entered: so many strokes of one topic, at a place, on a day, by a channel. A cell without strokes has no row.
CREATE TABLE counts_stroke (
    municipality_id TEXT NOT NULL,
    day TEXT NOT NULL,
    place TEXT NOT NULL,
    channel TEXT NOT NULL,
    topic TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, day, place, channel, topic)
) STRICT, WITHOUT ROWID;

CREATE INDEX counts_stroke_place ON counts_stroke (municipality_id, place, day);

-- What was sent once is counted once, however often it is sent.
CREATE TABLE counts_sent (
    municipality_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    sent_key TEXT NOT NULL,
    content TEXT NOT NULL,
    count_id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, actor, sent_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX counts_sent_created ON counts_sent (created_at);

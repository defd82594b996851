-- The log. One row an inquiry; nothing here tells who asked. Deleted rows stay as their own trace, without their note.
CREATE TABLE inquiries_inquiry (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    at TEXT NOT NULL,                           -- when it happened, UTC
    local_date TEXT NOT NULL,                   -- the same in the municipality's zone: what the figures count by
    local_hour INTEGER NOT NULL,
    place TEXT NOT NULL,
    channel TEXT NOT NULL,
    outcome TEXT NOT NULL,
    support_given TEXT NOT NULL,
    body TEXT NOT NULL,
    language TEXT NOT NULL,
    barrier TEXT NOT NULL,
    age_band TEXT NOT NULL,
    gender TEXT NOT NULL,
    minutes INTEGER,
    is_returning INTEGER NOT NULL,
    note TEXT NOT NULL,
    referred_to TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,                   -- account, or "token:…"
    deleted_at TEXT,
    PRIMARY KEY (municipality_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX inquiries_inquiry_at ON inquiries_inquiry (municipality_id, at);
CREATE INDEX inquiries_inquiry_note ON inquiries_inquiry (at) WHERE note <> '';

CREATE TABLE inquiries_topic (
    municipality_id TEXT NOT NULL,
    inquiry_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    topic TEXT NOT NULL,
    PRIMARY KEY (municipality_id, inquiry_id, position)
) STRICT, WITHOUT ROWID;

-- Who corrected or deleted what, field by field, without the values.
CREATE TABLE inquiries_change (
    municipality_id TEXT NOT NULL,
    inquiry_id TEXT NOT NULL,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,                       -- corrected, deleted, note_removed
    fields TEXT NOT NULL,
    PRIMARY KEY (municipality_id, inquiry_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE inquiries_idempotency (
    municipality_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    inquiry_id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, actor, idempotency_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX inquiries_idempotency_created ON inquiries_idempotency (created_at);

-- What statistics read, kept in the same transaction as the rows: one line per municipality, day or month, and value of
-- a cut. cut '' is the total, 'topic' one dimension, 'place+channel' a pair. An inquiry counts once in every cut, only
-- once per topic in the cuts that name the topic: totals are never the sum of topics.
CREATE TABLE inquiries_count (
    municipality_id TEXT NOT NULL,
    grain TEXT NOT NULL,                        -- day, month
    cut TEXT NOT NULL,
    period TEXT NOT NULL,                       -- 2026-11-22, 2026-11
    key_1 TEXT NOT NULL,
    key_2 TEXT NOT NULL,
    inquiries INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    referred INTEGER NOT NULL,
    returning_visits INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, grain, cut, period, key_1, key_2)
) STRICT, WITHOUT ROWID;

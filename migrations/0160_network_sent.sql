-- Where a member's signed files are fetched, and those of this installation that a network may fetch.
ALTER TABLE network_key ADD COLUMN address TEXT NOT NULL DEFAULT '';

CREATE TABLE network_sent (
    municipality_id TEXT NOT NULL,
    network TEXT NOT NULL,
    period TEXT NOT NULL,
    file TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, network, period)
) STRICT;

-- How somebody was handed over may be unsaid: '' is neither. What stands as 'cold' from before nobody had said.
CREATE TABLE referral_sent (
    municipality_id TEXT NOT NULL,
    id              TEXT NOT NULL,
    at              TEXT NOT NULL,
    from_place      TEXT NOT NULL,
    target_kind     TEXT NOT NULL,
    target_id       TEXT NOT NULL,
    target_title    TEXT NOT NULL,
    topic           TEXT NOT NULL,
    handover        TEXT NOT NULL CHECK (handover IN ('', 'warm', 'cold')),
    reason          TEXT NOT NULL,
    outcome         TEXT NOT NULL CHECK (outcome IN ('reached', 'answered', 'bounced', 'unknown')),
    outcome_at      TEXT,
    inquiry_id      TEXT,
    PRIMARY KEY (municipality_id, id)
) STRICT;

INSERT INTO referral_sent (municipality_id, id, at, from_place, target_kind, target_id, target_title, topic, handover, reason,
                           outcome, outcome_at, inquiry_id)
SELECT municipality_id, id, at, from_place, target_kind, target_id, target_title, topic,
       CASE WHEN handover = 'warm' THEN 'warm' ELSE '' END, reason, outcome, outcome_at, inquiry_id
FROM referral_referral;

DROP TABLE referral_referral;

CREATE INDEX referral_sent_by_time ON referral_sent (municipality_id, at);
CREATE INDEX referral_sent_by_inquiry ON referral_sent (municipality_id, inquiry_id);

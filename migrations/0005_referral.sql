-- Whom a desk sent somebody to, and whether it worked (REF-09). Functions and places only, never a person.
CREATE TABLE referral_referral (
    municipality_id TEXT NOT NULL,
    id              TEXT NOT NULL,
    at              TEXT NOT NULL,
    from_place      TEXT NOT NULL DEFAULT '',      -- public id; '' from no place
    target_kind     TEXT NOT NULL,                 -- place, service, e_service, activity, contact, topic
    target_id       TEXT NOT NULL,                 -- public id
    target_title    TEXT NOT NULL,                 -- as it was called then: targets close and are renamed
    topic           TEXT NOT NULL DEFAULT '',
    handover        TEXT NOT NULL CHECK (handover IN ('warm', 'cold')),
    reason          TEXT NOT NULL DEFAULT '',      -- code: not_our_task, equipment, competence, time, opening_hours
    outcome         TEXT NOT NULL DEFAULT 'unknown' CHECK (outcome IN ('reached', 'answered', 'bounced', 'unknown')),
    outcome_at      TEXT,
    inquiry_id      TEXT,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX referral_referral_by_time ON referral_referral (municipality_id, at);
CREATE INDEX referral_referral_by_target ON referral_referral (municipality_id, target_kind, target_id, at);
CREATE INDEX referral_referral_by_inquiry ON referral_referral (municipality_id, inquiry_id);

-- Somebody who was sent back is referred on: the next referral is tied to the one that it goes on from, '' is the first.
ALTER TABLE referral_sent ADD COLUMN follows TEXT NOT NULL DEFAULT '';

-- Nobody is referred on twice from the same one.
CREATE UNIQUE INDEX referral_sent_by_follows ON referral_sent (municipality_id, follows) WHERE follows <> '';

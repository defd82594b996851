-- Whoever tells the outcome at the same moment comes before, and it stays, or after, and is told that it is gone.
DELETE FROM referral_sent WHERE municipality_id = $1 AND inquiry_id = $2 AND outcome = $3

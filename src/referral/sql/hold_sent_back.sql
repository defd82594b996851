-- Changes nothing: whoever refers on from it at the same time waits.
UPDATE referral_sent SET outcome = outcome WHERE municipality_id = $1 AND id = $2 AND outcome = 'bounced'

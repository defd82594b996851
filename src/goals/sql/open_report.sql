-- The one that is begun and not sent: whoever begins the same is led to it.
SELECT id FROM goals_report WHERE municipality_id = $1 AND kind = $2 AND period = $3 AND sent_at = '' ORDER BY edition DESC LIMIT 1

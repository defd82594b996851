SELECT COUNT(*) AS number FROM offline_sent WHERE municipality_id = $1 AND sent_id = $2

SELECT COUNT(*) AS number FROM network_feedback WHERE municipality_id = $1 AND created_at < $2

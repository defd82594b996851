DELETE FROM network_feedback WHERE municipality_id = $1 AND id IN (
    SELECT id FROM network_feedback WHERE municipality_id = $1 AND created_at < $2 ORDER BY created_at, id LIMIT $3)

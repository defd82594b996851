DELETE FROM goals_report WHERE municipality_id = $1 AND id IN (
    SELECT id FROM goals_report WHERE municipality_id = $1 AND made_at < $2 ORDER BY made_at, id LIMIT $3)

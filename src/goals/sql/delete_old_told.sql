DELETE FROM goals_told WHERE municipality_id = $1 AND (question, edition) IN (
    SELECT question, edition FROM goals_told WHERE municipality_id = $1 AND told_at < $2 ORDER BY told_at, question, edition LIMIT $3)

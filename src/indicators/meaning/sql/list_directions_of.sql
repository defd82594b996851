SELECT direction, reason, actor, set_at FROM indicators_direction
WHERE municipality_id = $1 AND indicator_id = $2 ORDER BY id

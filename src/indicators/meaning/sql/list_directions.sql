SELECT indicator_id, direction, reason, actor, set_at FROM indicators_direction WHERE municipality_id = $1 ORDER BY id

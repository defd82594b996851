INSERT INTO indicators_direction (id, municipality_id, indicator_id, direction, reason, actor, set_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)

INSERT INTO plan_move (municipality_id, id, node, from_phase, to_phase, why, missing, moved_by, moved_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)

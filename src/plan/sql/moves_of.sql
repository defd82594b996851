SELECT from_phase, to_phase, why, missing, moved_by, moved_at FROM plan_move
WHERE municipality_id = $1 AND node = $2 ORDER BY id DESC LIMIT 100

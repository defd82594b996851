SELECT node, to_phase, moved_at FROM plan_move WHERE municipality_id = $1 AND moved_at >= $2 AND moved_at < $3 AND from_phase <> to_phase
ORDER BY moved_at, id LIMIT 1000

SELECT COUNT(*) AS points, COALESCE(SUM(CASE WHEN state = 'open' THEN 1 ELSE 0 END), 0) AS open
FROM bodies_handover_point WHERE municipality_id = $1 AND handover = $2 AND ended_at = ''

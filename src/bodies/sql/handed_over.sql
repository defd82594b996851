SELECT COUNT(*) AS number FROM bodies_handover
WHERE municipality_id = $1 AND node = $2 AND state = 'done' AND ended_at = ''

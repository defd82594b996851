-- What is left to do goes along where somebody is said to go on with it.
SELECT COALESCE(SUM(CASE WHEN state = 'open' AND (kind <> 'action' OR function = '') THEN 1 ELSE 0 END), 0) AS open,
    COUNT(DISTINCT CASE WHEN kind IN ('residents', 'staff', 'monitoring') THEN kind END) AS kinds
FROM bodies_handover_point WHERE municipality_id = $1 AND handover = $2 AND ended_at = ''

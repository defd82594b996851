-- Of all municipalities, what they let the others see.
SELECT municipality_id, id, title, about, origin, adopted_on FROM goals_quality
WHERE is_shared = 1 AND ended_at = '' ORDER BY title_order, municipality_id, id LIMIT 5000

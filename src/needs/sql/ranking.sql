SELECT c.id, c.title, c.state, CAST(COALESCE(SUM(p.points), 0) AS BIGINT) AS points, COUNT(p.id) AS workshops
FROM needs_challenge c
LEFT JOIN needs_points p ON p.municipality_id = c.municipality_id AND p.challenge = c.id AND p.ended_at = ''
WHERE c.municipality_id = $1 AND c.ended_at = ''
GROUP BY c.id, c.title, c.title_order, c.state
ORDER BY points DESC, c.title_order, c.id
LIMIT 300

-- What was found at sessions and nobody has seen to yet, the oldest first.
SELECT s.id, s.version, s.activity_id, a.title, a.unit, a.topics, s.day, s.place, s.address, s.needs
FROM activities_session s
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
WHERE s.municipality_id = $1 AND s.needs_open = 1
ORDER BY s.day, s.id
LIMIT 300

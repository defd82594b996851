SELECT c.session_id, c.list, c.term, c.number FROM activities_came c
JOIN activities_session s ON s.municipality_id = c.municipality_id AND s.id = c.session_id
WHERE c.municipality_id = $1 AND s.status = 'held' AND s.day >= $2 AND s.day <= $3
ORDER BY c.session_id, c.list, c.term

SELECT r.id, r.title, r.unit, r.function, c.to_tell FROM activities_request_contact c
JOIN activities_request r ON r.municipality_id = c.municipality_id AND r.id = c.request_id
WHERE c.municipality_id = $1 AND c.to_tell <> ''
ORDER BY r.id
LIMIT 500

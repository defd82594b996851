-- One that residents see and that is still to come.
SELECT s.id FROM activities_session s
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
WHERE s.municipality_id = $1 AND s.activity_id = $2 AND s.status = 'planned' AND s.ends_at > $3
  AND a.is_published = 1 AND a.ended_at = ''
LIMIT 1

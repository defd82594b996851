-- Of one that one is with all the way no day is cancelled alone: staff decide.
SELECT s.id, s.version FROM activities_session s
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
WHERE s.municipality_id = $1 AND s.status = 'planned' AND s.decide_on <> '' AND s.decide_on <= $2 AND s.starts_at > $3
  AND s.minimum IS NOT NULL AND s.taken < s.minimum AND a.cancels_itself = 1 AND a.all_along = 0
ORDER BY s.id
LIMIT 200

-- What those who counted wrote down.
SELECT s.id, a.title, a.unit, s.day, s.note, s.asked, s.needs, s.next_step
FROM activities_session s
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
WHERE s.municipality_id = $1 AND s.day >= $2 AND s.day <= $3 AND s.counted_at <> ''
  AND (s.note <> '' OR s.asked <> '' OR s.needs <> '' OR s.next_step <> '')
ORDER BY s.day, s.id
LIMIT 300

-- What those who counted wrote down, the latest first.
SELECT s.id, '' AS title, '' AS unit, s.day, s.note, s.asked, s.needs, s.next_step
FROM activities_session s
WHERE s.municipality_id = $1 AND s.activity_id = $2 AND s.counted_at <> ''
  AND (s.note <> '' OR s.asked <> '' OR s.needs <> '' OR s.next_step <> '')
ORDER BY s.starts_at DESC, s.id
LIMIT 12

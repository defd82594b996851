-- Of tomorrow; by letter, which takes days, until the last day.
SELECT s.id, s.session_id, s.language, s.code_hash, c.name, c.by_way, c.value FROM activities_session e
JOIN activities_sign_up s ON s.municipality_id = e.municipality_id AND s.session_id = e.id AND s.state = 'confirmed'
JOIN activities_contact c ON c.municipality_id = s.municipality_id AND c.sign_up_id = s.id AND c.how_often = 'each'
     AND c.reminded_on = '' AND c.by_way <> 'none'
WHERE e.municipality_id = $1 AND e.status = 'planned' AND s.to_tell = ''
     AND (e.day = $2 OR (c.by_way = 'letter' AND e.day > $2 AND e.day <= $3))
ORDER BY s.id
LIMIT 5000

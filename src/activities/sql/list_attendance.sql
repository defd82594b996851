-- Those that have begun, from a day on; one where $4 names it.
SELECT s.id, s.activity_id, s.version, a.title, s.day, s.starts, s.ends, s.place, s.address, s.status, s.counted_at, s.women,
       s.men, s.girls, s.boys, s.not_stated, s.did_not_come, s.note, s.asked, s.needs, s.next_step,
       s.fee, s.premises, s.material, s.travel
FROM activities_session s
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
WHERE s.municipality_id = $1 AND s.day >= $2 AND s.starts_at <= $3 AND s.status <> 'cancelled' AND ($4 = '' OR s.id = $4)
ORDER BY s.day, s.starts, s.id
LIMIT 20000

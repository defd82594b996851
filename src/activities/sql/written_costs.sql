-- Who counted last stands in the trail of the activity, with the session as its detail.
SELECT s.id, s.day, a.title, s.fee, s.premises, s.material, s.travel,
    (SELECT e.actor FROM audit_entry e
     WHERE e.municipality_id = s.municipality_id AND e.record = 'activity:' || s.activity_id
         AND e.action = 'attendance counted' AND e.detail = 'session:' || s.id
     ORDER BY e.id DESC LIMIT 1) AS written_by
FROM activities_session s
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
WHERE s.municipality_id = $1 AND s.status = 'held' AND s.day >= $2 AND s.day <= $3
    AND COALESCE(s.fee, 0) + COALESCE(s.premises, 0) + COALESCE(s.material, 0) + COALESCE(s.travel, 0) > 0
ORDER BY s.day, s.id
